import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import {
  type ProductStanding,
  type RecognitionHistory,
  standingOn,
  unscopedRecognitionsOf,
} from '../certification/index.ts'
import { type CardRow, unscopedCardsIn } from './card-queries.ts'
import { type PictureRow, unscopedPicturesOf } from './picture-queries.ts'

type Recognition = RecognitionHistory['recognitions'][number]

/** A source as the public sees it: what it is and how far it may be trusted, never who recorded it. */
export interface PublicSource {
  id: string
  level: 'A' | 'B' | 'C'
  title: string
  reference: string | null
  page: string | null
  checkedOn: string
}

/** The texts of a product. */
export interface ProductAbout {
  description: string
  story: string
  ingredients: string
  usage: string
  storage: string
  packaging: string
  season: string
  capacity: string
  gtin: string | null
  subgroupCode: string | null
}

async function aboutOf(db: Db, productId: string): Promise<ProductAbout | undefined> {
  const found = await sql<ProductAbout>`
    select p.description, p.story, p.ingredients, p.usage, p.storage, p.packaging, p.season, p.capacity, p.gtin, p.subgroup_code as "subgroupCode"
    from products.product_card p where p.id = ${productId}::uuid`.execute(db)
  return found.rows[0]
}

/** Everything that the public may know of one product; page and API answer are made from it. */
export interface ProductDetail {
  card: CardRow
  about: ProductAbout
  codes: string[]
  pictures: PictureRow[]
  standing: ProductStanding<Recognition>
  events: RecognitionHistory['events']
  sources: ReadonlyMap<string, PublicSource>
}

async function codesOf(db: Db, productId: string): Promise<string[]> {
  const found = await sql<{ shown: string }>`
    select coalesce(nullif(c.written, ''), c.code) as shown from products.code_card c
    where c.product_id = ${productId}::uuid order by c.recorded_at desc, c.code`.execute(db)
  return found.rows.map((row) => row.shown)
}

/** Titles and levels of sources by id. */
export async function unscopedPublicSources(db: Db, ids: readonly string[]): Promise<Map<string, PublicSource>> {
  const found = await sql<PublicSource>`
    select s.id, s.level, s.title, s.reference, s.page, s.checked_on as "checkedOn" from provenance.source s
    where s.id = any(${ids}::uuid[])`.execute(db)
  return new Map(found.rows.map((source) => [source.id, source]))
}

/** Reads a public product whole; undefined when it is not (or no longer) public. */
export async function unscopedProductDetail(
  db: Db,
  productId: string,
  day: string,
): Promise<ProductDetail | undefined> {
  const [[card], about, codes, pictures, [history]] = await Promise.all([
    unscopedCardsIn(db, sql`array[${productId}::uuid]`, day),
    aboutOf(db, productId),
    codesOf(db, productId),
    unscopedPicturesOf(db, productId),
    unscopedRecognitionsOf(db, [productId]),
  ])
  if (card === undefined || about === undefined || history === undefined) return undefined
  const standing = standingOn(day, history.recognitions, history.events)
  const sources = await unscopedPublicSources(
    db,
    history.recognitions.map(({ sourceId }) => sourceId),
  )
  return { card, about, codes, pictures, standing, events: history.events, sources }
}
