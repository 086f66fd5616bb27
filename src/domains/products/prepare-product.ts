import type { FieldProblem } from '../../platform/errors/refuse.ts'
import { plainLine, plainText } from '../../platform/text/plain-text.ts'
import type { PlaceColumns } from '../producers/index.ts'
import type { Classification } from './classification.ts'
import { refuse } from './refusals.ts'
import { highestPrice, isGtinValid, isVietnamesePrefix, type ProductFields, productLimits, writeGtin } from './rules.ts'

/** What a source says of a product; a field left out is not spoken of. */
export interface ProductEntry {
  producerId: string
  name: string
  /** the set decides the group; a group alone is kept while the set is unknown */
  setCode?: string | null | undefined
  groupCode?: string | null | undefined
  gtin?: string | null | undefined
  description?: string | undefined
  story?: string | undefined
  ingredients?: string | undefined
  usage?: string | undefined
  storage?: string | undefined
  packaging?: string | undefined
  season?: string | undefined
  capacity?: string | undefined
  /** whole đồng */
  priceMin?: number | null | undefined
  priceMax?: number | null | undefined
  priceUnit?: string | undefined
  /** without it the producer's place is taken */
  place?: PlaceColumns | undefined
}
export type ProductChange = { [Field in keyof ProductEntry]?: ProductEntry[Field] | undefined }

const blank = {
  groupCode: null,
  setCode: null,
  gtin: null,
  gtinNote: null,
  description: '',
  story: '',
  ingredients: '',
  usage: '',
  storage: '',
  packaging: '',
  season: '',
  capacity: '',
  priceMin: null,
  priceMax: null,
  priceUnit: '',
} as const

/** The fields of a new product, cleaned; refuses with every wrong field named. */
export function prepareProduct(
  entry: ProductEntry,
  place: PlaceColumns,
  classification: Classification,
): ProductFields {
  const { producerId, name } = entry
  const { addressText, unitScheme, unitCode, provinceCode, communeCode, placeState } = place
  const columns = { addressText, unitScheme, unitCode, provinceCode, communeCode, placeState }
  return changeProduct({ ...blank, producerId, name, ...columns }, entry, classification)
}

const texts = ['description', 'story', 'ingredients', 'usage', 'storage', 'packaging'] as const
const lines = ['season', 'capacity', 'priceUnit'] as const

/** The fields after a change: what the change does not speak of stays as it is. */
export function changeProduct(
  base: ProductFields,
  change: ProductChange,
  classification: Classification,
): ProductFields {
  const classified = classOf(base, change, classification)
  const gtin = gtinOf(base, change)
  const fields: ProductFields = {
    ...base,
    ...change.place,
    ...classified.place,
    ...gtin.number,
    producerId: change.producerId ?? base.producerId,
    name: plainLine(change.name ?? base.name),
    priceMin: change.priceMin === undefined ? base.priceMin : change.priceMin,
    priceMax: change.priceMax === undefined ? base.priceMax : change.priceMax,
    addressText: plainLine(change.place?.addressText ?? base.addressText),
  }
  for (const key of texts) fields[key] = plainText(change[key] ?? base[key])
  for (const key of lines) fields[key] = plainLine(change[key] ?? base[key])
  const problems = [...classified.problems, ...gtin.problems, ...priceProblems(fields), ...textProblems(fields)]
  if (problems.length > 0) throw refuse('product-incomplete', { count: problems.length }, problems)
  return fields
}

function classOf(base: ProductFields, change: ProductChange, { groupOfSet, groups }: Classification) {
  if (change.setCode === undefined && change.groupCode === undefined)
    return { place: { setCode: base.setCode, groupCode: base.groupCode }, problems: [] }
  const setCode = (change.setCode === undefined ? keptSet(base, change, groupOfSet) : change.setCode) || null
  const asked = change.groupCode || null
  if (setCode === null) {
    const groupCode = change.groupCode === undefined ? base.groupCode : asked
    const isUnknown = groupCode !== null && !groups.has(groupCode)
    return { place: { setCode, groupCode }, problems: isUnknown ? [groupProblem] : [] }
  }
  const groupCode = groupOfSet.get(setCode) ?? null
  if (groupCode === null) return { place: { setCode, groupCode }, problems: [setProblem] }
  return { place: { setCode, groupCode }, problems: asked !== null && asked !== groupCode ? [disagreeProblem] : [] }
}

/** A change of the group alone keeps the set only while it belongs to that group. */
function keptSet(base: ProductFields, change: ProductChange, groupOfSet: ReadonlyMap<string, string>): string | null {
  return base.setCode !== null && groupOfSet.get(base.setCode) === change.groupCode ? base.setCode : null
}

const groupProblem = { path: 'groupCode', vi: 'Không có nhóm này.', en: 'There is no such group.' }
const setProblem = { path: 'setCode', vi: 'Không có bộ sản phẩm này (01–26).', en: 'There is no such set (01–26).' }
const disagreeProblem = {
  path: 'groupCode',
  vi: 'Bộ sản phẩm đã chọn không thuộc nhóm này.',
  en: 'The chosen set does not belong to this group.',
}

function gtinOf(base: ProductFields, change: ProductChange) {
  if (change.gtin === undefined) return { number: { gtin: base.gtin, gtinNote: base.gtinNote }, problems: [] }
  const gtin = writeGtin(change.gtin ?? '') || null
  if (gtin === null) return { number: { gtin, gtinNote: null }, problems: [] }
  const gtinNote = isVietnamesePrefix(gtin) ? null : ('foreign-prefix' as const)
  return { number: { gtin, gtinNote }, problems: isGtinValid(gtin) ? [] : [gtinProblem] }
}

const gtinProblem: FieldProblem = {
  path: 'gtin',
  vi: 'Mã GTIN cần 8, 12, 13 hoặc 14 chữ số với chữ số kiểm tra đúng.',
  en: 'A GTIN has 8, 12, 13 or 14 digits with the right check digit.',
}

function priceProblems(fields: ProductFields): FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const path of ['priceMin', 'priceMax'] as const) {
    const price = fields[path]
    if (price !== null && (!Number.isInteger(price) || price < 0 || price > highestPrice))
      problems.push({ path, vi: 'Giá là số đồng nguyên, không âm.', en: 'A price is a whole number of đồng.' })
  }
  if (fields.priceMin !== null && fields.priceMax !== null && fields.priceMax < fields.priceMin)
    problems.push({ path: 'priceMax', vi: 'Giá cao nhất nhỏ hơn giá thấp nhất.', en: 'Lower than the lowest price.' })
  return problems
}

function textProblems(fields: ProductFields): FieldProblem[] {
  const limits = { ...productLimits, addressText: productLimits.address }
  const problems: FieldProblem[] = []
  for (const key of ['name', ...texts, ...lines, 'addressText'] as const) {
    if (fields[key].length <= limits[key]) continue
    const path = key === 'addressText' ? 'place.addressText' : key
    problems.push({ path, vi: `Dài quá ${limits[key]} ký tự.`, en: `Longer than ${limits[key]} characters.` })
  }
  if (fields.name === '') problems.push({ path: 'name', vi: 'Cần tên sản phẩm.', en: 'The name is needed.' })
  return problems
}
