import { matchNameOf } from '../../platform/text/match-name.ts'
import { isSameDecision, repeats } from '../certification/index.ts'
import {
  type KnownProducer,
  type KnownProduct,
  type KnownRecognition,
  type KnownRegister,
  nameKey,
} from './match-register.ts'
import type { Judgement } from './messages.ts'
import { type RowProblem, registerProblem } from './register-problems.ts'
import type { ListedRecognition } from './rules/read-recognition.ts'
import type { ListedProduct } from './rules/read-row.ts'
import type { Understood } from './understand-rows.ts'

/** A difference that applying a row would make to a product that is known. */
export interface RowChange {
  field: string
  before: string
  after: string
}

/** What becomes of a row when the list is applied as it stands. */
export interface JudgedRow {
  rowNumber: number
  judgement: Judgement
  problems: RowProblem[]
  changes: RowChange[]
  /** known producer and product, or null where the row makes them */
  producerId: string | null
  productId: string | null
  /** rows with the same key make the same producer, the same product */
  producerKey: string
  productKey: string
}

type ProductRow = Extract<Understood, { kind: 'product' }>

/** A recognition of a row with its year, as it would be recorded; those without a year are not. */
export type DatedRecognition = ListedRecognition & { year: number }

/** The recognitions of a row that can be recorded: a star without any year is kept as written only. */
export function recordable(listed: ListedProduct): DatedRecognition[] {
  return listed.recognitions.flatMap((recognition) =>
    recognition.year === undefined ? [] : [{ ...recognition, year: recognition.year }],
  )
}

function toStatement(recognition: DatedRecognition) {
  return {
    star: recognition.star,
    decisionNumber: recognition.decisionNumber ?? null,
    decidedOn: recognition.decidedOn ?? null,
    decidedYear: recognition.year,
  }
}

type FoundProducer = { producer: KnownProducer | null; problems: RowProblem[] }

/** Enterprises are registered under one name in a province; cooperatives and households may share names between communes. */
function isSamePlace(known: KnownProducer, row: ProductRow): boolean {
  if (known.kindCode === 'enterprise' || known.communeCode === null || row.place?.communeCode == null) return true
  return known.communeCode === row.place.communeCode
}

function findProducer(row: ProductRow, provinceCode: string, register: KnownRegister): FoundProducer {
  const { listed } = row
  const byTax = listed.taxNumber === undefined ? [] : (register.producersByTaxNumber.get(listed.taxNumber) ?? [])
  const sameProvince = byTax.find((producer) => producer.provinceCode === provinceCode) ?? byTax[0]
  if (sameProvince !== undefined) return { producer: sameProvince, problems: [] }
  const namesakes = (register.producersByName.get(nameKey(provinceCode, listed.producer)) ?? []).filter(
    (producer) =>
      producer.taxNumber === null || listed.taxNumber === undefined || producer.taxNumber === listed.taxNumber,
  )
  const here = namesakes.filter((producer) => isSamePlace(producer, row))
  const active = here.filter((producer) => producer.state === 'active')
  if (active.length > 1)
    return {
      producer: null,
      problems: [
        registerProblem('producer-ambiguous', { field: 'producer', column: undefined, found: listed.producer }),
      ],
    }
  return { producer: active[0] ?? here[0] ?? null, problems: [] }
}

function findProduct(
  listed: ListedProduct,
  producer: KnownProducer | null,
  register: KnownRegister,
): KnownProduct | null {
  if (producer === null) return null
  const name = matchNameOf(listed.product)
  return register.products.get(producer.id)?.find((product) => product.matchName === name) ?? null
}

function show(value: string | number | null): string {
  return value === null ? '' : String(value)
}

function fieldChanges(listed: ListedProduct, product: KnownProduct): RowChange[] {
  const compared: [field: string, before: string | number | null, after: string | number | undefined][] = [
    ['group', product.groupCode, listed.group],
    ['set', product.setCode, listed.set],
    ['gtin', product.gtin, listed.gtin],
    ['priceMin', product.priceMin, listed.price?.min],
    ['priceMax', product.priceMax, listed.price?.max],
    ['unit', product.priceUnit, listed.price?.unit],
    ['description', product.description, listed.description || undefined],
  ]
  return compared.flatMap(([field, before, after]) =>
    after === undefined || show(before) === show(after) ? [] : [{ field, before: show(before), after: show(after) }],
  )
}

/** A list never says more than a signed decision: a recognition that is known at the same or a better level adds nothing. */
function isKnown(recognition: DatedRecognition, known: readonly KnownRecognition[], level: 'A' | 'B' | 'C'): boolean {
  const stated = toStatement(recognition)
  return known.some((one) => isSameDecision(one, stated) && repeats(one, stated) && one.level <= level)
}

function recognitionChanges(row: ProductRow, known: readonly KnownRecognition[], level: 'A' | 'B' | 'C'): RowChange[] {
  return recordable(row.listed)
    .filter((recognition) => !isKnown(recognition, known, level))
    .map(({ star, decisionNumber, decidedOn, year }) => ({
      field: 'recognition',
      before: '',
      after: [`${star} sao`, decisionNumber, decidedOn ?? String(year)].filter((part) => part !== undefined).join(', '),
    }))
}

function isBlocked(problems: readonly RowProblem[], accepted: ReadonlySet<string>): boolean {
  return problems.some(
    (problem) => problem.level === 'error' || (problem.level === 'person' && !accepted.has(problem.code)),
  )
}

/** What a list is judged with besides its rows. */
export interface Judging {
  register: KnownRegister
  level: 'A' | 'B' | 'C'
  accepted: ReadonlyMap<number, ReadonlySet<string>>
}

/** How many present communes the rows of a list give to each name: only where it is more than one do they speak of several producers. */
function communesByName(rows: readonly Understood[]): Map<string, Set<string>> {
  const communes = new Map<string, Set<string>>()
  for (const row of rows) {
    if (row.kind === 'other' || row.place?.communeCode == null) continue
    const key = nameKey(row.place.provinceCode, row.listed.producer)
    communes.set(key, (communes.get(key) ?? new Set()).add(row.place.communeCode))
  }
  return communes
}

function producerKeyOf({ listed, place }: ProductRow, communes: ReadonlyMap<string, ReadonlySet<string>>): string {
  if (listed.taxNumber !== undefined) return `tax ${listed.taxNumber}`
  const name = nameKey(place?.provinceCode ?? '', listed.producer)
  const isOne = listed.producerKind === 'enterprise' || (communes.get(name)?.size ?? 0) <= 1
  return isOne ? name : `${name} ${place?.communeCode ?? ''}`
}

function judgeProduct(
  row: ProductRow,
  { register, level, accepted }: Judging,
  communes: ReadonlyMap<string, ReadonlySet<string>>,
): JudgedRow {
  const found: FoundProducer =
    row.place === null ? { producer: null, problems: [] } : findProducer(row, row.place.provinceCode, register)
  const product = findProduct(row.listed, found.producer, register)
  const problems = [...row.problems, ...found.problems]
  if (product?.state === 'withdrawn')
    problems.push(registerProblem('product-withdrawn', { field: 'product', column: undefined, found: product.name }))
  const known = product === null ? [] : (register.recognitions.get(product.id) ?? [])
  const changes =
    product === null ? [] : [...fieldChanges(row.listed, product), ...recognitionChanges(row, known, level)]
  const producerKey = found.producer?.id ?? producerKeyOf(row, communes)
  const isNew = product === null || product.state === 'withdrawn'
  const blocked = isBlocked(problems, accepted.get(row.rowNumber) ?? new Set())
  const judgement = blocked ? 'problem' : isNew ? 'new' : changes.length > 0 ? 'update' : 'same'
  return {
    rowNumber: row.rowNumber,
    judgement,
    problems,
    changes,
    producerId: found.producer?.id ?? null,
    productId: product?.id ?? null,
    producerKey,
    productKey: `${producerKey} · ${matchNameOf(row.listed.product)}`,
  }
}

function sameRecognitions(one: ListedProduct, other: ListedProduct): boolean {
  const [left, right] = [recordable(one), recordable(other)].map((recognitions) =>
    JSON.stringify(recognitions.map(toStatement)),
  )
  return left === right
}

/** Judges every row of a list in order; a row that only repeats an earlier one adds nothing, and says which. */
export function judgeRows(rows: readonly Understood[], judging: Judging): JudgedRow[] {
  const first = new Map<string, ProductRow>()
  const communes = communesByName(rows)
  return rows.map((row) => {
    if (row.kind === 'other') {
      return {
        rowNumber: row.rowNumber,
        judgement: 'skipped',
        problems: [],
        changes: [],
        producerId: null,
        productId: null,
        producerKey: '',
        productKey: '',
      }
    }
    const judged = judgeProduct(row, judging, communes)
    const earlier = first.get(judged.productKey)
    if (earlier === undefined) first.set(judged.productKey, row)
    else if (sameRecognitions(earlier.listed, row.listed) && judged.judgement !== 'problem') {
      const repeated = registerProblem('row-repeated', {
        field: 'product',
        column: undefined,
        found: String(earlier.rowNumber),
      })
      return { ...judged, judgement: 'same', changes: [], problems: [...judged.problems, repeated] }
    }
    return judged
  })
}
