import { bits, type Filters } from './filters.ts'

export const facetNames = [
  'province',
  'commune',
  'oldProvince',
  'oldDistrict',
  'group',
  'set',
  'star',
  'standing',
  'kind',
] as const
export type FacetName = (typeof facetNames)[number]

/** How many products have each value, were only this facet's own filter lifted. */
export interface FacetCount {
  facet: FacetName
  value: string
  products: number
}

export interface Counted {
  total: number
  counts: FacetCount[]
}

/** One facet, the column of the card that tells it, and what it ignores. */
export interface Dimension {
  facet: FacetName
  column: string
  /** filters that this facet lifts: its own, and those that only make sense below it */
  own: number
}

/** Places below the province: both province facets lift them, because another province cannot hold them. */
const finePlace = bits.commune | bits.oldDistrict | bits.oldCommune
/** Facets that bitmaps know. */
export const coarse: readonly Dimension[] = [
  { facet: 'province', column: 'province_code', own: bits.province | finePlace },
  { facet: 'oldProvince', column: 'old_province_code', own: bits.oldProvince | finePlace },
  { facet: 'group', column: 'group_code', own: bits.group | bits.set },
  { facet: 'set', column: 'set_code', own: bits.set },
  { facet: 'star', column: 'star', own: bits.star },
  { facet: 'standing', column: 'standing', own: bits.standing },
  { facet: 'kind', column: 'producer_kind', own: bits.kind },
]
export const communeDimension: Dimension = { facet: 'commune', column: 'commune_code', own: bits.commune }
export const districtDimension: Dimension = {
  facet: 'oldDistrict',
  column: 'old_district_code',
  own: bits.oldDistrict | bits.oldCommune,
}

/** The facets of a list with these filters: communes only inside a province, old districts only inside an old province. */
export function dimensionsOf(filters: Filters): Dimension[] {
  return [
    ...coarse,
    ...(filters.province === null ? [] : [communeDimension]),
    ...(filters.oldProvince === null ? [] : [districtDimension]),
  ]
}

/** A line of a count; the facet `total` has no value. */
export interface CountRow {
  facet: string
  value: string | null
  products: number
}

/** Splits the rows of `countsOver` into total and facets. */
export function readCounts(rows: readonly CountRow[]): Counted {
  const total = rows.find(({ facet }) => facet === 'total')?.products ?? 0
  const counts = facetNames.flatMap((facet) =>
    rows.flatMap((row) =>
      row.facet === facet && row.value !== null ? [{ facet, value: row.value, products: row.products }] : [],
    ),
  )
  return { total, counts }
}
