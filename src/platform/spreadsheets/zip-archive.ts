import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import { isRefusal } from '../errors/refuse.ts'
import { refuse } from './refusals.ts'
import type { Reading } from './workbook.ts'

const smallPartBytes = 1024 * 1024
const pieceBytes = 32 * 1024
// Methods of APPNOTE.TXT 4.4.5 that spreadsheets use.
const stored = 0
const deflated = 8

export interface Archive {
  has(name: string): boolean
  names(): string[]
  /** The inflated bytes of one part, counted as they come: what headers claim is not believed. */
  read(name: string): AsyncIterable<Buffer>
  close(): void
}

/** Opens a zip file and refuses it, unread, when its directory is that of a bomb, is encrypted, ambiguous or unsafe. */
export async function openArchive(path: string, reading: Reading): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: true, validateEntrySizes: true }).catch(
    (cause: unknown) => {
      throw asRefusal(cause)
    },
  )
  try {
    const entries = await readDirectory(zip, reading)
    return archiveOf(zip, entries, reading)
  } catch (cause) {
    zip.close()
    throw asRefusal(cause)
  }
}

function archiveOf(zip: ZipFile, entries: Map<string, Entry>, reading: Reading): Archive {
  return {
    has: (name) => entries.has(name.toLowerCase()),
    names: () => [...entries.keys()],
    read(name) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) throw refuse('broken-file', { found: `missing ${name}` })
      return readEntry(zip, entry, reading)
    },
    close: () => zip.close(),
  }
}

async function readDirectory(zip: ZipFile, { limits, signal }: Reading): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.zipEntries) throw refuse('zip-bomb', { entries: zip.entryCount })
  const entries = new Map<string, Entry>()
  let inflated = 0
  for await (const entry of zip.eachEntry()) {
    signal?.throwIfAborted()
    if (entry.isEncrypted()) throw refuse('file-encrypted')
    const key = entry.fileName.toLowerCase()
    if (entries.has(key)) throw refuse('unsafe-file', { found: `${entry.fileName} × 2` })
    inflated += entry.uncompressedSize
    if (inflated > limits.inflatedBytes || isOverInflated(entry, limits.inflationRatio)) throw refuse('zip-bomb')
    entries.set(key, entry)
  }
  refuseOverlaps([...entries.values()], zip.fileSize)
  return entries
}

function isOverInflated(entry: Entry, ratio: number): boolean {
  return entry.uncompressedSize > smallPartBytes && entry.uncompressedSize > entry.compressedSize * ratio
}

/** Parts that share packed bytes are the trick behind bombs of petabytes in kilobytes. */
function refuseOverlaps(entries: Entry[], fileSize: number): void {
  const ordered = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  ordered.forEach((entry, index) => {
    const end = entry.relativeOffsetOfLocalHeader + entry.compressedSize
    const limit = ordered[index + 1]?.relativeOffsetOfLocalHeader ?? fileSize
    if (end > limit) throw refuse('zip-bomb', { overlapping: entry.fileName })
  })
}

async function* readEntry(zip: ZipFile, entry: Entry, { limits, signal }: Reading): AsyncGenerator<Buffer> {
  const bound = Math.min(limits.inflatedBytes, Math.max(smallPartBytes, entry.compressedSize * limits.inflationRatio))
  let bytes = 0
  let checksum = 0
  try {
    for await (const chunk of await inflate(zip, entry)) {
      if (!Buffer.isBuffer(chunk)) continue
      signal?.throwIfAborted()
      bytes += chunk.length
      checksum = crc32(chunk, checksum)
      if (bytes > bound || bytes > entry.uncompressedSize) throw refuse('zip-bomb')
      yield chunk
    }
  } catch (cause) {
    throw asRefusal(cause)
  }
  if (bytes !== entry.uncompressedSize) throw refuse('zip-bomb')
  if (checksum !== entry.crc32) throw refuse('broken-file', { found: 'CRC' })
}

/** Inflated here and not by yauzl, in larger pieces, and against a count and a checksum of our own. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Readable> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (entry.compressionMethod === stored) return packed
  if (entry.compressionMethod !== deflated) throw refuse('broken-file', { found: `zip ${entry.compressionMethod}` })
  // A failure on either side surfaces where the result is read.
  return pipeline(packed, createInflateRaw({ chunkSize: pieceBytes }), () => {})
}

/** What yauzl and zlib throw about a file, in our words; refusals and aborts pass through. */
function asRefusal(cause: unknown): unknown {
  if (isRefusal(cause) || !(cause instanceof Error) || cause.name === 'AbortError') return cause
  if (/bytes in the stream/.test(cause.message)) return refuse('zip-bomb')
  if (/invalid relative path|absolute path|invalid characters in fileName/.test(cause.message)) {
    return refuse('unsafe-file', { found: 'path' })
  }
  return refuse('broken-file', { found: 'zip' })
}
