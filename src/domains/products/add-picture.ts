import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { keepFile } from '../../platform/files/file-store.ts'
import type { Upload, Write } from '../../platform/http/rows.ts'
import { type CheckedPicture, makeVariants, pictureWidths } from '../../platform/images/make-variants.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { plainLine } from '../../platform/text/plain-text.ts'
import { authorOf, recordOfficerSource } from '../producers/index.ts'
import { lockProduct, requireActiveProduct, visibleProduct } from './lock-product.ts'
import { refuse } from './refusals.ts'
import { statePictures } from './state-pictures.ts'

export type PictureWriting = Pick<Write, 'tx' | 'actor' | 'now' | 'config'>

/** Who took a picture and under what terms it may be shown: without both it is not kept. */
export interface PictureEntry {
  productId: string
  author: string
  licence: string
  caption?: string | undefined
  /** on whose word; without it the officer's own */
  sourceId?: string | undefined
}

const pictureLimit = 12

/** Adds a picture to a product: checked by its content, kept as it came, served without metadata in three widths. */
export async function addPicture(write: PictureWriting, entry: PictureEntry, upload: Upload): Promise<{ id: string }> {
  const { tx, actor, now } = write
  const named = { author: plainLine(entry.author), licence: plainLine(entry.licence) }
  requireNamed(named)
  await visibleProduct(tx, actor, entry.productId)
  try {
    // The slow part comes before the lock.
    const picture = await makeVariants(upload.path)
    await requireActiveProduct(tx, await lockProduct(tx, actor, entry.productId))
    const position = await nextPosition(write, entry.productId, upload.sha256)
    const fileId = await keep(write, { ...upload, mediaType: picture.mediaType })
    const row = await tx
      .insertInto('products.picture')
      .values({
        product_id: entry.productId,
        position,
        original_file_id: fileId,
        width: picture.width,
        height: picture.height,
        caption: plainLine(entry.caption ?? ''),
        ...named,
        created_by: authorOf(actor),
        created_at: now,
      })
      .returning(['id'])
      .executeTakeFirstOrThrow()
    await insertVariants(write, row.id, picture)
    const sourceId = entry.sourceId ?? (await recordOfficerSource(write, `Thêm ảnh của ${named.author}`))
    await statePictures(tx, { productId: entry.productId, sourceId, now })
    await queue(tx, jobNames.refreshCatalogue, { productIds: [entry.productId] })
    return { id: row.id }
  } finally {
    await Promise.all(pictureWidths.map((width) => rm(`${upload.path}.${width}.webp`, { force: true })))
  }
}

function requireNamed({ author, licence }: { author: string; licence: string }): void {
  const problems = [
    ...(author === '' ? [{ path: 'author', vi: 'Cần tên tác giả ảnh.', en: 'The author is needed.' }] : []),
    ...(licence === '' ? [{ path: 'licence', vi: 'Cần giấy phép sử dụng ảnh.', en: 'The licence is needed.' }] : []),
  ]
  if (problems.length > 0) throw refuse('product-incomplete', { count: problems.length }, problems)
}

async function nextPosition({ tx }: PictureWriting, productId: string, sha256: string): Promise<number> {
  const found = await sql<{ total: number; last: number; known: boolean }>`
    select count(*) as total, coalesce(max(c.position), 0) as last, coalesce(bool_or(f.sha256 = ${sha256}), false) as known
    from products.picture c join platform.file f on f.id = c.original_file_id
    where c.product_id = ${productId} and c.removed_at is null`.execute(tx)
  const [row] = found.rows
  if (row?.known === true) throw refuse('picture-known')
  if ((row?.total ?? 0) >= pictureLimit) throw refuse('picture-limit', { limit: pictureLimit })
  return (row?.last ?? 0) + 1
}

interface KeptFile {
  path: string
  sha256: string
  sizeBytes: number
  mediaType: string
  originalName: string
}

async function keep({ tx, config, actor, now }: PictureWriting, file: KeptFile): Promise<string> {
  const { path, sha256, sizeBytes, mediaType, originalName } = file
  const common = { purpose: 'picture', storedBy: authorOf(actor), now }
  const stored = await keepFile(tx, config, { path, sha256, sizeBytes, mediaType, originalName, ...common })
  return stored.id
}

async function insertVariants(write: PictureWriting, pictureId: string, picture: CheckedPicture): Promise<void> {
  for (const { width, height, ...file } of picture.variants) {
    const fileId = await keep(write, { ...file, mediaType: 'image/webp', originalName: `${width}.webp` })
    await write.tx
      .insertInto('products.picture_variant')
      .values({ picture_id: pictureId, width, height, file_id: fileId })
      .execute()
  }
}
