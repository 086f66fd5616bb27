import type { SheetRow } from '../../../platform/spreadsheets/workbook.ts'
import { type FieldCells, fieldCells, type MendedValues } from './field-cells.ts'
import { fieldLabels, type ImportField, importFields } from './fields.ts'
import type { Problem, Suggestion } from './problems.ts'
import { isAllCapitals, properCase } from './proper-case.ts'
import { addMonths, readDate, vietnameseDate } from './read-date.ts'
import { readGroup } from './read-group.ts'
import { readGtin } from './read-gtin.ts'
import { readPhone } from './read-phone.ts'
import { readPrice } from './read-price.ts'
import { type ProducerKind, readProducerKind } from './read-producer-kind.ts'
import { compareOccasions, type ListedRecognition, readRecognition } from './read-recognition.ts'
import { readStar } from './read-star.ts'
import { readTaxNumber } from './read-tax-number.ts'
import type { MappedColumn } from './recognise-header.ts'
import { splitGluedAddress } from './split-glued-address.ts'
import { splitProducts } from './split-products.ts'

const validMonths = 36

export interface ListedPrice {
  min: number
  max: number
  unit?: string
}

/** A row of a list as it was understood, beside what was written. */
export interface ListedProduct {
  row: number
  product: string
  producer: string
  producerKind: ProducerKind
  /** An address that was glued to the producer's name. */
  gluedAddress?: string
  commune: string
  district: string
  province: string
  address: string
  representative: string
  phones: string[]
  email: string
  taxNumber?: string
  recognitions: ListedRecognition[]
  expiry?: string
  /** Roman code of one of the six groups. */
  group?: string
  /** "01" to "26". */
  set?: string
  price?: ListedPrice
  code: string
  gtin?: string
  status: string
  note: string
  description: string
  ordinal: string
  /** Every mapped cell that holds something, as written. */
  written: MendedValues
}

export interface RowContext {
  /** What a person wrote instead of what the file says. */
  mended?: MendedValues
  /** Values of section titles above, used where the row itself says nothing. */
  section?: MendedValues
}

export interface ReadRow {
  listed: ListedProduct
  problems: Problem[]
}

/** Understands one row of a list. Pure: whether a date lies in the future or a place exists is for the caller to judge. */
export function readRow(row: SheetRow, columns: readonly MappedColumn[], context: RowContext = {}): ReadRow {
  const cells = fieldCells(row, columns, context.mended, context.section)
  const problems = [...cellProblems(cells, context), ...nameProblems(cells)]
  const keep = <T>(part: { value: T; problems: Problem[] }): T => {
    problems.push(...part.problems)
    return part.value
  }
  const recognitions = keep(recognitionsOf(cells))
  const { name, address: gluedAddress } = splitGluedAddress(cells.written('producer'))
  const listed = {
    row: row.row,
    product: cells.text('product'),
    producer: name.replace(/\s+/g, ' ').trim(),
    producerKind: producerKindOf(cells),
    ...(gluedAddress && { gluedAddress }),
    ...textsOf(cells),
    phones: keep(phonesOf(cells)),
    ...keep(taxNumberOf(cells)),
    recognitions,
    ...keep(expiryOf(cells, recognitions)),
    ...keep(groupOf(cells)),
    ...keep(priceOf(cells)),
    ...keep(gtinOf(cells)),
    written: writtenOf(cells),
  }
  return { listed, problems }
}

function textsOf(cells: FieldCells) {
  return {
    commune: cells.text('commune'),
    district: cells.text('district'),
    province: cells.text('province'),
    address: cells.text('address'),
    representative: cells.text('representative'),
    email: cells.text('email').toLowerCase(),
    code: cells.text('code'),
    status: cells.text('status'),
    note: cells.written('note'),
    description: cells.written('description'),
    ordinal: cells.text('ordinal'),
  }
}

function writtenOf(cells: FieldCells): MendedValues {
  return Object.fromEntries(
    importFields.flatMap((field) => (cells.cell(field)?.text ? [[field, cells.cell(field)?.text ?? '']] : [])),
  )
}

function producerKindOf(cells: FieldCells): ProducerKind {
  const stated = readProducerKind(cells.text('producerKind'))
  return stated === 'other' ? readProducerKind(cells.text('producer')) : stated
}

/** What is wrong with cells as such, whatever they mean. */
function cellProblems(cells: FieldCells, { mended = {}, section = {} }: RowContext): Problem[] {
  return importFields.flatMap((field) => {
    const cell = cells.cell(field)
    if (mended[field] !== undefined) return []
    if (cell?.error) return [cells.problem('cell-error', field)]
    if (cell?.formula && cell.text === '') return [cells.problem('formula-without-value', field)]
    if (cell?.decodedFrom) return [cells.problem('decoded-from-legacy', field)]
    return !cell?.text && section[field] !== undefined ? [cells.problem('taken-from-section', field)] : []
  })
}

function nameProblems(cells: FieldCells): Problem[] {
  const problems = (['product', 'producer'] as const).flatMap((field) => spellingProblems(cells, field))
  if (cells.text('product') === '' && !cells.cell('product')?.error)
    problems.push(cells.problem('product-missing', 'product'))
  if (cells.text('producer') === '' && !cells.cell('producer')?.error)
    problems.push(cells.problem('producer-missing', 'producer'))
  if (cells.cell('product')?.mergedFrom) problems.push(cells.problem('product-merged', 'product'))
  const products = splitProducts(cells.written('product'))
  if (products.length > 1)
    problems.push(cells.problem('several-products', 'product', { field: 'product', value: products.join('\n') }))
  const { name, address } = splitGluedAddress(cells.written('producer'))
  if (address) problems.push(cells.problem('address-glued', 'producer', { field: 'producer', value: name }))
  return problems
}

function spellingProblems(cells: FieldCells, field: 'product' | 'producer'): Problem[] {
  const text = cells.text(field)
  const straight = text.replace(/[\u201c\u201d\u201e\u201f]/g, '"').replace(/[\u2018\u2019\u201a\u201b]/g, "'")
  const problems: Problem[] = []
  if (isAllCapitals(text)) problems.push(cells.problem('all-capitals', field, { field, value: properCase(text) }))
  if (straight !== text) problems.push(cells.problem('curly-quotes', field, { field, value: straight }))
  return problems
}

function recognitionsOf(cells: FieldCells): { value: ListedRecognition[]; problems: Problem[] } {
  const read = occasionsOf(cells)
  const value = read.flatMap(({ recognition }) => (recognition ? [recognition] : []))
  const latest = value.at(-1)
  const problems = read.flatMap((one) => one.problems)
  problems.push(
    ...compareOccasions(
      cells,
      value.find(({ kind }) => kind === 'first'),
      value.find(({ kind }) => kind === 'second'),
    ),
  )
  const present = readStar(cells.text('currentStar'))
  if (latest && present.kind === 'star' && present.star !== latest.star)
    problems.push(cells.problem('current-star-differs', 'currentStar'))
  if (latest && contradicts(cells.text('status'))) problems.push(cells.problem('status-contradicts-star', 'status'))
  return { value, problems }
}

/** A list has its recognitions either in one set of columns or by occasion; a present star alone counts as the only one. */
function occasionsOf(cells: FieldCells) {
  const hasOccasions = cells.has('firstStar') || cells.has('secondStar')
  if (!hasOccasions)
    return [
      readRecognition(cells, 'only', cells.text('star') === '' && cells.has('currentStar') ? 'currentStar' : 'star'),
    ]
  const first = readRecognition(cells, 'first')
  const secondFields: ImportField[] = [
    'secondStar',
    'secondDecidedOn',
    'secondYear',
    'secondDecisionNumber',
    'secondAuthority',
  ]
  const hasSecond = secondFields.some((field) => cells.text(field) !== '')
  const occasions = hasSecond ? [first, readRecognition(cells, 'second')] : [first]
  const isEmpty = !hasSecond && cells.text('firstStar') === '' && cells.text('currentStar') !== ''
  return isEmpty ? [readRecognition(cells, 'first', 'currentStar')] : occasions
}

function contradicts(status: string): boolean {
  return /chưa|không|thu hồi|hủy|huỷ|đình chỉ|đề nghị|đề xuất|dự kiến|hết hạn|not |revoked|suspended|expired/iu.test(
    status.normalize('NFC'),
  )
}

function expiryOf(
  cells: FieldCells,
  recognitions: readonly ListedRecognition[],
): { value: { expiry?: string }; problems: Problem[] } {
  const reading = readDate(cells.text('expiry'))
  if (reading.kind === 'blank') return { value: {}, problems: [] }
  if (reading.kind === 'year' || reading.kind === 'month')
    return { value: {}, problems: [cells.problem('date-incomplete', 'expiry')] }
  if (reading.kind !== 'date') {
    const suggestion: Suggestion | undefined =
      'suggestion' in reading && reading.suggestion ? { field: 'expiry', value: reading.suggestion } : undefined
    return {
      value: {},
      problems: [
        cells.problem(reading.kind === 'impossible' ? 'date-impossible' : 'date-unreadable', 'expiry', suggestion),
      ],
    }
  }
  const decidedOn = recognitions.at(-1)?.decidedOn
  const expected = decidedOn && addMonths(decidedOn, validMonths)
  const suggestion: Suggestion = { field: 'expiry', value: vietnameseDate(expected ?? reading.date) }
  const problems = expected && expected !== reading.date ? [cells.problem('expiry-differs', 'expiry', suggestion)] : []
  return { value: { expiry: reading.date }, problems }
}

function phonesOf(cells: FieldCells): { value: string[]; problems: Problem[] } {
  const reading = readPhone(cells.text('phone'))
  if (reading.kind === 'phones') return { value: reading.phones, problems: [] }
  return { value: [], problems: reading.kind === 'unreadable' ? [cells.problem('phone-unreadable', 'phone')] : [] }
}

function taxNumberOf(cells: FieldCells): { value: { taxNumber?: string }; problems: Problem[] } {
  const reading = readTaxNumber(cells.text('taxNumber'))
  if (reading.kind === 'valid') return { value: { taxNumber: reading.taxNumber }, problems: [] }
  if (reading.kind === 'blank') return { value: {}, problems: [] }
  if (reading.kind === 'lost-zero') {
    return {
      value: {},
      problems: [cells.problem('tax-number-lost-zero', 'taxNumber', { field: 'taxNumber', value: reading.suggestion })],
    }
  }
  return {
    value: {},
    problems: [
      cells.problem(reading.kind === 'unreadable' ? 'tax-number-unreadable' : 'tax-number-wrong', 'taxNumber'),
    ],
  }
}

function groupOf(cells: FieldCells): { value: { group?: string; set?: string }; problems: Problem[] } {
  const readings = (['set', 'group'] as const).map((field) => ({ field, reading: readGroup(cells.text(field)) }))
  const found =
    readings.find(({ reading }) => reading.kind === 'set') ?? readings.find(({ reading }) => reading.kind === 'group')
  const problems = readings
    .filter(({ reading }) => reading.kind === 'unreadable')
    .map(({ field }) => cells.problem('group-unreadable', field))
  if (found?.reading.kind === 'set') return { value: { group: found.reading.group, set: found.reading.set }, problems }
  return { value: found?.reading.kind === 'group' ? { group: found.reading.group } : {}, problems }
}

function priceOf(cells: FieldCells): { value: { price?: ListedPrice }; problems: Problem[] } {
  const reading = readPrice(cells.text('price'))
  if (reading.kind === 'unreadable') return { value: {}, problems: [cells.problem('price-unreadable', 'price')] }
  if (reading.kind !== 'price') return { value: {}, problems: [] }
  const unit = reading.unit ?? cells.text('unit')
  const suggestion = { field: 'price', value: String(reading.max * 1000) } as const
  const problems = reading.looksLikeThousands ? [cells.problem('price-maybe-thousands', 'price', suggestion)] : []
  return { value: { price: { min: reading.min, max: reading.max, ...(unit && { unit }) } }, problems }
}

function gtinOf(cells: FieldCells): { value: { gtin?: string }; problems: Problem[] } {
  const reading = readGtin(cells.text('gtin'))
  if (reading.kind === 'blank') return { value: {}, problems: [] }
  if (reading.kind !== 'valid') return { value: {}, problems: [cells.problem('gtin-wrong', 'gtin')] }
  return {
    value: { gtin: reading.gtin },
    problems: reading.isVietnamese ? [] : [cells.problem('gtin-foreign', 'gtin')],
  }
}

/** The label of a field in both languages, for lists of what was understood. */
export function labelOf(field: ImportField): { vi: string; en: string } {
  return fieldLabels[field]
}
