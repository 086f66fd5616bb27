import type { z } from 'zod'
import type { PageOutcome, Read } from '../../platform/http/rows.ts'
import { provinceAddress, searchAddress, slugOf } from '../../ui/addresses.ts'
import { gazetteerOf, oldProvincesOf, presentProvinceOf, type Unit, unitOf } from '../administrative-units/index.ts'
import { unscopedListCards } from './card-queries.ts'
import { countFacets } from './count-facets.ts'
import { unscopedCounts, valuesOf } from './count-register.ts'
import { noFilters } from './filters.ts'
import { groupCounts, provinceCounts, validToday } from './home-view.ts'
import type { ProvincePage } from './page-messages.ts'
import { unscopedCountProducers } from './producer-queries.ts'
import { refuse } from './refusals.ts'
import { nameFacets } from './search-register.ts'
import { isDemonstration, tellCards, tellingOf } from './telling.ts'
import type { ProvinceView } from './views.ts'

const shownProducts = 12

/** A code that only the 63 old provinces had leads to the province that took it in. */
async function findProvince(context: Read, code: string): Promise<Unit> {
  const gazetteer = await gazetteerOf(context.db)
  const present = unitOf(gazetteer, { scheme: '2025-', code })
  if (present?.level === 'province') return present
  const old = unitOf(gazetteer, { scheme: '2004-2025', code })
  if (old?.level !== 'province') throw refuse('province-unknown')
  return presentProvinceOf(gazetteer, old)
}

/** A province's page: its products in numbers, by star, group and commune, and the provinces that went into it. */
export async function showProvince(
  context: Read,
  input: z.infer<typeof ProvincePage>,
): Promise<PageOutcome<ProvinceView>> {
  const { db, now, locale } = context
  const unit = await findProvince(context, input.code)
  const canonical = { code: unit.code, slug: slugOf(unit.name) }
  if (input.code !== canonical.code || input.slug !== canonical.slug)
    return { movedTo: provinceAddress(locale, canonical) }
  const telling = await tellingOf(db, now, locale)
  const filters = { ...noFilters, province: unit.code }
  const [counted, producers, rows, everywhere] = await Promise.all([
    countFacets(db, filters, telling.day),
    unscopedCountProducers(db, { tsquery: null, province: unit.code, kinds: [] }),
    unscopedListCards(db, { filters, sort: 'newest', limit: shownProducts, day: telling.day }),
    unscopedCounts(db, telling.day),
  ])
  const stars = valuesOf(counted.counts, 'star')
  const view = {
    demonstration: await isDemonstration(db),
    code: unit.code,
    name: unit.name,
    fullName: unit.fullName,
    formerProvinces: await formerProvinces(context, unit),
    counts: {
      products: counted.total,
      producers,
      validToday: validToday(valuesOf(counted.counts, 'standing')),
      byStar: [5, 4, 3].map((star) => ({ star, products: stars[star] ?? 0 })),
    },
    communes: await communesOf(context, unit, counted.counts),
    groups: groupCounts(telling, valuesOf(counted.counts, 'group'), unit.code),
    products: await tellCards(db, telling, rows),
    allAddress: searchAddress(locale, { q: '', filters: { province: [unit.code] } }),
    provinces: await provinceCounts(db, telling, valuesOf(everywhere.counts, 'province')),
  }
  return { view }
}

async function formerProvinces({ db, now, locale }: Read, unit: Unit): Promise<ProvinceView['formerProvinces']> {
  const { day } = await tellingOf(db, now, locale)
  const counted = valuesOf((await countFacets(db, noFilters, day)).counts, 'oldProvince')
  return oldProvincesOf(await gazetteerOf(db), unit).map((old) => ({
    name: old.name,
    address: searchAddress(locale, { q: '', filters: { oldProvince: [old.code] } }),
    products: counted[old.code] ?? 0,
  }))
}

async function communesOf(
  { db, locale }: Read,
  unit: Unit,
  counts: Parameters<typeof nameFacets>[1],
): Promise<ProvinceView['communes']> {
  const named = await nameFacets(
    db,
    counts.filter(({ facet }) => facet === 'commune'),
  )
  return named
    .map(({ value, nameVi, products }) => ({
      name: nameVi,
      address: searchAddress(locale, { q: '', filters: { province: [unit.code], commune: [value] } }),
      products,
    }))
    .sort((one, other) => other.products - one.products || one.name.localeCompare(other.name, 'vi'))
}
