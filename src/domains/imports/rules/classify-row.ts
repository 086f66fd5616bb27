import type { Cell, SheetRow } from '../../../platform/spreadsheets/workbook.ts'
import type { ImportField } from './fields.ts'
import { foldWords } from './fold-words.ts'
import { readGroup } from './read-group.ts'
import { readStar } from './read-star.ts'
import { isColumnNumbers, type MappedColumn, type RecognisedHeader } from './recognise-header.ts'

export type RowKind =
  | { kind: 'product' }
  | { kind: 'blank' }
  | { kind: 'total' }
  | { kind: 'repeated-header' }
  /** Signatures, notes and dates below the list. */
  | { kind: 'footer' }
  /** A title between rows: the district, group or star of those that follow. */
  | { kind: 'section'; title: string; field?: ImportField }

/** Tells rows of the list from what stands between and below them. Whatever is not clearly something else is a product: nothing is lost. */
export function classifyRow(row: SheetRow, header: Pick<RecognisedHeader, 'columns'>): RowKind {
  const own = row.cells.filter((cell) => cell.mergedFrom === undefined && (cell.text !== '' || cell.formula))
  const across = distinctTexts(row.cells.filter((cell) => !isFromAbove(cell, row.row)))
  if (own.length === 0) return { kind: 'blank' }
  if (isRepeatedHeader(row, header.columns) || isColumnNumbers(row)) return { kind: 'repeated-header' }
  const ordinal = columnOf(header.columns, 'ordinal')
  const named = own.filter((cell) => cell.column !== ordinal || !isOrdinal(cell.text))
  const only = named[0]
  if (!only) return across.length <= 1 && own.length === 1 ? { kind: 'blank' } : { kind: 'product' }
  if (isTotal(named)) return { kind: 'total' }
  if (distinctTexts(named).length > 1) return { kind: 'product' }
  return lonelyText(only, row, header.columns)
}

function isOrdinal(text: string): boolean {
  return /^(?:\d+(?:\.\d+)*|[IVXL]+|[A-H])[.)]?$/.test(text)
}

/** A row that carries one text only: a title, a closing line, or a product that lacks all else. */
function lonelyText(cell: Cell, row: SheetRow, columns: readonly MappedColumn[]): RowKind {
  if (isFooter(cell.text)) return { kind: 'footer' }
  const field = sectionField(cell.text)
  const isSpread =
    row.cells.filter(({ mergedFrom, text }) => mergedFrom?.endsWith(String(row.row)) && text === cell.text).length >= 2
  const hasProducerAbove = row.cells.some(
    (other) => isFromAbove(other, row.row) && other.column === columnOf(columns, 'producer'),
  )
  const isProduct = cell.column === columnOf(columns, 'product')
  const ordinal = row.cells.find(({ column }) => column === columnOf(columns, 'ordinal'))?.text ?? ''
  const isRoman = /^(?:[IVXL]+|[A-H])[.)]?$/.test(ordinal)
  if (isProduct && hasProducerAbove && !isSpread) return { kind: 'product' }
  if (isSpread || field || isRoman) return { kind: 'section', title: cell.text, ...(field && { field }) }
  return { kind: 'product' }
}

function sectionField(text: string): ImportField | undefined {
  const title = text.replace(/^(?:[IVXL]+|[A-H]|\d+)[.)\s]+\s*/, '')
  const folded = foldWords(title)
  if (/^(?:huyen|quan|thi xa|thanh pho|tp|tx)\b/.test(folded)) return 'district'
  if (/^(?:xa|phuong|thi tran|dac khu)\b/.test(folded)) return 'commune'
  if (/^tinh\b/.test(folded)) return 'province'
  if (/\bsao\b/.test(folded) && folded.length < 60 && readStar(title).kind === 'star') return 'star'
  if (/^(?:nganh|nhom|bo)\b/.test(folded) && readGroup(title).kind !== 'unreadable') return 'group'
  return undefined
}

/** The value that a section title gives to the rows below it: "II. Huyện Đức Trọng (12 sản phẩm)" → "Huyện Đức Trọng". */
export function sectionValue(title: string): string {
  return title
    .replace(/^(?:[IVXL]+|[A-H]|\d+)[.)\s]+\s*/, '')
    .replace(/\s*[(:–-]\s*\d+\s*(?:sản phẩm|sp|chủ thể)?\s*\)?\s*$/iu, '')
    .replace(/\s*:\s*$/, '')
    .trim()
}

const totals =
  /^(?:tong cong|tong so(?: (?:san pham|sp|chu the).*)?|tong|cong(?: cong)?)(?: \d[\d ]*)?(?: (?:san pham|sp|chu the).*)?$/

/** "Tổng cộng", "Cộng: 26 sản phẩm"; the other cells of the row hold numbers only. "Công ty" and "Tổng Đài" are names. */
function isTotal(named: readonly Cell[]): boolean {
  const [first, ...others] = named
  return (
    first !== undefined &&
    totals.test(foldWords(first.text)) &&
    others.every(({ text }) => /^[\d.,\s%]*(?:sản phẩm|sp|sao|chủ thể)?$/iu.test(text))
  )
}

function isFooter(text: string): boolean {
  return /^(?:nguoi lap|nguoi tong hop|ky ten|noi nhan|chu tich|pho chu tich|k t|kt chu tich|tm |t m |thu truong|ghi chu|luu y|nguon )|^[a-z ]{0,30}ngay \S+ thang \S+ nam\b/.test(
    `${foldWords(text)} `,
  )
}

function isRepeatedHeader(row: SheetRow, columns: readonly MappedColumn[]): boolean {
  const same = columns.filter(({ column, heading }) => {
    const text = row.cells.find((cell) => cell.column === column)?.text
    return text !== undefined && text !== '' && heading.split(' › ').some((line) => foldWords(line) === foldWords(text))
  })
  return same.length >= 2 && same.length * 2 > row.cells.length
}

function isFromAbove(cell: Cell, row: number): boolean {
  return cell.mergedFrom !== undefined && !new RegExp(`^[A-Z]+${row}$`).test(cell.mergedFrom)
}

function distinctTexts(cells: readonly Cell[]): string[] {
  return [...new Set(cells.map(({ text }) => text).filter((text) => text !== ''))]
}

function columnOf(columns: readonly MappedColumn[], field: ImportField): number | undefined {
  return columns.find((column) => column.field === field)?.column
}
