import { sql } from 'kysely'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { plainLine } from '../../platform/text/plain-text.ts'
import { recordOfficerSource, type Writing } from '../producers/index.ts'
import { lockProduct, requireActiveProduct } from './lock-product.ts'
import { refuse } from './refusals.ts'
import { statePictures } from './state-pictures.ts'

export interface PictureRevision {
  productId: string
  pictureId: string
  caption?: string | undefined
  author?: string | undefined
  licence?: string | undefined
  /** 1 is shown first; the others make room */
  position?: number | undefined
}

interface PictureRow {
  id: string
  productId: string
  caption: string
  author: string
  licence: string
}

/** Changes what is said of a picture, or its place in the order. */
export async function revisePicture(write: Writing, revision: PictureRevision): Promise<{ id: string }> {
  const picture = await lockPicture(write, revision)
  const set = {
    caption: plainLine(revision.caption ?? picture.caption),
    author: plainLine(revision.author ?? picture.author) || picture.author,
    licence: plainLine(revision.licence ?? picture.licence) || picture.licence,
  }
  await write.tx.updateTable('products.picture').set(set).where('id', '=', picture.id).execute()
  if (revision.position !== undefined) await movePicture(write, picture, revision.position)
  await restate(write, { picture, shownOf: revision.productId, reason: 'Sửa thông tin ảnh' })
  return { id: picture.id }
}

/** Takes a picture away: its address answers that there is none, the file stays in the record. */
export async function removePicture(
  write: Writing,
  removal: { productId: string; pictureId: string; reason: string },
): Promise<{ id: string }> {
  const picture = await lockPicture(write, removal)
  await write.tx.updateTable('products.picture').set({ removed_at: write.now }).where('id', '=', picture.id).execute()
  await restate(write, { picture, shownOf: removal.productId, reason: removal.reason })
  return { id: picture.id }
}

/** The picture of an active product within reach, or of a product merged into it. */
async function lockPicture(
  { tx, actor }: Writing,
  wanted: { productId: string; pictureId: string },
): Promise<PictureRow> {
  await requireActiveProduct(tx, await lockProduct(tx, actor, wanted.productId))
  const found = await sql<PictureRow>`
    select c.id, c.product_id as "productId", c.caption, c.author, c.licence
    from products.picture c join products.product_lineage l on l.product_id = c.product_id
    where c.id = ${wanted.pictureId} and l.root_id = ${wanted.productId} and c.removed_at is null`.execute(tx)
  const [picture] = found.rows
  if (picture === undefined) throw refuse('picture-missing')
  return picture
}

async function movePicture({ tx }: Writing, picture: PictureRow, position: number): Promise<void> {
  const others = await tx
    .selectFrom('products.picture')
    .select(['id'])
    .where('product_id', '=', picture.productId)
    .where('removed_at', 'is', null)
    .where('id', '<>', picture.id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const order = others.map((row) => row.id)
  order.splice(position - 1, 0, picture.id)
  for (const [index, id] of order.entries()) {
    await tx
      .updateTable('products.picture')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute()
  }
}

async function restate(
  write: Writing,
  change: { picture: PictureRow; shownOf: string; reason: string },
): Promise<void> {
  const sourceId = await recordOfficerSource(write, change.reason)
  await statePictures(write.tx, { productId: change.picture.productId, sourceId, now: write.now })
  await queue(write.tx, jobNames.refreshCatalogue, { productIds: [change.shownOf] })
}
