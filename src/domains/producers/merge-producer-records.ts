import { lockProducers, requireActive } from './lock-producer.ts'
import { authorOf } from './policy.ts'
import { refuse } from './refusals.ts'
import type { Writing } from './register-producer.ts'
import { pointMergedAt } from './store.ts'

export interface Merging {
  keptId: string
  mergedId: string
  reason: string
}

/**
 * Makes two entries of one producer one: the merged row stays with its history and its address leads to the kept one. What the
 * merged producer makes is moved by products (mergeProducers there), which alone knows it.
 */
export async function mergeProducerRecords({ tx, actor, now }: Writing, merging: Merging): Promise<void> {
  if (merging.keptId === merging.mergedId) throw refuse('merge-with-itself')
  const rows = await lockProducers(tx, actor, [merging.keptId, merging.mergedId])
  for (const row of rows.values()) await requireActive(tx, row)
  await tx
    .insertInto('producers.merger')
    .values({
      kept_id: merging.keptId,
      merged_id: merging.mergedId,
      reason: merging.reason,
      merged_by: actor.accountId,
      merged_at: now,
    })
    .execute()
  const author = { accountId: authorOf(actor), displayName: actor.displayName, now }
  await pointMergedAt(tx, { id: merging.mergedId, keptId: merging.keptId, author })
}
