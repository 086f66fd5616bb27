import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { pictureWidths } from '../../platform/images/make-variants.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { candidatesOf, toFactView, toPlace } from '../producers/index.ts'
import { unscopedFactsOf } from '../provenance/index.ts'
import { visibleProduct } from './lock-product.ts'
import type { ProductView } from './messages.ts'
import { productAbilities } from './policy.ts'

/** A product with its codes, pictures, and everything that is said of it, by whom, and where sources contradict. */
export async function readProduct(
  { db, actor }: { db: Db; actor: Actor },
  { id }: { id: string },
): Promise<z.infer<typeof ProductView>> {
  const row = await visibleProduct(db, actor, id)
  const [facts, gazetteer, producer, codes, pictures, mergers, kept] = await Promise.all([
    unscopedFactsOf(db, 'product', id),
    gazetteerOf(db),
    producerOf(db, row.producerId),
    codesOf(db, id),
    picturesOf(db, id),
    mergersOf(db, id),
    row.mergedIntoId === null ? null : briefOf(db, row.mergedIntoId),
  ])
  const candidates = row.placeState === 'undecided' ? candidatesOf(gazetteer, row) : []
  const { addressText, unitScheme, unitCode, provinceCode, communeCode, placeState, ...fields } = row
  return {
    ...fields,
    producer,
    codes,
    pictures,
    place: {
      ...toPlace(gazetteer, { addressText, unitScheme, unitCode, provinceCode, communeCode, placeState }),
      candidates: candidates.map((unit) => ({ code: unit.code, name: unit.fullName })),
    },
    mergedInto: kept ?? null,
    mergers,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedByName,
    facts: facts.map(toFactView),
    abilities: productAbilities(actor, row.state),
  }
}

async function producerOf(db: Db, id: string) {
  const found = await sql<{ id: string; publicId: string; name: string }>`
    select id, public_id as "publicId", name from producers.producer_card where id = ${id}`.execute(db)
  const [producer] = found.rows
  if (producer === undefined) throw new Error(`product without producer ${id}`)
  return producer
}

async function codesOf(db: Db, id: string) {
  const found = await sql<{ code: string; written: string; kind: 'four-part' | 'five-part' | 'certificate' | 'other' }>`
    select code, written, kind from products.code_card where product_id = ${id} order by kind, code`.execute(db)
  return found.rows
}

async function picturesOf(db: Db, id: string) {
  const found = await sql<{
    id: string
    width: number
    height: number
    caption: string
    author: string
    licence: string
  }>`
    select id, width, height, caption, author, licence from products.picture_card
    where product_id = ${id} order by position, created_at, id`.execute(db)
  return found.rows.map((picture) => ({
    ...picture,
    addresses: pictureWidths.map((width) => `/pictures/${picture.id}/${width}.webp`),
  }))
}

async function briefOf(db: Db, id: string) {
  return await db
    .selectFrom('products.product')
    .select(['id', 'public_id as publicId', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
}

async function mergersOf(db: Db, keptId: string) {
  const rows = await db
    .selectFrom('products.merger as m')
    .innerJoin('products.product as p', 'p.id', 'm.merged_id')
    .select(['p.id', 'p.public_id as publicId', 'p.name', 'm.reason', 'm.merged_at as mergedAt'])
    .where('m.kept_id', '=', keptId)
    .orderBy('m.merged_at')
    .execute()
  return rows.map((row) => ({ ...row, mergedAt: row.mergedAt.toISOString() }))
}
