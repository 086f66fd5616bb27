import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Read } from '../../platform/http/rows.ts'
import { gazetteerOf, unitOf } from '../administrative-units/index.ts'
import { type ListSort, unscopedListCards } from './card-queries.ts'
import { classificationOf } from './classification.ts'
import { countFacets } from './count-facets.ts'
import type { FacetCount, FacetName } from './facets.ts'
import type { FacetCounts, SearchAnswer, SearchProducts } from './messages.ts'
import { toProductItem } from './product-item.ts'
import { readFilters } from './read-filters.ts'
import { readWords } from './rules.ts'
import { type Found, type Search, type SearchSort, searchProducts } from './search-products.ts'

function listSortOf(sort: SearchSort): ListSort {
  return sort === 'relevance' ? 'newest' : sort
}

/** A search with words, or the narrowed list where there are none: the same answer for page and API. */
export async function findProducts(db: Db, search: Search): Promise<Found> {
  if (readWords(search.text).length > 0) return searchProducts(db, search)
  const { filters, sort, limit, offset, day } = search
  const [items, counted] = await Promise.all([
    unscopedListCards(db, { filters, sort: listSortOf(sort), limit, offset, day }),
    countFacets(db, filters, day),
  ])
  return { ...counted, items, matching: 'all', corrected: null }
}

/** The names of facet values in both languages; stars and standings are worded by whoever shows them. */
export async function nameFacets(db: Db, counts: readonly FacetCount[]): Promise<z.infer<typeof FacetCounts>> {
  const [gazetteer, { groups, sets, kinds }] = await Promise.all([gazetteerOf(db), classificationOf(db)])
  const unitNames = (scheme: '2004-2025' | '2025-', code: string) => {
    const unit = unitOf(gazetteer, { scheme, code })
    const name = unit === undefined ? code : unit.level === 'province' ? unit.name : unit.fullName
    return { nameVi: name, nameEn: name }
  }
  const named = { group: groups, set: sets, kind: kinds }
  const namesOf = (facet: FacetName, value: string) => {
    if (facet === 'province' || facet === 'commune') return unitNames('2025-', value)
    if (facet === 'oldProvince' || facet === 'oldDistrict') return unitNames('2004-2025', value)
    if (facet === 'star' || facet === 'standing') return { nameVi: value, nameEn: value }
    const line = named[facet].get(value)
    return { nameVi: line?.nameVi ?? value, nameEn: line?.nameEn ?? value }
  }
  return counts.map(({ facet, value, products }) => ({ facet, value, products, ...namesOf(facet, value) }))
}

/** The public search as the API answers it. */
export async function searchRegister(
  { db, now }: Read,
  input: z.infer<typeof SearchProducts>,
): Promise<z.infer<typeof SearchAnswer>> {
  const day = today(now)
  const { limit, page, sort } = input
  const found = await findProducts(db, {
    text: input.q ?? '',
    filters: readFilters(input),
    sort,
    limit,
    offset: (page - 1) * limit,
    day,
  })
  return {
    items: found.items.map((row) => toProductItem(row, day)),
    total: found.total,
    page,
    pages: Math.ceil(found.total / limit),
    matching: found.matching,
    corrected: found.corrected,
    facets: await nameFacets(db, found.counts),
  }
}
