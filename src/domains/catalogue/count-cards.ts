import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type Counted, type CountRow, type Dimension, readCounts } from './facets.ts'
import { type Condition, conditionsOf, type Filters, standingColumn } from './filters.ts'

/** The sum of the bits of the conditions that a row fails. */
function failsColumn(conditions: readonly Condition[]): RawBuilder<number> {
  if (conditions.length === 0) return sql<number>`0`
  return sql<number>`(${sql.join(
    conditions.map(({ bit, holds }) => sql`case when ${holds} then 0 else ${sql.lit(bit)} end`),
    sql` + `,
  )})`
}

/** Every condition but the lifted ones. */
function holdsWithout(conditions: readonly Condition[], lifted: number): RawBuilder<SqlBool> {
  const rest = conditions.filter(({ bit }) => (bit & lifted) === 0).map(({ holds }) => holds)
  return rest.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(rest, sql` and `)})`
}

interface Asked {
  filters: Filters
  dimensions: readonly Dimension[]
  day: string
  /** what besides the filters a card must satisfy */
  where?: RawBuilder<SqlBool>
}

/** Counts total and facets on the cards themselves, in one scan over the rows that some facet counts. */
export async function countCards(db: Db, { filters, dimensions, day, where = sql`true` }: Asked): Promise<Counted> {
  const standing = standingColumn(day)
  const conditions = conditionsOf(filters, standing)
  const active = conditions.reduce((sum, { bit }) => sum | bit, 0)
  const lifts = [...new Set([0, ...dimensions.map(({ own }) => own & active)])]
  const columns = dimensions.map(({ facet, column }) =>
    facet === 'standing' ? sql`${standing} as standing` : sql`c.${sql.ref(column)}`,
  )
  const refs = dimensions.map(({ column }) => sql.ref(`m.${column}`))
  const counts = lifts.map((lifted) => sql`count(*) filter (where m.fails & ${sql.lit(active & ~lifted)} = 0)::int`)
  const result = await sql<{ at: number; value: string | null; products: number[] }>`
    select grouping(${sql.join(refs)}) as at, coalesce(${sql.join(refs.map((ref) => sql`${ref}::text`))}) as value, array[${sql.join(counts)}] as products
    from (
      select ${sql.join(columns)}, ${failsColumn(conditions)} as fails
      from catalogue.product_card c
      where ${where} and (${sql.join(
        lifts.map((lifted) => holdsWithout(conditions, lifted)),
        sql` or `,
      )})
    ) m
    group by grouping sets (${sql.join([sql`()`, ...refs.map((ref) => sql`(${ref})`)])})`.execute(db)
  return readCounts(result.rows.flatMap((row) => toCountRow(row, { dimensions, lifts, active })))
}

/** `grouping` has a bit set for every column that was folded away: the one without it names the facet. */
function toCountRow(
  row: { at: number; value: string | null; products: number[] },
  { dimensions, lifts, active }: { dimensions: readonly Dimension[]; lifts: number[]; active: number },
): CountRow[] {
  const every = 2 ** dimensions.length - 1
  if (row.at === every) return [{ facet: 'total', value: null, products: row.products[0] ?? 0 }]
  const dimension = dimensions.find((_dimension, index) => row.at === every - 2 ** (dimensions.length - 1 - index))
  if (dimension === undefined) return []
  const products = row.products[lifts.indexOf(dimension.own & active)] ?? 0
  return products === 0 ? [] : [{ facet: dimension.facet, value: row.value, products }]
}
