import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import { newPublicId } from '../../platform/ids/public-id.ts'
import { matchNameOf } from '../../platform/text/match-name.ts'
import type { ProductFields } from './rules.ts'

export interface Author {
  accountId: string | null
  displayName: string
  now: Date
}

function toColumns(fields: ProductFields) {
  return {
    producer_id: fields.producerId,
    name: fields.name,
    match_name: matchNameOf(fields.name),
    group_code: fields.groupCode,
    set_code: fields.setCode,
    gtin: fields.gtin,
    gtin_note: fields.gtinNote,
    description: fields.description,
    story: fields.story,
    ingredients: fields.ingredients,
    usage: fields.usage,
    storage: fields.storage,
    packaging: fields.packaging,
    season: fields.season,
    capacity: fields.capacity,
    price_min: fields.priceMin,
    price_max: fields.priceMax,
    price_unit: fields.priceUnit,
    address_text: fields.addressText,
    unit_scheme: fields.unitScheme,
    unit_code: fields.unitCode,
    province_code: fields.provinceCode,
    commune_code: fields.communeCode,
    place_state: fields.placeState,
  }
}

/** Inserts products in few statements; answers their ids in order. A public identifier that is taken is drawn again. */
export async function insertProducts(
  tx: Tx,
  all: readonly (ProductFields & { demonstration: boolean })[],
  author: Author,
): Promise<{ id: string; publicId: string }[]> {
  const rows = all.map((fields) => ({
    id: crypto.randomUUID(),
    public_id: newPublicId(),
    ...toColumns(fields),
    demonstration: fields.demonstration,
    state: 'active',
    created_by: author.accountId,
    created_at: author.now,
    updated_by: author.accountId,
    updated_by_name: author.displayName,
    updated_at: author.now,
  }))
  let pending = rows
  while (pending.length > 0) {
    const written = new Set(await insertRows(tx, 'products.product', pending, 'public_id'))
    pending = pending.filter((row) => !written.has(row.id))
    for (const row of pending) row.public_id = newPublicId()
  }
  return rows.map((row) => ({ id: row.id, publicId: row.public_id }))
}

/** Writes changed fields under the caller's lock; answers the new version. */
export async function updateProduct(tx: Tx, id: string, fields: ProductFields, author: Author): Promise<number> {
  const row = await tx
    .updateTable('products.product')
    .set((eb) => ({ ...toColumns(fields), version: eb('version', '+', 1), ...authored(author) }))
    .where('id', '=', id)
    .returning(['version'])
    .executeTakeFirstOrThrow()
  return row.version
}

/** Moves a product between the states that a person sets (merging has its own way). */
export async function setProductState(
  tx: Tx,
  id: string,
  state: 'active' | 'withdrawn',
  author: Author,
): Promise<void> {
  await tx
    .updateTable('products.product')
    .set((eb) => ({ state, version: eb('version', '+', 1), ...authored(author) }))
    .where('id', '=', id)
    .execute()
}

/** Marks one product as merged into another, with everything that had been merged into it before; answers all of them. */
export async function pointMergedAt(tx: Tx, merged: { id: string; keptId: string; author: Author }): Promise<string[]> {
  const rows = await tx
    .updateTable('products.product')
    .set((eb) => ({
      state: 'merged',
      merged_into_id: merged.keptId,
      version: eb('version', '+', 1),
      ...authored(merged.author),
    }))
    .where((eb) => eb.or([eb('id', '=', merged.id), eb('merged_into_id', '=', merged.id)]))
    .returning(['id'])
    .execute()
  return rows.map((row) => row.id)
}

/** Gives every product of one producer to another; answers which. */
export async function moveProducts(tx: Tx, from: string, move: { to: string; author: Author }): Promise<string[]> {
  const rows = await tx
    .updateTable('products.product')
    .set((eb) => ({ producer_id: move.to, version: eb('version', '+', 1), ...authored(move.author) }))
    .where('producer_id', '=', from)
    .returning(['id'])
    .execute()
  return rows.map((row) => row.id)
}

function authored(author: Author) {
  return { updated_by: author.accountId, updated_by_name: author.displayName, updated_at: author.now }
}
