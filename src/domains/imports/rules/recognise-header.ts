import type { SheetRow } from '../../../platform/spreadsheets/workbook.ts'
import type { ImportField } from './fields.ts'
import { foldWords } from './fold-words.ts'
import { meaningOf } from './heading-meanings.ts'

const searchedRows = 30

/** A column of the list and what it was understood to mean. */
export interface MappedColumn {
  column: number
  /** As written; the lines of a two-line heading are joined by " › ". */
  heading: string
  field: ImportField
  /** 0 to 1; below 0.8 a person should look. */
  confidence: number
}

export interface UnmappedColumn {
  column: number
  heading: string
}

export interface RecognisedHeader {
  firstRow: number
  /** The last row of the heading; the list begins below it. */
  lastRow: number
  columns: MappedColumn[]
  unmapped: UnmappedColumn[]
  /** The same for every file with the same headings in the same columns: the key under which a mapping is remembered. */
  signature: string
}

interface Candidate {
  header: RecognisedHeader
  score: number
}

/** Finds the heading among the first 30 rows, in one to three lines, in any order of columns; nothing when no row names a product. */
export function recogniseHeader(rows: readonly SheetRow[]): RecognisedHeader | undefined {
  const searched = rows.filter(({ row }) => row <= (rows[0]?.row ?? 1) + searchedRows)
  const candidates = searched.flatMap((_, index) => candidatesFrom(searched, index))
  const best = candidates.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
  return best && withColumnNumbers(best.header, searched)
}

function candidatesFrom(rows: readonly SheetRow[], index: number): Candidate[] {
  const lines: SheetRow[] = []
  const found: Candidate[] = []
  for (const row of rows.slice(index, index + 3)) {
    if (lines.length > 0 && !continuesHeading(row)) break
    lines.push(row)
    const candidate = judge(lines)
    if (candidate) found.push(candidate)
  }
  return found
}

/** A second line of a heading names columns itself; a row of the list does not. */
function continuesHeading(row: SheetRow): boolean {
  const own = row.cells.filter(({ mergedFrom }) => mergedFrom === undefined || mergedFrom.endsWith(String(row.row)))
  const named = own.filter(({ text }) => isHeadingLike(text) && meaningOf([text]))
  return named.length >= 2 && named.length * 2 > own.length
}

function isHeadingLike(text: string): boolean {
  return text.length <= 80 && !/^[\d.,/\s-]+$/.test(text)
}

function judge(lines: readonly SheetRow[]): Candidate | undefined {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return undefined
  const headings = headingsOf(lines)
  const { columns, unmapped } = mapColumns(headings)
  const fields = new Set(columns.map(({ field }) => field))
  const isList = fields.has('product') ? fields.size >= 2 : fields.has('producer') && fields.size >= 4
  if (!isList) return undefined
  const signature = headings.map(({ column, lines: texts }) => `${column}:${texts.map(foldWords).join('/')}`).join('|')
  const score =
    columns.reduce((sum, { confidence }) => sum + confidence, 0) - unmapped.length * 0.25 - lines.length * 0.1
  return { header: { firstRow: first.row, lastRow: last.row, columns, unmapped, signature }, score }
}

interface Heading {
  column: number
  lines: string[]
}

/** The lines above each column, a vertically merged heading only once. */
function headingsOf(rows: readonly SheetRow[]): Heading[] {
  const byColumn = new Map<number, string[]>()
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      const lines = byColumn.get(column) ?? []
      if (text !== '' && lines.at(-1) !== text) lines.push(text)
      byColumn.set(column, lines)
    }
  }
  return [...byColumn]
    .map(([column, lines]) => ({ column, lines }))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => a.column - b.column)
}

function mapColumns(headings: readonly Heading[]): { columns: MappedColumn[]; unmapped: UnmappedColumn[] } {
  const proposals = headings.map(({ column, lines }) => {
    const meaning = lines.every(isHeadingLike) ? meaningOf(lines) : undefined
    return { column, heading: lines.map(oneLine).join(' › '), ...meaning }
  })
  const hasOccasions = proposals.some(({ field }) => field === 'firstStar' || field === 'secondStar')
  const columns: MappedColumn[] = []
  const unmapped: UnmappedColumn[] = []
  for (const { column, heading, field, confidence = 0 } of proposals) {
    // Beside stars by occasion, a star without occasion is the present one.
    const meant = field === 'star' && hasOccasions ? 'currentStar' : field
    const rival = columns.findIndex((other) => other.field === meant)
    if (meant === undefined || (rival >= 0 && (columns[rival]?.confidence ?? 0) >= confidence))
      unmapped.push({ column, heading })
    else {
      if (rival >= 0)
        unmapped.push(...columns.splice(rival, 1).map((lost) => ({ column: lost.column, heading: lost.heading })))
      columns.push({ column, heading, field: meant, confidence })
    }
  }
  return { columns, unmapped: unmapped.toSorted((a, b) => a.column - b.column) }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** Below a heading the columns are often numbered (1), (2), (3): that row belongs to the heading. */
function withColumnNumbers(header: RecognisedHeader, rows: readonly SheetRow[]): RecognisedHeader {
  const next = rows.find(({ row }) => row > header.lastRow)
  return next && isColumnNumbers(next) ? { ...header, lastRow: next.row } : header
}

/** Whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3)=(1)x(2) or A, B, 1, 2. */
export function isColumnNumbers({ cells }: SheetRow): boolean {
  const texts = cells
    .filter(({ mergedFrom }) => mergedFrom === undefined)
    .map(({ text }) => text.replace(/[()[\]]/g, ''))
  if (texts.length < 3 || !texts.every((text) => /^(?:\d{1,2}|[A-H])(?:\s*=.*)?$/.test(text))) return false
  const numbers = texts.map((text) => Number.parseInt(text, 10)).filter((number) => !Number.isNaN(number))
  return (
    numbers.length >= 3 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  )
}

/** A mapping as it is remembered for a province: folded heading → field. */
export type RememberedMapping = Record<string, ImportField>

/** What to remember of a mapping that a person confirmed. */
export function rememberMapping(columns: readonly MappedColumn[]): RememberedMapping {
  return Object.fromEntries(columns.map(({ heading, field }): [string, ImportField] => [foldWords(heading), field]))
}

/** Puts what a person once decided for these headings above what was guessed; other columns keep their guess. */
export function applyRemembered(header: RecognisedHeader, remembered: RememberedMapping): RecognisedHeader {
  const all = [...header.columns, ...header.unmapped.map((column) => ({ ...column, field: undefined, confidence: 0 }))]
  const decided = all.map((column) => {
    const field = remembered[foldWords(column.heading)]
    return field ? { ...column, field, confidence: 1 } : column
  })
  const taken = new Set(
    decided
      .filter(({ confidence, heading }) => confidence === 1 && remembered[foldWords(heading)])
      .map(({ field }) => field),
  )
  const columns: MappedColumn[] = []
  const unmapped: UnmappedColumn[] = []
  for (const { column, heading, field, confidence } of decided.toSorted((a, b) => a.column - b.column)) {
    const isDecided = remembered[foldWords(heading)] !== undefined
    if (field && (isDecided || !taken.has(field))) columns.push({ column, heading, field, confidence })
    else unmapped.push({ column, heading })
  }
  return { ...header, columns, unmapped }
}
