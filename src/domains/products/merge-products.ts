import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { authorOf, type Merging, type Writing } from '../producers/index.ts'
import { lockProducts, requireActiveProduct } from './lock-product.ts'
import { refuse } from './refusals.ts'
import { pointMergedAt } from './store.ts'

/**
 * Makes two entries of one product one. The merged row keeps its history, codes and recognitions; all of them are read through
 * products.product_lineage as the kept product's, and its public identifier leads there.
 */
export async function mergeProducts({ tx, actor, now }: Writing, merging: Merging): Promise<void> {
  if (merging.keptId === merging.mergedId) throw refuse('merge-with-itself')
  const rows = await lockProducts(tx, actor, [merging.keptId, merging.mergedId])
  for (const row of rows.values()) await requireActiveProduct(tx, row)
  if (new Set([...rows.values()].map((row) => row.producerId)).size > 1) throw refuse('merge-across-producers')
  await tx
    .insertInto('products.merger')
    .values({
      kept_id: merging.keptId,
      merged_id: merging.mergedId,
      reason: merging.reason,
      merged_by: actor.accountId,
      merged_at: now,
    })
    .execute()
  const author = { accountId: authorOf(actor), displayName: actor.displayName, now }
  const moved = await pointMergedAt(tx, { id: merging.mergedId, keptId: merging.keptId, author })
  await queue(tx, jobNames.refreshCatalogue, { productIds: [merging.keptId, ...moved] })
}
