import type { SheetRow } from '../../../platform/spreadsheets/workbook.ts'
import { classifyRow, type RowKind, sectionValue } from './classify-row.ts'
import type { MendedValues } from './field-cells.ts'
import { findDragFilled } from './find-drag-filled.ts'
import { type ReadRow, readRow } from './read-row.ts'
import type { RecognisedHeader } from './recognise-header.ts'

/** One row of a sheet below its heading: a product with what was understood, or what else the row is. */
export type ListRow = { row: SheetRow } & (({ kind: 'product' } & ReadRow) | Exclude<RowKind, { kind: 'product' }>)

/**
 * Reads all rows below the heading, in order: each row comes back, whatever it is. Section titles are carried to the rows below them,
 * and what only several rows together show (dragged years) is added to their problems.
 */
export function readList(
  rows: readonly SheetRow[],
  header: RecognisedHeader,
  mended: ReadonlyMap<number, MendedValues> = new Map(),
): ListRow[] {
  const read: ListRow[] = []
  let section: MendedValues = {}
  for (const row of rows) {
    if (row.row <= header.lastRow) continue
    const kind = classifyRow(row, header)
    if (kind.kind === 'section') section = entered(section, kind)
    if (kind.kind !== 'product') read.push({ row, ...kind })
    else read.push({ row, kind: 'product', ...readRow(row, header.columns, { section, ...mendedOf(mended, row.row) }) })
  }
  return withDragFilled(read, header, mended)
}

function mendedOf(mended: ReadonlyMap<number, MendedValues>, row: number): { mended?: MendedValues } {
  const values = mended.get(row)
  return values ? { mended: values } : {}
}

/** A new district ends the commune above it; a title that is no field only ends nothing. */
function entered(section: MendedValues, { title, field }: Extract<RowKind, { kind: 'section' }>): MendedValues {
  if (!field) return section
  const { commune: _, ...wider } = section
  return { ...(field === 'district' || field === 'province' ? wider : section), [field]: sectionValue(title) }
}

function withDragFilled(
  read: ListRow[],
  header: RecognisedHeader,
  mended: ReadonlyMap<number, MendedValues>,
): ListRow[] {
  const products = read.filter((row) => row.kind === 'product')
  const dragged = findDragFilled(products, header.columns, mended)
  if (dragged.size === 0) return read
  return read.map((row) =>
    row.kind === 'product' ? { ...row, problems: [...row.problems, ...(dragged.get(row.row.row) ?? [])] } : row,
  )
}
