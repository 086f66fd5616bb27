import type { Db } from '../../platform/db/database.ts'
import { readPublicId } from '../../platform/ids/public-id.ts'
import { resolveCode } from '../products/index.ts'

/** What the public may learn from a code: the product, that it was there once, or nothing. */
export type Sought =
  | { state: 'public'; productId: string; publicId: string }
  | { state: 'gone'; name: string; goneOn: Date | null }
  | { state: 'unknown' }

async function cardOf(db: Db, where: { productId: string } | { publicId: string }) {
  const query = db.selectFrom('catalogue.product_card').select(['product_id as productId', 'public_id as publicId'])
  return 'productId' in where
    ? query.where('product_id', '=', where.productId).executeTakeFirst()
    : query.where('public_id', '=', where.publicId).executeTakeFirst()
}

async function goneOf(db: Db, publicId: string): Promise<Sought> {
  const [tombstone, product] = await Promise.all([
    db
      .selectFrom('catalogue.once_public')
      .select('left_at')
      .where('public_id', '=', publicId)
      .where('kind', '=', 'product')
      .executeTakeFirst(),
    db.selectFrom('products.product_card').select('name').where('public_id', '=', publicId).executeTakeFirst(),
  ])
  if (tombstone === undefined) return { state: 'unknown' }
  return { state: 'gone', name: product?.name ?? '', goneOn: tombstone.left_at }
}

/** Finds the public product of whatever stands on a label: our identifier, a legal code, a GTIN; merged products answer as the kept one. */
export async function unscopedFindProduct(db: Db, code: string): Promise<Sought> {
  const canonical = readPublicId(code)
  const direct = canonical === null ? undefined : await cardOf(db, { publicId: canonical })
  if (direct !== undefined) return { state: 'public', ...direct }
  const resolved = await resolveCode(db, code)
  const card = resolved === null ? undefined : await cardOf(db, { productId: resolved.productId })
  if (card !== undefined) return { state: 'public', ...card }
  const publicId = resolved?.publicId ?? canonical
  return publicId === null ? { state: 'unknown' } : goneOf(db, publicId)
}
