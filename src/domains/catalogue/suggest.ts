import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Read } from '../../platform/http/rows.ts'
import { producerAddress, productAddress, provinceAddress, searchAddress, slugOf } from '../../ui/addresses.ts'
import { gazetteerOf, searchUnits } from '../administrative-units/index.ts'
import { placeNameOf } from './card-view.ts'
import { noFilters } from './filters.ts'
import { matchAll } from './match-concepts.ts'
import type { Suggest, Suggestion, Suggestions } from './messages.ts'
import { readWords } from './rules.ts'
import { searchProducts } from './search-products.ts'
import { understand } from './understand.ts'

type Language = 'vi' | 'en'

async function products(
  db: Db,
  text: string,
  { day, language }: { day: string; language: Language },
): Promise<Suggestion[]> {
  const found = await searchProducts(db, { text, filters: noFilters, sort: 'relevance', limit: 5, offset: 0, day })
  return found.items.map((row) => ({
    kind: 'product',
    label: row.name,
    detail: `${row.producer_name}, ${placeNameOf(row)}`,
    address: productAddress(language, { publicId: row.public_id, slug: slugOf(row.name) }),
  }))
}

async function producers(db: Db, text: string, language: Language): Promise<Suggestion[]> {
  const { concepts } = await understand(db, text)
  if (concepts.length === 0) return []
  const found = await sql<{ publicId: string; name: string; place: string }>`
    select c.public_id as "publicId", c.name, concat_ws(', ', c.commune_name, c.province_name) as place
    from catalogue.producer_card c
    where c.all_words @@ ${matchAll(concepts).tsquery}::tsquery
    order by c.products desc, length(c.sort_name), c.sort_name limit 3`.execute(db)
  return found.rows.map(({ publicId, name, place }) => ({
    kind: 'producer',
    label: name,
    detail: place,
    address: producerAddress(language, { publicId, slug: slugOf(name) }),
  }))
}

async function words(db: Db, text: string, language: Language): Promise<Suggestion[]> {
  const beginning = readWords(text)
    .map(({ plain }) => plain)
    .slice(-2)
    .join(' ')
  const found = await sql<{ spelling: string }>`
    select t.spelling from catalogue.term t
    where t.term >= ${beginning} and t.term < ${`${beginning}~`} and ${sql<SqlBool>`t.words = 2 and t.spelling is not null and t.products > 1`}
    order by t.products desc, t.term limit 3`.execute(db)
  return found.rows.map(({ spelling }) => ({
    kind: 'word',
    label: spelling,
    detail: '',
    address: searchAddress(language, { q: spelling, filters: {} }),
  }))
}

async function places(db: Db, text: string, language: Language): Promise<Suggestion[]> {
  const found = searchUnits(await gazetteerOf(db), text, { scheme: '2025-', limit: 2 })
  return found.map(({ unit }) => ({
    kind: 'place',
    label: unit.level === 'province' ? unit.name : unit.fullName,
    detail: unit.level === 'province' ? unit.fullName : unit.province.name,
    address:
      unit.level === 'province'
        ? provinceAddress(language, { code: unit.code, slug: slugOf(unit.name) })
        : searchAddress(language, { q: '', filters: { province: [unit.province.code], commune: [unit.code] } }),
  }))
}

/** What a person may be about to ask for: words, products, producers and places, a handful each. */
export async function suggest(
  { db, now, locale }: Read,
  { q }: z.infer<typeof Suggest>,
): Promise<z.infer<typeof Suggestions>> {
  if (q.trim().length < 2 || readWords(q).length === 0) return { suggestions: [] }
  const lists = await Promise.all([
    words(db, q, locale),
    products(db, q, { day: today(now), language: locale }),
    producers(db, q, locale),
    places(db, q, locale),
  ])
  return { suggestions: lists.flat() }
}
