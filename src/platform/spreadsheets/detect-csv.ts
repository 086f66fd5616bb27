import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { encodingOfMany, fromTcvn3, fromVni } from './decode-legacy.ts'
import { isVietnameseSyllable } from './vietnamese-syllables.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252' | 'tcvn3' | 'vni'

const sampleBytes = 256 * 1024

/** The encoding of a CSV file: by its mark, then as UTF-8 if the whole file is, then the code page that makes most Vietnamese. */
export function detectEncoding(bytes: Buffer): CsvEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  const sample = bytes.subarray(0, sampleBytes)
  const western = iconv.decode(sample, 'windows-1252')
  const candidates: [CsvEncoding, string][] = [
    ['windows-1258', iconv.decode(sample, 'windows-1258').normalize('NFC')],
    ['tcvn3', fromTcvn3(iconv.decode(sample, 'latin1'))],
    ['vni', fromVni(western)],
    ['windows-1252', western],
  ]
  const scored = candidates.map(([encoding, text]) => ({ encoding, score: vietnameseWords(text) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.encoding : 'windows-1252'
}

function vietnameseWords(text: string): number {
  const words = text.match(/[\p{L}\p{M}\u00a1-\u00bf]*[^\p{ASCII}\s][\p{L}\p{M}\u00a1-\u00bf]*/gu) ?? []
  const valid = words.filter(isVietnameseSyllable).length
  return valid - (words.length - valid)
}

/** Turns bytes to text in pieces, so that a large file is never held twice; TCVN3 and VNI are decoded later, cell by cell. */
export function* decodePieces(bytes: Buffer, encoding: CsvEncoding): Generator<string> {
  const pieceBytes = 64 * 1024
  if (encoding.startsWith('utf')) {
    const decoder = new TextDecoder(encoding)
    for (let at = 0; at < bytes.length; at += pieceBytes)
      yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true })
    yield decoder.decode()
    return
  }
  const page = encoding === 'tcvn3' ? 'latin1' : encoding === 'windows-1258' ? 'windows-1258' : 'windows-1252'
  for (let at = 0; at < bytes.length; at += pieceBytes) yield iconv.decode(bytes.subarray(at, at + pieceBytes), page)
}

/** What a UTF-8 file was typed in: texts copied out of TCVN3 or VNI cells stay mojibake in perfectly good UTF-8. */
export function detectTyping(sample: string): 'tcvn3' | 'vni' | undefined {
  return encodingOfMany(sample.split(/[\n,;\t"]+/).slice(0, 5_000))
}

/** Comma, semicolon or tab: the one that splits the first lines most evenly, quoted text not counted. */
export function detectDelimiter(sample: string): ',' | ';' | '\t' {
  const told = /^sep=([,;\t])\r?\n/i.exec(sample)?.[1]
  const lines = sample
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const delimiters = [';', '\t', ','] as const
  const named = delimiters.find((delimiter) => delimiter === told)
  if (named) return named
  const scores = delimiters.map((delimiter) => ({
    delimiter,
    score: evenness(lines.map((line) => line.split(delimiter).length - 1)),
  }))
  return scores.reduce((a, b) => (b.score > a.score ? b : a)).score > 0
    ? scores.reduce((a, b) => (b.score > a.score ? b : a)).delimiter
    : ','
}

/** How many lines share the most usual number of delimiters, weighted by that number; lines without any (titles) do not count. */
function evenness(counts: number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
  return Math.max(0, ...[...tally].map(([count, lines]) => lines * Math.sqrt(count)))
}
