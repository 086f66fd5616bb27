import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { tidyText } from './cell-values.ts'
import { decodeLegacy, type LegacyEncoding } from './decode-legacy.ts'
import { type CsvEncoding, decodePieces, detectDelimiter, detectEncoding, detectTyping } from './detect-csv.ts'
import { refuse } from './refusals.ts'
import type { Cell, OpenedSpreadsheet, Reading, SheetRow } from './workbook.ts'

const sampleCharacters = 200_000

interface CsvReading extends Reading {
  bytes: Buffer
  encoding: CsvEncoding
  delimiter: ',' | ';' | '\t'
  typing: LegacyEncoding | undefined
}

/** Opens a text table. The file's size was checked before, so its bytes are held once; its rows are not. */
export async function openCsv(path: string, reading: Reading): Promise<OpenedSpreadsheet> {
  const bytes = await readFile(path, { signal: reading.signal })
  const encoding = detectEncoding(bytes)
  const sample = sampleOf(bytes, encoding)
  if (sample.trim() === '') throw refuse('empty-file')
  refuseOtherText(sample)
  const typing = encoding === 'tcvn3' || encoding === 'vni' ? encoding : detectTyping(sample)
  const csv: CsvReading = { ...reading, bytes, encoding, delimiter: detectDelimiter(sample), typing }
  return {
    kind: 'csv',
    encoding: typing ?? encoding,
    sheets: [{ name: 'CSV', hidden: false }],
    rows(index) {
      if (index !== 0) throw refuse('no-such-sheet', { number: index + 1 })
      return readRows(csv)
    },
    close: async () => {},
  }
}

function sampleOf(bytes: Buffer, encoding: CsvEncoding): string {
  let sample = ''
  for (const piece of decodePieces(bytes, encoding)) {
    sample += piece
    if (sample.length > sampleCharacters) break
  }
  return sample.replace(/^\ufeff/, '')
}

/** Text that is something else: pages, programs' formats, binary. A table has no control characters but tab and line ends. */
function refuseOtherText(sample: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(sample)) throw refuse('not-a-spreadsheet', { found: 'binary' })
  const start = sample.trimStart().slice(0, 200)
  const found = /^<(?:!doctype|html|table|\?xml|[a-z]+[ >])/i.test(start)
    ? 'HTML/XML'
    : /^(?:\{\s*["}]|\[\s*[[{])/.test(start)
      ? 'JSON'
      : /^(?:%PDF|\{\\rtf)/
          .exec(start)?.[0]
          .replace(/^[%{\\]+/, '')
          .toUpperCase()
  if (found) throw refuse('not-a-spreadsheet', { found })
}

async function* readRows(csv: CsvReading): AsyncGenerator<SheetRow> {
  const { limits, signal } = csv
  const pieces = Readable.from(decodePieces(csv.bytes, csv.encoding))
  const parser = pieces.pipe(
    parse({
      bom: true,
      delimiter: csv.delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: limits.cellCharacters * limits.columns,
    }),
  )
  // Whoever looks at the first rows only leaves before the end. Two streams and no composed one: tearing that down ends in an error that
  // nobody hears, which would end the program.
  pieces.on('error', (error) => parser.destroy(error))
  parser.on('error', () => undefined)
  let line = 0
  let kept = 0
  try {
    for await (const record of parser) {
      signal?.throwIfAborted()
      line += 1
      if (!isTexts(record) || (line === 1 && /^sep=/i.test(record.join('')) && record.length <= 2)) continue
      const cells = cellsOf(record, line, csv)
      if (cells.length === 0) continue
      kept += 1
      if (kept > limits.rowsPerSheet) throw refuse('too-many-rows', { sheet: 'CSV', limit: limits.rowsPerSheet })
      yield { row: line, cells }
    }
  } catch (cause) {
    throw cause instanceof CsvError ? refuse('broken-csv', { line: line + 1 }) : cause
  }
}

function isTexts(record: unknown): record is string[] {
  return Array.isArray(record)
}

function cellsOf(record: string[], line: number, { limits, typing }: CsvReading): Cell[] {
  const cells: Cell[] = []
  record.forEach((raw, index) => {
    const cell = cellOf(raw, index + 1, typing)
    if (!cell) return
    if (cell.column > limits.columns)
      throw refuse('too-many-columns', { sheet: 'CSV', limit: limits.columns, row: line })
    if (raw.length > limits.cellCharacters) throw refuse('cell-too-long', { row: line, limit: limits.cellCharacters })
    cells.push(cell)
  })
  return cells
}

const errorTexts = new Set(['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!'])

function cellOf(raw: string, column: number, typing: LegacyEncoding | undefined): Cell | undefined {
  if (raw === '') return undefined
  const decoded = decodeLegacy(raw, typing ? { fileEncoding: typing } : {})
  // An apostrophe before a formula sign is how exports defuse a cell: it is not part of the text.
  const text = tidyText(decoded.text).replace(/^'(?=[=+\-@])/, '')
  if (text === '') return undefined
  const decodedFrom = decoded.encoding === 'unicode' ? undefined : decoded.encoding
  return { column, text, raw, ...(errorTexts.has(text) && { error: text }), ...(decodedFrom && { decodedFrom }) }
}
