import type { Db } from '../../platform/db/database.ts'
import type { Read } from '../../platform/http/rows.ts'
import { provinceAddress, searchAddress, slugOf } from '../../ui/addresses.ts'
import { gazetteerOf, unitsOn } from '../administrative-units/index.ts'
import { unscopedListCards } from './card-queries.ts'
import { type Telling, toMark } from './card-view.ts'
import { unscopedCounts, valuesOf } from './count-register.ts'
import { noFilters } from './filters.ts'
import { isDemonstration, tellCards, tellingOf } from './telling.ts'
import type { GroupCountView, HomeView, ProvinceCountView } from './views.ts'

/** The 34 provinces in force on the day with their products, by name. */
export async function provinceCounts(
  db: Db,
  telling: Telling,
  products: Record<string, number>,
): Promise<ProvinceCountView[]> {
  const { day, language } = telling
  return unitsOn(await gazetteerOf(db), 'province', day)
    .filter(({ unit }) => unit.scheme === '2025-')
    .map(({ unit, term }) => ({
      code: unit.code,
      name: term.name,
      address: provinceAddress(language, { code: unit.code, slug: slugOf(term.name) }),
      products: products[unit.code] ?? 0,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
}

/** The six groups with their products, narrowed to a province when one is given. */
export function groupCounts(
  telling: Telling,
  products: Record<string, number>,
  province: string | null,
): GroupCountView[] {
  return [...telling.classification.groups.values()].map((group) => ({
    ...toMark(telling, group.code, null),
    address: searchAddress(telling.language, {
      q: '',
      filters: { group: [group.code], ...(province === null ? {} : { province: [province] }) },
    }),
    products: products[group.code] ?? 0,
  }))
}

/** A certificate that runs out soon is still valid today. */
export function validToday(standings: Record<string, number>): number {
  return (standings.valid ?? 0) + (standings.expiring ?? 0)
}

/** The front page: the register in numbers, its six groups, its provinces, what was recognised last. */
export async function showHome({ db, now, locale }: Read): Promise<{ view: HomeView }> {
  const telling = await tellingOf(db, now, locale)
  const [counted, newest] = await Promise.all([
    unscopedCounts(db, telling.day),
    unscopedListCards(db, { filters: noFilters, sort: 'newest', limit: 8, day: telling.day }),
  ])
  const cards = await tellCards(db, telling, newest)
  const view = {
    today: telling.day,
    demonstration: await isDemonstration(db),
    counts: {
      products: counted.total,
      producers: counted.producers,
      validToday: validToday(valuesOf(counted.counts, 'standing')),
      fiveStar: valuesOf(counted.counts, 'star')['5'] ?? 0,
    },
    groups: groupCounts(telling, valuesOf(counted.counts, 'group'), null),
    provinces: await provinceCounts(db, telling, valuesOf(counted.counts, 'province')),
    newest: cards.map((card, index) => ({ ...card, decidedOn: newest[index]?.decided_on ?? null })),
  }
  return { view }
}
