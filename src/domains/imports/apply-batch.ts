import type { z } from 'zod'
import type { Write } from '../../platform/http/rows.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import type { ApplyBatch } from './messages.ts'
import { lockBatch } from './policy.ts'
import { refuse } from './refusals.ts'

/** Asks for a judged list to be applied; a job does it in one transaction. Problems must be mended, or left out in so many words. */
export async function applyBatch(
  { tx, actor }: Write,
  { batchId, leaveOutProblems }: z.infer<typeof ApplyBatch>,
): Promise<{ batchId: string }> {
  const batch = await lockBatch(tx, actor, batchId)
  if (batch.state !== 'staged') throw refuse('wrong-state', { state: batch.state })
  const counted = await tx
    .selectFrom('imports.batch_row')
    .select((where) => where.fn.countAll<number>().filterWhere('judgement', '=', 'problem').as('problems'))
    .select((where) => where.fn.countAll<number>().filterWhere('judgement', 'in', ['new', 'update']).as('applicable'))
    .where('batch_id', '=', batchId)
    .where('decision', '=', 'apply')
    .executeTakeFirstOrThrow()
  if (counted.problems > 0 && !leaveOutProblems) throw refuse('problems-left', { count: counted.problems })
  if (counted.applicable === 0) throw refuse('nothing-to-apply')
  const attempt = batch.attempt + 1
  await tx
    .updateTable('imports.batch')
    .set({
      state: 'applying',
      attempt,
      progress_step: 'applying',
      progress_done: 0,
      progress_total: counted.applicable,
    })
    .where('id', '=', batchId)
    .execute()
  const { accountId, grantId, displayName, roleCode, permissions, scope } = actor
  await queue(
    tx,
    jobNames.applyImport,
    { batchId, attempt, actor: { accountId, grantId, displayName, roleCode, permissions: [...permissions], scope } },
    `apply ${batchId}`,
  )
  return { batchId }
}
