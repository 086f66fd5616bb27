import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Read } from '../../platform/http/rows.ts'
import { classificationOf } from './classification.ts'
import { countFacets } from './count-facets.ts'
import type { FacetName } from './facets.ts'
import { noFilters } from './filters.ts'
import type { Statistics } from './messages.ts'
import { unscopedCountProducers } from './producer-queries.ts'

/** How many products of each value of a facet the register holds. */
export function valuesOf(
  counts: readonly { facet: FacetName; value: string; products: number }[],
  facet: FacetName,
): Record<string, number> {
  return Object.fromEntries(
    counts.filter((count) => count.facet === facet).map(({ value, products }) => [value, products]),
  )
}

/** The register in numbers, on a day. */
export async function unscopedCounts(db: Db, day: string) {
  const [counted, producers] = await Promise.all([
    countFacets(db, noFilters, day),
    unscopedCountProducers(db, { tsquery: null, province: null, kinds: [] }),
  ])
  return { ...counted, producers }
}

/** Live counters of the register for the home page and whoever asks. */
export async function countRegister({ db, now }: Read): Promise<z.infer<typeof Statistics>> {
  const day = today(now)
  const [{ total, counts, producers }, { groups }] = await Promise.all([unscopedCounts(db, day), classificationOf(db)])
  const byGroup = valuesOf(counts, 'group')
  return {
    products: total,
    producers,
    provinces: Object.keys(valuesOf(counts, 'province')).length,
    stars: valuesOf(counts, 'star'),
    standings: valuesOf(counts, 'standing'),
    groups: [...groups.values()].map((group) => ({ ...group, products: byGroup[group.code] ?? 0 })),
    day,
  }
}
