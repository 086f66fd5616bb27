import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { OutgoingSheet } from './outgoing-sheet.ts'
import { csvPieces } from './write-csv.ts'
import { workbookParts } from './write-workbook.ts'
import { zipParts } from './zip-writer.ts'

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
