import type { Write } from '../../platform/http/rows.ts'
import { lockBatch } from './policy.ts'
import { refuse } from './refusals.ts'

const discardable = new Set(['received', 'reading', 'needs-mapping', 'judging', 'staged', 'failed'])

/** Gives a list up before it was applied; its file stays in the record. */
export async function discardBatch(
  { tx, actor }: Write,
  { batchId }: { batchId: string },
): Promise<{ batchId: string }> {
  const batch = await lockBatch(tx, actor, batchId)
  if (!discardable.has(batch.state)) throw refuse('wrong-state', { state: batch.state })
  await tx
    .updateTable('imports.batch')
    .set({ state: 'discarded', attempt: batch.attempt + 1, progress_step: null })
    .where('id', '=', batchId)
    .execute()
  return { batchId }
}
