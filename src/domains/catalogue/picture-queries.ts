import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { CardRow } from './card-queries.ts'

/** A picture with the shape of its original. */
export interface PictureRow {
  id: string
  width: number
  height: number
  caption: string
  author: string
  licence: string
}

const selectPictures = (where: RawBuilder<unknown>) => sql<PictureRow>`
  select p.id, p.width, p.height, p.caption, p.author, p.licence from products.picture_card p where ${where} order by p.position, p.id`

/** The first pictures of these cards, by picture. */
export async function unscopedCoversOf(db: Db, rows: readonly CardRow[]): Promise<Map<string, PictureRow>> {
  const ids = rows.flatMap((row) => row.picture_id ?? [])
  if (ids.length === 0) return new Map()
  const pictures = await selectPictures(sql`p.id = any(${ids}::uuid[])`).execute(db)
  return new Map(pictures.rows.map((picture) => [picture.id, picture]))
}

/** Every picture of a product in its order. */
export async function unscopedPicturesOf(db: Db, productId: string): Promise<PictureRow[]> {
  return (await selectPictures(sql`p.product_id = ${productId}::uuid`).execute(db)).rows
}
