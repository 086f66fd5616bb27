import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { withinScope } from '../producers/index.ts'
import { refuse } from './refusals.ts'
import type { ProductFields } from './rules.ts'

/** A product whole, as those in whose scope it lies may see it. */
export interface ProductRow extends ProductFields {
  id: string
  publicId: string
  state: 'active' | 'merged' | 'withdrawn'
  mergedIntoId: string | null
  demonstration: boolean
  version: number
  createdAt: Date
  updatedAt: Date
  updatedByName: string
}

export const productColumns = sql`p.id, p.public_id as "publicId", p.producer_id as "producerId", p.name, p.group_code as "groupCode",
  p.set_code as "setCode", p.gtin, p.gtin_note as "gtinNote", p.description, p.story, p.ingredients, p.usage, p.storage, p.packaging,
  p.season, p.capacity, p.price_min as "priceMin", p.price_max as "priceMax", p.price_unit as "priceUnit",
  p.address_text as "addressText", p.unit_scheme as "unitScheme", p.unit_code as "unitCode", p.province_code as "provinceCode",
  p.commune_code as "communeCode", p.place_state as "placeState", p.state, p.merged_into_id as "mergedIntoId", p.demonstration,
  p.version, p.created_at as "createdAt", p.updated_at as "updatedAt", p.updated_by_name as "updatedByName"`

/** The product as the actor may see it; one out of reach answers as if it did not exist. */
export async function visibleProduct(db: Db, actor: Actor, id: string): Promise<ProductRow> {
  const found = await sql<ProductRow>`
    select ${productColumns} from products.product p where p.id = ${id} and ${withinScope(actor.scope, 'p')}`.execute(
    db,
  )
  const [row] = found.rows
  if (row === undefined) throw refuse('product-missing')
  return row
}

/** Locks products for change, in id order; every one must lie in the actor's scope. */
export async function lockProducts(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, ProductRow>> {
  const found = await sql<ProductRow>`
    select ${productColumns} from products.product p
    where p.id = any(${[...ids]}::uuid[]) and ${withinScope(actor.scope, 'p')}
    order by p.id for update`.execute(tx)
  const rows = new Map(found.rows.map((row) => [row.id, row]))
  if (ids.some((id) => !rows.has(id))) throw refuse('product-missing')
  return rows
}

/** Locks a product for change through its actor, whatever its state; certification records through it too. */
export async function lockProduct(tx: Tx, actor: Actor, id: string): Promise<ProductRow> {
  const row = (await lockProducts(tx, actor, [id])).get(id)
  if (row === undefined) throw refuse('product-missing')
  return row
}

/** Refuses unless the product can be worked with: a merged one names the kept one, a withdrawn one must be restored first. */
export async function requireActiveProduct(db: Db, row: ProductRow): Promise<void> {
  if (row.state === 'withdrawn') throw refuse('product-withdrawn')
  if (row.state === 'active') return
  const kept = await db
    .selectFrom('products.product')
    .select(['public_id'])
    .where('id', '=', row.mergedIntoId ?? row.id)
    .executeTakeFirst()
  throw refuse('product-merged', { keptPublicId: kept?.public_id ?? '' })
}
