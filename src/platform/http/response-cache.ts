import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import { dayNumber } from '../clock/clock.ts'

/** One rendered answer with its compressed twins, made when first asked for. */
export interface CachedAnswer {
  /** the declared path, for log and measures */
  route: string
  status: number
  headers: Record<string, string>
  etag: string
  plain: Buffer
  gzip: Buffer | null
  brotli: Buffer | null
}

/** Rendered public answers, kept until the register changes or Vietnam's day ends: a standing is true only for its day. */
export interface ResponseCache {
  find: (address: string, now: Date) => CachedAnswer | undefined
  keep: (address: string, now: Date, answer: CachedAnswer) => void
  clear: () => void
  /** while announcements cannot be trusted nothing is answered from memory */
  setTrusted: (isTrusted: () => boolean) => void
  size: () => number
}

const maxBytes = 96 * 1024 * 1024

/** Makes an empty cache bounded to 96 MB. */
export function createResponseCache(): ResponseCache {
  const kept = new LRUCache<string, CachedAnswer>({
    maxSize: maxBytes,
    sizeCalculation: (answer) => answer.plain.length * 2 + 1024,
  })
  let day = 0
  let isTrusted = () => true
  const atDay = (now: Date) => {
    const current = dayNumber(now)
    if (current === day) return
    day = current
    kept.clear()
  }
  return {
    find: (address, now) => {
      atDay(now)
      return isTrusted() ? kept.get(address) : undefined
    },
    keep: (address, now, answer) => {
      atDay(now)
      if (isTrusted()) kept.set(address, answer)
    },
    clear: () => kept.clear(),
    setTrusted: (next) => {
      isTrusted = next
    },
    size: () => kept.size,
  }
}

/** A strong validator of the plain bytes. */
export function etagOf(bytes: Buffer): string {
  return `"${createHash('sha1').update(bytes).digest('base64url').slice(0, 22)}"`
}

/** The encoding that caller and server share; small answers travel plain. */
export function encodedFor(answer: CachedAnswer, acceptEncoding: string): { bytes: Buffer; encoding: string | null } {
  if (answer.plain.length < 1024) return { bytes: answer.plain, encoding: null }
  if (/\bbr\b/.test(acceptEncoding)) {
    answer.brotli ??= brotliCompressSync(answer.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    return { bytes: answer.brotli, encoding: 'br' }
  }
  if (/\bgzip\b/.test(acceptEncoding)) {
    answer.gzip ??= gzipSync(answer.plain, { level: 6 })
    return { bytes: answer.gzip, encoding: 'gzip' }
  }
  return { bytes: answer.plain, encoding: null }
}
