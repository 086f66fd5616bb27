import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type Counted, type CountRow, type Dimension, type FacetName, readCounts } from './facets.ts'
import { bits, type Filters } from './filters.ts'

interface Chosen {
  bit: number
  facet: FacetName
  values: readonly string[]
}

function chosenIn(filters: Filters): Chosen[] {
  const one = (value: string | null) => (value === null ? [] : [value])
  const all: Chosen[] = [
    { bit: bits.province, facet: 'province', values: one(filters.province) },
    { bit: bits.oldProvince, facet: 'oldProvince', values: one(filters.oldProvince) },
    { bit: bits.group, facet: 'group', values: filters.groups },
    { bit: bits.set, facet: 'set', values: filters.sets },
    { bit: bits.star, facet: 'star', values: filters.stars.map(String) },
    { bit: bits.standing, facet: 'standing', values: filters.standings },
    { bit: bits.kind, facet: 'kind', values: filters.kinds },
  ]
  return all.filter(({ values }) => values.length > 0)
}

/** Which products pass every chosen filter but the lifted ones, chunk by chunk. */
function passing(chosen: readonly Chosen[], lifted: number): RawBuilder<unknown> {
  const kept = chosen.filter(({ bit }) => (bit & lifted) === 0)
  const joins = kept.map(({ facet, values }, at) => {
    const alias = sql.ref(`f${at}`)
    return sql`join (select b.chunk, bit_or(b.bits) as bits from catalogue.facet_bitmap b
      where b.facet = ${sql.lit(facet)} and b.value = any(${values}::text[]) group by b.chunk) ${alias} on ${alias}.chunk = a.chunk`
  })
  const and = kept.map((_chosen, at) => sql` & ${sql.ref(`f${at}`)}.bits`)
  return sql`select a.chunk, a.bits${sql.join(and, sql``)} as bits from catalogue.facet_bitmap a ${sql.join(joins, sql` `)} where a.facet = 'all'`
}

function countUnder(chosen: readonly Chosen[], dimensions: readonly Dimension[], lifted: number): RawBuilder<unknown> {
  const facets = dimensions.map(({ facet }) => facet)
  if (chosen.every(({ bit }) => (bit & lifted) !== 0)) {
    return sql`select b.facet, b.value, sum(bit_count(b.bits))::int as products from catalogue.facet_bitmap b
      where b.facet = any(${facets}::text[]) group by b.facet, b.value`
  }
  return sql`select b.facet, b.value, sum(bit_count(b.bits & p.bits))::int as products from catalogue.facet_bitmap b
    join (${passing(chosen, lifted)}) p on p.chunk = b.chunk
    where b.facet = any(${facets}::text[]) group by b.facet, b.value`
}

/** Total and facets of a combination of filters above the commune, by population counts over the bitmaps. */
export async function countBitmaps(db: Db, filters: Filters, dimensions: readonly Dimension[]): Promise<Counted> {
  const chosen = chosenIn(filters)
  const active = chosen.reduce((sum, { bit }) => sum | bit, 0)
  const byLifted = Map.groupBy(dimensions, ({ own }) => own & active)
  const counts = [...byLifted].map(([lifted, group]) => countUnder(chosen, group, lifted))
  const result = await sql<CountRow>`
    select 'total' as facet, null as value, coalesce(sum(bit_count(p.bits)), 0)::int as products from (${passing(chosen, 0)}) p
    union all select c.facet, c.value, c.products from (${sql.join(counts, sql` union all `)}) c where c.products > 0`.execute(
    db,
  )
  return readCounts(result.rows)
}
