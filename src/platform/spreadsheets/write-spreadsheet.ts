import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvPieces } from './write-csv.ts'
import { workbookParts } from './write-workbook.ts'
import { zipParts } from './zip-writer.ts'

/** What a cell may hold on the way out. Text stays text, even when it looks like a formula; a `Date` is shown as a date (UTC). */
export type OutgoingValue = string | number | boolean | Date | null | undefined

export interface OutgoingSheet {
  name: string
  /** Widths in characters, by column; columns without one get a usual width. */
  widths?: number[]
  /** The first row is a header: bold, and it stays in sight when scrolling. */
  hasHeader?: boolean
  rows: AsyncIterable<readonly OutgoingValue[]> | Iterable<readonly OutgoingValue[]>
}

export interface CsvOptions {
  delimiter?: ',' | ';'
}

/** The bytes of an .xlsx file, made as they are read, in constant memory; no cell can run as a formula when it is opened. */
export function streamWorkbook(sheets: readonly OutgoingSheet[]): Readable {
  return Readable.from(zipParts(workbookParts(sheets)), { objectMode: false })
}

/** The bytes of a CSV file (UTF-8 with its mark, so that Excel reads the accents); no cell can run as a formula when it is opened. */
export function streamCsv(rows: OutgoingSheet['rows'], options: CsvOptions = {}): Readable {
  return Readable.from(csvPieces(rows, options.delimiter ?? ','), { objectMode: false })
}

/** Writes sheets to a file: .xlsx, or the first of them as .csv. */
export async function writeSpreadsheet(
  path: string,
  sheets: readonly [OutgoingSheet, ...OutgoingSheet[]],
  options: CsvOptions & { kind: 'xlsx' | 'csv' },
): Promise<void> {
  const stream = options.kind === 'xlsx' ? streamWorkbook(sheets) : streamCsv(sheets[0].rows, options)
  await pipeline(stream, createWriteStream(path))
}
