import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** What a list is narrowed to; empty lists and nulls narrow nothing. Place codes: present scheme, and `old…` of the scheme until 30/06/2025. */
export interface Filters {
  province: string | null
  commune: string | null
  oldProvince: string | null
  oldDistrict: string | null
  oldCommune: string | null
  groups: readonly string[]
  sets: readonly string[]
  stars: readonly number[]
  standings: readonly string[]
  kinds: readonly string[]
}

/** No narrowing at all. */
export const noFilters: Filters = {
  province: null,
  commune: null,
  oldProvince: null,
  oldDistrict: null,
  oldCommune: null,
  groups: [],
  sets: [],
  stars: [],
  standings: [],
  kinds: [],
}

type Column = RawBuilder<unknown>

/** One condition on a row of cards or cells, with the bit by which a row is marked that fails it. */
export interface Condition {
  bit: number
  holds: RawBuilder<SqlBool>
}

/** The bits of each filter; a facet ignores its own, so that choosing 4 stars still shows how many have 3. */
export const bits = {
  province: 1,
  commune: 2,
  oldProvince: 4,
  oldDistrict: 8,
  oldCommune: 16,
  group: 32,
  set: 64,
  star: 128,
  standing: 256,
  kind: 512,
} as const

/** The standing of a card on a day. */
export function standingColumn(day: string): Column {
  return sql`certification.standing_at(${day}::date, c.counts_from, c.expires_on, c.expires_by, c.hold, c.hold_from, c.hold_until)`
}

const equal = (bit: number, column: Column, value: string | null): Condition[] =>
  value === null ? [] : [{ bit, holds: sql<SqlBool>`${column} = ${value}` }]

const among = (bit: number, column: Column, values: readonly string[]): Condition[] => {
  const [only] = values
  if (only === undefined) return []
  if (values.length === 1) return [{ bit, holds: sql<SqlBool>`${column} = ${only}` }]
  return [{ bit, holds: sql<SqlBool>`${column} = any(${values}::text[])` }]
}

/** The conditions of the filters over the alias `c`; `standing` is the column or expression that tells it there. */
export function conditionsOf(filters: Filters, standing: Column): Condition[] {
  const stars = filters.stars.map(Number)
  return [
    ...equal(bits.province, sql`c.province_code`, filters.province),
    ...equal(bits.commune, sql`c.commune_code`, filters.commune),
    ...equal(bits.oldProvince, sql`c.old_province_code`, filters.oldProvince),
    ...equal(bits.oldDistrict, sql`c.old_district_code`, filters.oldDistrict),
    ...(filters.oldCommune === null
      ? []
      : [
          {
            bit: bits.oldCommune,
            holds: sql<SqlBool>`(c.unit_code = ${filters.oldCommune} and c.unit_scheme = '2004-2025')`,
          },
        ]),
    ...among(bits.group, sql`c.group_code`, filters.groups),
    ...among(bits.set, sql`c.set_code`, filters.sets),
    ...(stars.length === 0 ? [] : [{ bit: bits.star, holds: sql<SqlBool>`c.star = any(${stars}::int[])` }]),
    ...among(bits.standing, standing, filters.standings),
    ...among(bits.kind, sql`c.producer_kind`, filters.kinds),
  ]
}

/** Tells whether a filter reaches below the province, where the counted cells do not go. */
export function isFine(filters: Filters): boolean {
  return filters.commune !== null || filters.oldDistrict !== null || filters.oldCommune !== null
}
