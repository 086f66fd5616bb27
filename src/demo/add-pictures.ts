import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addPicture } from '../domains/products/index.ts'
import type { Actor } from '../platform/access/actor.ts'
import type { Config } from '../platform/config/config.ts'
import type { Tx } from '../platform/db/database.ts'
import { drawStillLife, rasterise } from './pictures/draw-picture.ts'
import type { WrittenProduct } from './write-province.ts'

interface Writing {
  tx: Tx
  actor: Actor
  now: Date
  config: Config
}

/** Draws and adds the pictures of the products that the plan chose; answers how many. */
export async function addPictures(
  write: Writing,
  products: readonly WrittenProduct[],
  sourceId: string,
): Promise<number> {
  const directory = join(write.config.dataDirectory, 'uploads')
  await mkdir(directory, { recursive: true })
  const chosen = products.filter(({ planned }) => planned.isPictured)
  for (const { planned, id } of chosen) {
    const { name, setCode } = planned.product
    const bytes = await rasterise(drawStillLife(planned.kind.drawing, `${setCode}/${name}`))
    const path = join(directory, randomUUID())
    await writeFile(path, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const upload = { path, originalName: 'tranh-minh-hoa.png', sizeBytes: bytes.length, sha256 }
    const entry = { productId: id, author: 'Dữ liệu minh hoạ', licence: 'CC0', caption: `Tranh vẽ minh hoạ: ${name}` }
    try {
      await addPicture(write, { ...entry, sourceId }, upload)
    } finally {
      await rm(path, { force: true })
    }
  }
  return chosen.length
}
