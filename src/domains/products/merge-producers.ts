import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { authorOf, type Merging, mergeProducerRecords, type Writing } from '../producers/index.ts'
import { moveProducts } from './store.ts'

/** Makes two entries of one producer one, and gives the products of the merged one to the kept one. */
export async function mergeProducers(write: Writing, merging: Merging): Promise<void> {
  await mergeProducerRecords(write, merging)
  const { tx, actor, now } = write
  const author = { accountId: authorOf(actor), displayName: actor.displayName, now }
  const moved = await moveProducts(tx, merging.mergedId, { to: merging.keptId, author })
  const productIds = [...new Set([...moved, ...(await unscopedProductIdsOf(tx, merging.keptId))])]
  if (productIds.length > 0) await queue(tx, jobNames.refreshCatalogue, { productIds })
}

/** Every product of a producer, whatever its state: for what must follow when the producer changes. */
export async function unscopedProductIdsOf(tx: Writing['tx'], producerId: string): Promise<string[]> {
  const rows = await tx.selectFrom('products.product').select(['id']).where('producer_id', '=', producerId).execute()
  return rows.map((row) => row.id)
}
