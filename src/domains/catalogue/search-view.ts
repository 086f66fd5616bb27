import type { z } from 'zod'
import type { Read } from '../../platform/http/rows.ts'
import { searchAddress } from '../../ui/addresses.ts'
import type { Telling } from './card-view.ts'
import type { FacetName as CountName } from './facets.ts'
import type { Filters } from './filters.ts'
import type { SearchPage } from './page-messages.ts'
import { type FilterInput, readFilters, writeFilters } from './read-filters.ts'
import { readWords } from './rules.ts'
import type { SearchSort } from './search-products.ts'
import { findProducts, nameFacets } from './search-register.ts'
import { isDemonstration, tellCards, tellingOf } from './telling.ts'
import type { FacetName, FacetOptionView, FacetView, SearchView } from './views.ts'

/** Products a page of the search. */
export const pageSize = 20
const mostPages = 500
const mostOptions = 60

type FilterName = keyof FilterInput
type Counts = Awaited<ReturnType<typeof nameFacets>>

interface Shown {
  name: FacetName
  counted: CountName
  filter: FilterName
}

const places = {
  present: [
    { name: 'province', counted: 'province', filter: 'province' },
    { name: 'commune', counted: 'commune', filter: 'commune' },
  ],
  former: [
    { name: 'province', counted: 'oldProvince', filter: 'oldProvince' },
    { name: 'commune', counted: 'oldDistrict', filter: 'oldDistrict' },
  ],
} as const satisfies Record<SearchView['scheme'], readonly Shown[]>

const others = [
  { name: 'group', counted: 'group', filter: 'group' },
  { name: 'set', counted: 'set', filter: 'set' },
  { name: 'star', counted: 'star', filter: 'star' },
  { name: 'standing', counted: 'standing', filter: 'standing' },
  { name: 'producer-kind', counted: 'kind', filter: 'kind' },
] as const satisfies readonly Shown[]

function toFacet(shown: Shown, counts: Counts, chosen: readonly string[], language: 'vi' | 'en'): FacetView {
  const options = counts
    .filter(({ facet }) => facet === shown.counted)
    .map(({ value, nameVi, nameEn, products }) => ({
      value,
      label: language === 'vi' ? nameVi : nameEn,
      count: products,
      isChosen: chosen.includes(value),
    }))
    .sort((one, other) => orderOf(shown.name, one, other))
  const kept = options.filter((option, index) => index < mostOptions || option.isChosen)
  return { name: shown.name, options: kept, isTruncated: kept.length < options.length }
}

function orderOf(name: FacetName, one: FacetOptionView, other: FacetOptionView): number {
  if (name === 'star') return Number(other.value) - Number(one.value)
  if (name === 'group' || name === 'set') return one.value < other.value ? -1 : 1
  return other.count - one.count || one.label.localeCompare(other.label, 'vi')
}

interface Asked {
  q: string
  filters: ReturnType<typeof writeFilters>
  sort: SearchSort
}

function withoutValue(filters: Asked['filters'], name: FilterName, value: string): Asked['filters'] {
  const lower = { province: ['commune'], oldProvince: ['oldDistrict', 'oldCommune'], group: ['set'] } as const
  const below: readonly FilterName[] =
    name === 'province' || name === 'oldProvince' || name === 'group' ? lower[name] : []
  const emptied = Object.fromEntries(below.map((one) => [one, []]))
  return { ...filters, ...emptied, [name]: (filters[name] ?? []).filter((one) => one !== value) }
}

function chosenOf(
  facets: readonly FacetView[],
  shown: readonly Shown[],
  asked: Asked,
  language: 'vi' | 'en',
): SearchView['chosen'] {
  return shown.flatMap(({ name, filter }) =>
    (asked.filters[filter] ?? []).map((value) => {
      const option = facets.find((facet) => facet.name === name)?.options.find((one) => one.value === value)
      return {
        facet: name,
        value,
        label: option?.label ?? value,
        removeAddress: searchAddress(language, { ...asked, filters: withoutValue(asked.filters, filter, value) }),
      }
    }),
  )
}

function schemeOf(filters: Filters, asked: string | undefined): SearchView['scheme'] {
  const isOld = filters.oldProvince !== null || filters.oldDistrict !== null || filters.oldCommune !== null
  return isOld || asked === 'former' ? 'former' : 'present'
}

function neighbour(telling: Telling, asked: Asked, page: number, pages: number): string | null {
  return page < 1 || page > pages ? null : searchAddress(telling.language, { ...asked, page })
}

/** The search page: what was found, how it may be narrowed, where the neighbouring pages are. */
export async function showSearch(
  { db, now, locale }: Read,
  input: z.infer<typeof SearchPage>,
): Promise<{ view: SearchView }> {
  const telling = await tellingOf(db, now, locale)
  const filters = readFilters(input)
  const q = input.q.trim()
  const sort = input.sort ?? (readWords(q).length > 0 ? 'relevance' : 'newest')
  const page = Math.min(input.page, mostPages)
  const search = { text: q, filters, sort, limit: pageSize, offset: (page - 1) * pageSize, day: telling.day }
  const found = await findProducts(db, search)
  const counts = await nameFacets(db, found.counts)
  const asked: Asked = { q, filters: writeFilters(filters), sort }
  const scheme = schemeOf(filters, input.scheme)
  const shown: readonly Shown[] = [...places[scheme], ...others]
  const facets = shown.map((one) => toFacet(one, counts, asked.filters[one.filter] ?? [], locale))
  const pages = Math.min(mostPages, Math.ceil(found.total / pageSize))
  const view = {
    question: q,
    scheme,
    total: found.total,
    isTotalExact: true,
    page,
    pages,
    pageSize,
    sort,
    products: await tellCards(db, telling, found.items),
    facets: facets.filter((facet) => facet.options.length > 0),
    chosen: chosenOf(facets, shown, asked, locale),
    spelling:
      found.corrected === null
        ? []
        : [{ label: found.corrected, address: searchAddress(locale, { ...asked, q: found.corrected }) }],
    previousAddress: neighbour(telling, asked, page - 1, pages),
    nextAddress: neighbour(telling, asked, page + 1, pages),
    clearAddress: searchAddress(locale, { q, filters: {} }),
    matching: found.matching,
    demonstration: await isDemonstration(db),
  }
  return { view }
}
