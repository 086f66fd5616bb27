import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db/database.ts'
import { anOfficer, aProducer, aSource, factoryMoment } from '../producers/testing.ts'
import type { ProductEntry } from './prepare-product.ts'
import { registerProduct } from './register-product.ts'

/** A registered product with a name of its own, of a producer of its own unless told otherwise. */
export async function aProduct(
  tx: Tx,
  overrides: Partial<ProductEntry> & { sourceId?: string; demonstration?: boolean } = {},
): Promise<{ id: string; publicId: string; producerId: string }> {
  const sourceId = overrides.sourceId ?? (await aSource(tx))
  const producerId = overrides.producerId ?? (await aProducer(tx, { sourceId })).id
  const entry = { name: `Mật ong ${randomUUID()}`, setCode: '04', ...overrides, producerId, sourceId }
  const product = await registerProduct({ tx, actor: anOfficer(), now: factoryMoment }, entry)
  return { ...product, producerId }
}
