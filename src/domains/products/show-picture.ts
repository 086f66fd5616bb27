import { sql } from 'kysely'
import { openStored } from '../../platform/files/file-store.ts'
import type { FileAnswer, Read } from '../../platform/http/rows.ts'
import { refuse } from './refusals.ts'

/** The bytes of a picture in one of its widths, for anybody; none where it was removed or its product withdrawn. */
export async function showPicture(
  { db, config }: Pick<Read, 'db' | 'config'>,
  wanted: { pictureId: string; width: number },
): Promise<FileAnswer> {
  const found = await sql<{ sha256: string }>`
    select f.sha256 from products.picture c
    join products.product p on p.id = c.product_id
    join products.product r on r.id = coalesce(p.merged_into_id, p.id)
    join products.picture_variant v on v.picture_id = c.id and v.width = ${wanted.width}
    join platform.file f on f.id = v.file_id
    where c.id = ${wanted.pictureId} and c.removed_at is null and r.state = 'active'`.execute(db)
  const [file] = found.rows
  if (file === undefined) throw refuse('picture-missing')
  return {
    body: openStored(config, file.sha256),
    mediaType: 'image/webp',
    cacheControl: 'public, max-age=31536000, immutable',
    etag: `"${file.sha256.slice(0, 32)}"`,
  }
}
