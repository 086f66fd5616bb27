import { covers, type Scope } from '../../platform/access/actor.ts'
import type { SheetRow } from '../../platform/spreadsheets/workbook.ts'
import { type Gazetteer, type Resolution, resolvePlace } from '../administrative-units/index.ts'
import { type PlaceColumns, placeColumns } from '../producers/index.ts'
import { assumedProvince, type ListProvince } from './province.ts'
import { type RowProblem, registerProblem } from './register-problems.ts'
import type { MendedValues } from './rules/field-cells.ts'
import { isImportField } from './rules/fields.ts'
import { readDate } from './rules/read-date.ts'
import { readList } from './rules/read-list.ts'
import type { ListedProduct } from './rules/read-row.ts'
import type { MappedColumn, RecognisedHeader } from './rules/recognise-header.ts'
import type { StoredHeader } from './stored.ts'

/** A stored row as it goes into understanding. */
export interface RowToUnderstand {
  rowNumber: number
  cells: SheetRow['cells']
  mended: MendedValues
}

/** What a list as a whole is read with. */
export interface Circumstances {
  gazetteer: Gazetteer
  header: StoredHeader
  province: ListProvince
  scope: Scope
  /** today in Vietnam, `yyyy-mm-dd` */
  day: string
}

/** A row that tells of a product, with its place; or one that is a title, a total, a repeated heading. */
export type Understood =
  | { rowNumber: number; kind: 'product'; listed: ListedProduct; place: PlaceColumns | null; problems: RowProblem[] }
  | { rowNumber: number; kind: 'other' }

/** The header as the rules want it. */
export function toRecognised(header: StoredHeader): RecognisedHeader {
  const columns: MappedColumn[] = header.columns.flatMap(({ column, header: heading, field, confidence }) =>
    field !== null && isImportField(field) ? [{ column, heading, field, confidence }] : [],
  )
  const [firstRow = 0] = header.headerRows
  return { firstRow, lastRow: header.headerRows.at(-1) ?? 0, columns, unmapped: [], signature: '' }
}

function columnOf(circumstances: Circumstances, field: string): number | undefined {
  return circumstances.header.columns.find((column) => column.field === field)?.column
}

/** When a row was written, as a day or a year: by its latest recognition, or by the cells themselves where none is recognised. */
function rowMoment(listed: ListedProduct): { day?: string | undefined; year?: number | undefined } {
  const latest = listed.recognitions.at(-1)
  if (latest !== undefined) return { day: latest.decidedOn, year: latest.year }
  const { decidedOn, firstDecidedOn, year, firstYear } = listed.written
  const day = readDate(decidedOn ?? firstDecidedOn ?? '')
  const stated = readDate(year ?? firstYear ?? '')
  return { day: day.kind === 'date' ? day.date : undefined, year: stated.kind === 'year' ? stated.year : undefined }
}

/** The day on which a row's place names were in use. A year alone counts by its last day; 2025, in which the units changed, may mean either scheme. */
function readingDay(listed: ListedProduct): string | null {
  const { day, year } = rowMoment(listed)
  if (day !== undefined) return day
  return year === undefined || year === 2025 ? null : `${year}-12-31`
}

function resolve(listed: ListedProduct, { gazetteer, province }: Circumstances): Resolution {
  const address = [listed.address, listed.gluedAddress ?? ''].filter((part) => part !== '').join(', ')
  return resolvePlace(
    gazetteer,
    { address, commune: listed.commune, district: listed.district, province: listed.province },
    { on: readingDay(listed), province: assumedProvince(province) },
  )
}

function placeOf(
  listed: ListedProduct,
  circumstances: Circumstances,
): { place: PlaceColumns | null; problems: RowProblem[] } {
  const resolution = resolve(listed, circumstances)
  const addressText =
    listed.address ||
    listed.gluedAddress ||
    [listed.commune, listed.district, listed.province].filter((part) => part !== '').join(', ')
  const place = placeColumns(resolution, addressText.slice(0, 300))
  const at = (field: 'commune' | 'province') => ({ field, column: columnOf(circumstances, field) })
  if (place === null)
    return {
      place,
      problems: [registerProblem('province-missing', { ...at('province'), found: listed.province || listed.commune })],
    }
  if (!covers(circumstances.scope, place)) {
    const name = resolution.place?.province.fullName ?? listed.province
    return { place, problems: [registerProblem('province-outside-scope', { ...at('province'), found: name })] }
  }
  const written = listed.commune || listed.gluedAddress || listed.address
  if (place.placeState === 'undecided')
    return {
      place,
      problems: [registerProblem('place-undecided', { ...at('commune'), found: written || listed.district })],
    }
  if (place.placeState === 'province-only') {
    return {
      place,
      problems: [registerProblem('commune-unread', { ...at('commune'), found: written || listed.district })],
    }
  }
  return { place, problems: [] }
}

function timeProblems(listed: ListedProduct, circumstances: Circumstances): RowProblem[] {
  return listed.recognitions.flatMap((recognition) => {
    const field = recognition.kind === 'first' ? 'firstYear' : recognition.kind === 'second' ? 'secondYear' : 'year'
    const column = columnOf(circumstances, field)
    if (recognition.year === undefined) return [registerProblem('year-missing', { field, column, found: '' })]
    const isFuture =
      recognition.decidedOn === undefined
        ? recognition.year > Number(circumstances.day.slice(0, 4))
        : recognition.decidedOn > circumstances.day
    return isFuture
      ? [registerProblem('year-in-future', { field, column, found: recognition.decidedOn ?? String(recognition.year) })]
      : []
  })
}

/** Understands the rows of a list: what each says, where its place lies, and everything about it that needs a look. */
export function understandRows(rows: readonly RowToUnderstand[], circumstances: Circumstances): Understood[] {
  const sheetRows: SheetRow[] = rows.map(({ rowNumber, cells }) => ({ row: rowNumber, cells }))
  const mended = new Map(rows.map((row) => [row.rowNumber, row.mended]))
  return readList(sheetRows, toRecognised(circumstances.header), mended).map((read) => {
    if (read.kind !== 'product') return { rowNumber: read.row.row, kind: 'other' }
    const { listed, problems } = read
    const found = placeOf(listed, circumstances)
    return {
      rowNumber: read.row.row,
      kind: 'product',
      listed,
      place: found.place,
      problems: [...problems, ...found.problems, ...timeProblems(listed, circumstances)],
    }
  })
}
