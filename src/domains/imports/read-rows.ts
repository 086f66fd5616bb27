import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { inTransaction } from '../../platform/db/database.ts'
import { columnLetters } from '../../platform/spreadsheets/cell-addresses.ts'
import { openSpreadsheet } from '../../platform/spreadsheets/open-spreadsheet.ts'
import type { OpenedSpreadsheet, SheetRow } from '../../platform/spreadsheets/workbook.ts'
import { isImportField } from './rules/fields.ts'
import { applyRemembered, type RecognisedHeader, recogniseHeader } from './rules/recognise-header.ts'
import type { StoredHeader } from './stored.ts'

const headerSearchRows = 40
const chunkRows = 1000
const samplesPerColumn = 3

async function firstRows(opened: OpenedSpreadsheet, sheetIndex: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of opened.rows(sheetIndex)) {
    rows.push(row)
    if (rows.length >= headerSearchRows) break
  }
  return rows
}

function samplesOf(rows: SheetRow[], column: number): string[] {
  const texts = rows.flatMap((row) => row.cells.filter((cell) => cell.column === column).map((cell) => cell.text))
  return [...new Set(texts)].slice(0, samplesPerColumn)
}

function toStored(header: RecognisedHeader | undefined, rows: SheetRow[]): StoredHeader {
  const below = rows.filter((row) => row.row > (header?.lastRow ?? 0))
  const known = new Map(header?.columns.map((mapped) => [mapped.column, mapped]))
  const headings = new Map(header?.unmapped.map((unmapped) => [unmapped.column, unmapped.heading]))
  const used = new Set([
    ...known.keys(),
    ...headings.keys(),
    ...below.flatMap((row) => row.cells.map((cell) => cell.column)),
  ])
  const columns = [...used]
    .toSorted((left, right) => left - right)
    .map((column) => ({
      column,
      letter: columnLetters(column),
      header: known.get(column)?.heading ?? headings.get(column) ?? '',
      field: known.get(column)?.field ?? null,
      confidence: known.get(column)?.confidence ?? 0,
      samples: samplesOf(below, column),
    }))
  const headerRows =
    header === undefined
      ? []
      : Array.from({ length: header.lastRow - header.firstRow + 1 }, (_, index) => header.firstRow + index)
  return { headerRows, columns }
}

async function remembered(
  db: Db,
  provinceCode: string | null,
  header: RecognisedHeader,
): Promise<RecognisedHeader | null> {
  const found = await db
    .selectFrom('imports.remembered_mapping')
    .select('columns')
    .where('province_code', '=', provinceCode ?? '')
    .where('header_signature', '=', header.signature)
    .executeTakeFirst()
  if (found === undefined || typeof found.columns !== 'object' || found.columns === null) return null
  const fields = Object.entries(found.columns).flatMap(([heading, field]) =>
    typeof field === 'string' && isImportField(field) ? [[heading, field] as const] : [],
  )
  return applyRemembered(header, Object.fromEntries(fields))
}

/** One batch's file as it is to be read. */
export interface ListToRead {
  batchId: string
  path: string
  sheetIndex: number
  provinceCode: string | null
}

async function keepRows(db: Db, batchId: string, rows: SheetRow[]): Promise<void> {
  const numbers = rows.map((row) => row.row)
  const written = rows.map((row) => JSON.stringify(row.cells.map(({ raw: _raw, ...cell }) => cell)))
  await sql`
    insert into imports.batch_row (batch_id, row_number, written)
    select ${batchId}::uuid, row_number, written::jsonb
    from unnest(${numbers}::int[], ${written}::text[]) as arriving (row_number, written)
    on conflict (batch_id, row_number) do update set written = excluded.written`.execute(db)
}

/** Reads a list into rows as written, in chunks that are kept as they come, so that a crash costs at most one chunk. Returns how many rows there are. */
export async function readRows(
  db: Db,
  list: ListToRead,
): Promise<{ header: StoredHeader; signature: string | null; isRemembered: boolean; rows: number }> {
  const opened = await openSpreadsheet(list.path)
  try {
    const top = await firstRows(opened, list.sheetIndex)
    const recognised = recogniseHeader(top)
    const own = recognised === undefined ? null : await remembered(db, list.provinceCode, recognised)
    const header = own ?? recognised
    const rows = await keepBody(db, list, opened, header?.lastRow ?? 0)
    return { header: toStored(header, top), signature: recognised?.signature ?? null, isRemembered: own !== null, rows }
  } finally {
    await opened.close()
  }
}

async function keepBody(db: Db, list: ListToRead, opened: OpenedSpreadsheet, lastHeaderRow: number): Promise<number> {
  let chunk: SheetRow[] = []
  let rows = 0
  const flush = async () => {
    await inTransaction(db, async (tx) => {
      await keepRows(tx, list.batchId, chunk)
      await tx.updateTable('imports.batch').set({ progress_done: rows }).where('id', '=', list.batchId).execute()
    })
    chunk = []
  }
  for await (const row of opened.rows(list.sheetIndex)) {
    if (row.row <= lastHeaderRow) continue
    chunk.push(row)
    rows += 1
    if (chunk.length >= chunkRows) await flush()
  }
  if (chunk.length > 0) await flush()
  return rows
}
