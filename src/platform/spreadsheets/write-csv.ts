import { plainNumber } from './cell-values.ts'
import { defuseText } from './defuse-cell.ts'
import type { OutgoingSheet, OutgoingValue } from './outgoing-sheet.ts'

/** A CSV file in pieces of some rows each; lines end as RFC 4180 asks. */
export async function* csvPieces(rows: OutgoingSheet['rows'], delimiter: ',' | ';'): AsyncGenerator<string> {
  let piece = '\ufeff'
  for await (const row of rows) {
    piece += `${row.map((value) => csvField(value, delimiter)).join(delimiter)}\r\n`
    if (piece.length < 32_768) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function csvField(value: OutgoingValue, delimiter: string): string {
  const text = typeof value === 'string' ? defuseText(value) : csvText(value)
  const isQuoted = /["\r\n]/.test(text) || text.includes(delimiter) || text !== text.trim()
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text
}

function csvText(value: Exclude<OutgoingValue, string>): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return plainNumber(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value.toISOString().replace(/T00:00:00\.000Z$|\.\d+Z$/, '')
}
