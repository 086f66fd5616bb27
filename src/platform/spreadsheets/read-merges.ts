import { type CellRange, parseRange } from './cell-addresses.ts'
import { refuse } from './refusals.ts'
import type { Reading } from './workbook.ts'

const needle = Buffer.from('mergeCell')
const longestTag = 4096

/**
 * The merged ranges of a sheet, ordered by their first row. They stand after the rows in the part, so this is a first pass over its
 * bytes, by search and without an XML parser; whatever it finds can only repeat a value of the same sheet.
 */
export async function readMerges(bytes: AsyncIterable<Buffer>, { limits }: Reading): Promise<CellRange[]> {
  const merges: CellRange[] = []
  let carry: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const window = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk
    const from = window.indexOf(needle)
    if (from < 0) {
      carry = window.subarray(Math.max(0, window.length - needle.length))
      continue
    }
    const text = window.toString('latin1', Math.max(0, from - 1))
    for (const [, range = ''] of text.matchAll(/mergeCell\s[^<>]*?ref\s*=\s*["']([^"']+)["'][^<>]*>/g)) {
      const merge = parseRange(range)
      if (merge) merges.push(merge)
    }
    if (merges.length > limits.merges) throw refuse('unsafe-file', { found: 'mergeCells' })
    const lastTag = text.lastIndexOf('<')
    carry =
      lastTag < 0 || text.includes('>', lastTag)
        ? lastBytes(window, needle.length)
        : Buffer.from(text.slice(lastTag).slice(-longestTag), 'latin1')
  }
  return merges.toSorted((a, b) => a.top - b.top)
}

function lastBytes(window: Buffer, count: number): Buffer {
  return Buffer.from(window.subarray(Math.max(0, window.length - count)))
}
