import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { countBitmaps } from './count-bitmaps.ts'
import {
  type Counted,
  type CountRow,
  coarse,
  communeDimension,
  type Dimension,
  dimensionsOf,
  districtDimension,
  type FacetCount,
  readCounts,
} from './facets.ts'
import { type Condition, conditionsOf, type Filters, isFine, standingColumn } from './filters.ts'

/** The sum of the bits of the conditions that a row fails. */
export function failsColumn(conditions: readonly Condition[]): RawBuilder<number> {
  if (conditions.length === 0) return sql<number>`0`
  return sql<number>`(${sql.join(
    conditions.map(({ bit, holds }) => sql`case when ${holds} then 0 else ${sql.lit(bit)} end`),
    sql` + `,
  )})`
}

/** Counts every dimension over the common table `matched` (its columns, `fails` and `products`) in one pass over its rows. */
export function countsOver(dimensions: readonly Dimension[], activeBits: number): RawBuilder<unknown> {
  return sql.join(
    dimensions.map(({ facet, column, own }) => {
      const others = activeBits & ~own
      return sql`select ${sql.lit(facet)}::text as facet, m.${sql.ref(column)}::text as value, sum(m.products)::int as products
        from matched m where m.fails & ${sql.lit(others)} = 0 and m.${sql.ref(column)} is not null group by 2`
    }),
    sql` union all `,
  )
}

/** The bits that conditions use. */
export function bitsOf(conditions: readonly Condition[]): number {
  return conditions.reduce((sum, { bit }) => sum | bit, 0)
}

/** Only rows that some facet counts: those that fail nothing beyond one facet's own filters. */
export function countedSomewhere(
  conditions: readonly Condition[],
  dimensions: readonly Dimension[],
): RawBuilder<unknown> {
  const active = bitsOf(conditions)
  const liftable = [...new Set(dimensions.map(({ own }) => own & active))].filter((own) => own !== 0)
  if (conditions.length === 0) return sql`true`
  const holdsWithout = (lifted: number) => {
    const rest = conditions.filter(({ bit }) => (bit & lifted) === 0).map(({ holds }) => holds)
    return rest.length === 0 ? sql`true` : sql`(${sql.join(rest, sql` and `)})`
  }
  return sql`(${sql.join([holdsWithout(0), ...liftable.map(holdsWithout)], sql` or `)})`
}

async function countCards(
  db: Db,
  asked: { filters: Filters; dimensions: readonly Dimension[]; day: string },
): Promise<Counted> {
  const { filters, dimensions, day } = asked
  const standing = standingColumn(day)
  const conditions = conditionsOf(filters, standing)
  const columns = dimensions.map(({ facet, column }) =>
    facet === 'standing' ? sql`${standing} as standing` : sql`c.${sql.ref(column)}`,
  )
  const result = await sql<CountRow>`
    with matched as materialized (
      select ${sql.join(columns)}, ${failsColumn(conditions)} as fails, 1 as products
      from catalogue.product_card c where ${countedSomewhere(conditions, dimensions)}
    )
    select 'total' as facet, null as value, count(*)::int as products from matched m where m.fails = 0
    union all ${countsOver(dimensions, bitsOf(conditions))}`.execute(db)
  return readCounts(result.rows)
}

/** Facets inside a chosen place, which bitmaps do not keep: a province has some thousands of cards at most, and an index. */
async function countInside(db: Db, filters: Filters, day: string): Promise<FacetCount[]> {
  const dimensions = [
    ...(filters.province === null ? [] : [communeDimension]),
    ...(filters.oldProvince === null ? [] : [districtDimension]),
  ]
  return dimensions.length === 0 ? [] : (await countCards(db, { filters, dimensions, day })).counts
}

/** Total and facet counts of a list without text: from the bitmaps, or from the cards where those do not reach or are not of this day. */
export async function countFacets(db: Db, filters: Filters, day: string): Promise<Counted> {
  const state = await db.selectFrom('catalogue.register_serial').select('counted_for').executeTakeFirst()
  const isDrawn = state?.counted_for === day
  if (isFine(filters)) return countFine(db, { filters, day, isDrawn })
  const [counted, inside] = await Promise.all([
    isDrawn ? countBitmaps(db, filters, coarse) : countCards(db, { filters, dimensions: coarse, day }),
    countInside(db, filters, day),
  ])
  return { total: counted.total, counts: [...counted.counts, ...inside] }
}

/** Inside a commune or an old district everything is small and counted on the cards; only the provinces beside it are not. */
async function countFine(db: Db, asked: { filters: Filters; day: string; isDrawn: boolean }): Promise<Counted> {
  const { filters, day, isDrawn } = asked
  const wide = { ...filters, commune: null, oldDistrict: null, oldCommune: null }
  const provinces = coarse.filter(isProvince)
  const [counted, places] = await Promise.all([
    countCards(db, { filters, dimensions: dimensionsOf(filters).filter((dimension) => !isProvince(dimension)), day }),
    isDrawn ? countBitmaps(db, wide, provinces) : countCards(db, { filters: wide, dimensions: provinces, day }),
  ])
  return { total: counted.total, counts: [...places.counts, ...counted.counts] }
}

function isProvince({ facet }: Dimension): boolean {
  return facet === 'province' || facet === 'oldProvince'
}
