import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { readPublicId } from '../../platform/ids/public-id.ts'
import { fold } from '../../platform/text/fold.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { likePatterns, readCursor, toPlace, withinScope, writeCursor } from '../producers/index.ts'
import { type ProductRow, productColumns } from './lock-product.ts'
import type { ListProducts, ProductLines } from './messages.ts'
import { canonicalCode, writeGtin } from './rules.ts'

export type ProductFilter = z.infer<typeof ListProducts>

/** A condition on products.product as `p` that a higher domain adds to the list. */
export type Narrowing = RawBuilder<boolean>
/** What narrows nothing. */
export const everyProduct: Narrowing = sql<boolean>`true`

/** The products in the actor's scope that a filter leaves, a page at a time, with how many there are in all. */
export async function listProducts(
  { db, actor, narrowing = everyProduct }: { db: Db; actor: Actor; narrowing?: Narrowing },
  filter: ProductFilter,
): Promise<z.infer<typeof ProductLines>> {
  const [rows, total, gazetteer] = await Promise.all([
    visibleProducts({ db, actor, narrowing }, filter),
    countProducts({ db, actor, narrowing }, filter),
    gazetteerOf(db),
  ])
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const items = page.map((row) => ({
    id: row.id,
    publicId: row.publicId,
    name: row.name,
    producer: { id: row.producerId, publicId: row.producerPublicId, name: row.producerName },
    groupCode: row.groupCode,
    setCode: row.setCode,
    ...toPlace(gazetteer, row),
    codes: row.codes,
    pictures: row.pictures,
    state: row.state,
    demonstration: row.demonstration,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  }))
  return { items, total, next: rows.length > page.length && last ? writeCursor(last.sortValue, last.id) : null }
}

export interface ListedProduct extends ProductRow {
  sortValue: string
  producerName: string
  producerPublicId: string
  codes: string[]
  pictures: number
}

/** One page of the products that an actor may see, and one row more when there is a next page. */
export async function visibleProducts(
  { db, actor, narrowing }: { db: Db; actor: Actor; narrowing: Narrowing },
  filter: ProductFilter,
): Promise<ListedProduct[]> {
  const isByName = filter.sort === 'name'
  const sortValue = isByName ? sql`p.folded_name` : sql`p.updated_at::text`
  const order = isByName ? sql`p.folded_name, p.id` : sql`p.updated_at desc, p.id desc`
  const found = await sql<ListedProduct>`
    select ${productColumns}, ${sortValue} as "sortValue", m.name as "producerName", m.public_id as "producerPublicId",
      array(select a.written from products.code_card a where a.product_id = p.id order by a.kind, a.code) as codes,
      (select count(*) from products.picture_card c where c.product_id = p.id) as pictures
    from products.product p
    join producers.producer_card m on m.id = p.producer_id
    where ${conditions(actor, filter)} and ${narrowing} and ${afterCursor(filter)}
    order by ${order} limit ${filter.limit + 1}`.execute(db)
  return found.rows
}

/** How many products in the actor's scope a filter leaves. */
export async function countProducts(
  { db, actor, narrowing = everyProduct }: { db: Db; actor: Actor; narrowing?: Narrowing },
  filter: ProductFilter,
): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*) as total from products.product p
    ${filter.q ? sql`join producers.producer_card m on m.id = p.producer_id` : sql``}
    where ${conditions(actor, filter)} and ${narrowing}`.execute(db)
  return found.rows[0]?.total ?? 0
}

function afterCursor(filter: ProductFilter): RawBuilder<boolean> {
  if (filter.cursor === undefined) return sql<boolean>`true`
  const { value, id } = readCursor(filter.cursor)
  return filter.sort === 'name'
    ? sql<boolean>`(p.folded_name, p.id) > (${value}, ${id}::uuid)`
    : sql<boolean>`(p.updated_at, p.id) < (${value}::timestamptz, ${id}::uuid)`
}

function conditions(actor: Actor, filter: ProductFilter): RawBuilder<boolean> {
  const all = [withinScope(actor.scope, 'p'), sql<boolean>`p.state = ${filter.state}`]
  if (filter.province !== undefined) all.push(sql<boolean>`p.province_code = ${filter.province}`)
  if (filter.commune !== undefined) all.push(sql<boolean>`p.commune_code = ${filter.commune}`)
  if (filter.producer !== undefined) all.push(sql<boolean>`p.producer_id = ${filter.producer}`)
  if (filter.group !== undefined) all.push(sql<boolean>`p.group_code = ${filter.group}`)
  if (filter.set !== undefined) all.push(sql<boolean>`p.set_code = ${filter.set}`)
  if (filter.lacks === 'set') all.push(sql<boolean>`p.set_code is null`)
  if (filter.lacks === 'picture')
    all.push(sql<boolean>`not exists (select from products.picture_card c where c.product_id = p.id)`)
  if (filter.placeState !== undefined) all.push(sql<boolean>`p.place_state = ${filter.placeState}`)
  if (filter.q !== undefined && filter.q !== '') all.push(isFoundBy(filter.q))
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

/** Every word somewhere in the product's or its producer's name, or the whole as an identifier, code or GTIN. */
function isFoundBy(typed: string): RawBuilder<boolean> {
  const patterns = likePatterns(fold(typed))
  return sql<boolean>`((p.folded_name || ' ' || m.folded_name) like all(${patterns}::text[])
    or p.public_id = ${readPublicId(typed)} or p.gtin = ${writeGtin(typed)}
    or p.id in (select a.product_id from products.code_card a where a.code = ${canonicalCode(typed).code}))`
}
