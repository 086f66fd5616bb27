import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { matchNameOf } from '../../platform/text/match-name.ts'
import type { Understood } from './understand-rows.ts'

export interface KnownProducer {
  id: string
  name: string
  matchName: string
  kindCode: string
  taxNumber: string | null
  provinceCode: string
  communeCode: string | null
  state: 'active' | 'withdrawn'
}

export interface KnownProduct {
  id: string
  publicId: string
  producerId: string
  name: string
  matchName: string
  groupCode: string | null
  setCode: string | null
  gtin: string | null
  priceMin: number | null
  priceMax: number | null
  priceUnit: string
  description: string
  state: 'active' | 'withdrawn'
  version: number
}

export interface KnownRecognition {
  productId: string
  star: number
  decisionNumber: string | null
  decidedOn: string | null
  decidedYear: number
  level: 'A' | 'B' | 'C'
}

/** What the register knows that rows of a list may speak of. */
export interface KnownRegister {
  producersByTaxNumber: ReadonlyMap<string, KnownProducer[]>
  producersByName: ReadonlyMap<string, KnownProducer[]>
  products: ReadonlyMap<string, KnownProduct[]>
  recognitions: ReadonlyMap<string, KnownRecognition[]>
}

const idsAtOnce = 5000

/** The key under which a name is the same: folded, abbreviations written out, within its province. */
export function nameKey(provinceCode: string, name: string): string {
  return `${provinceCode} ${matchNameOf(name)}`
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

async function findProducers(
  db: Db,
  wanted: { names: string[]; provinces: string[]; taxNumbers: string[] },
): Promise<KnownProducer[]> {
  const found = await sql<KnownProducer>`
    select id, name, match_name as "matchName", kind_code as "kindCode", tax_number as "taxNumber", province_code as "provinceCode",
      commune_code as "communeCode", state
    from producers.producer_in_list
    where (match_name = any(${wanted.names}::text[]) and province_code = any(${wanted.provinces}::text[]))
      or tax_number = any(${wanted.taxNumbers}::text[])
    order by state, id`.execute(db)
  return found.rows
}

async function findProducts(db: Db, producerIds: string[]): Promise<KnownProduct[]> {
  const found = await sql<KnownProduct>`
    select id, public_id as "publicId", producer_id as "producerId", name, match_name as "matchName", group_code as "groupCode",
      set_code as "setCode", gtin, price_min as "priceMin", price_max as "priceMax", price_unit as "priceUnit", description, state, version
    from products.product_in_list where producer_id = any(${producerIds}::uuid[]) order by state, id`.execute(db)
  return found.rows
}

async function findRecognitions(db: Db, productIds: string[]): Promise<KnownRecognition[]> {
  const found = await sql<KnownRecognition>`
    select product_id as "productId", star, decision_number as "decisionNumber", decided_on as "decidedOn", decided_year as "decidedYear", level
    from certification.recognition_card where product_id = any(${productIds}::uuid[])`.execute(db)
  return found.rows
}

async function inParts<Item>(keys: readonly string[], read: (some: string[]) => Promise<Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for (let from = 0; from < keys.length; from += idsAtOnce)
    items.push(...(await read(keys.slice(from, from + idsAtOnce))))
  return items
}

/** Reads, in a handful of statements, everything in the register that these rows may speak of. */
export async function readKnownRegister(db: Db, rows: readonly Understood[]): Promise<KnownRegister> {
  const products = rows.flatMap((row) =>
    row.kind === 'product' && row.place !== null ? [{ listed: row.listed, place: row.place }] : [],
  )
  const names = [...new Set(products.map(({ listed }) => matchNameOf(listed.producer)))]
  const provinces = [...new Set(products.map(({ place }) => place.provinceCode))]
  const taxNumbers = [
    ...new Set(products.flatMap(({ listed }) => (listed.taxNumber === undefined ? [] : [listed.taxNumber]))),
  ]
  const producers = await inParts(names, (some) => findProducers(db, { names: some, provinces, taxNumbers }))
  const unique = [...new Map(producers.map((producer) => [producer.id, producer])).values()]
  const known = await inParts(
    unique.map((producer) => producer.id),
    (some) => findProducts(db, some),
  )
  const recognitions = await inParts(
    known.map((product) => product.id),
    (some) => findRecognitions(db, some),
  )
  return {
    producersByTaxNumber: grouped(unique, (producer) => producer.taxNumber),
    producersByName: grouped(unique, (producer) => `${producer.provinceCode} ${producer.matchName}`),
    products: grouped(known, (product) => product.producerId),
    recognitions: grouped(recognitions, (recognition) => recognition.productId),
  }
}
