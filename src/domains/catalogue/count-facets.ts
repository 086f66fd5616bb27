import type { Db } from '../../platform/db/database.ts'
import { countBitmaps } from './count-bitmaps.ts'
import { countCards } from './count-cards.ts'
import {
  type Counted,
  coarse,
  communeDimension,
  type Dimension,
  dimensionsOf,
  districtDimension,
  type FacetCount,
} from './facets.ts'
import { type Filters, isFine } from './filters.ts'

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
