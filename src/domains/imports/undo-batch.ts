import { sql } from 'kysely'
import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Write } from '../../platform/http/rows.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { recordRecognition, recordStandingEvent } from '../certification/index.ts'
import { authorOf, type Writing, withdrawProducer } from '../producers/index.ts'
import { reviseProduct, withdrawProduct } from '../products/index.ts'
import { recordSource } from '../provenance/index.ts'
import type { UndoBatch } from './messages.ts'
import { lockBatch } from './policy.ts'
import { refuse } from './refusals.ts'
import { StoredProductBefore } from './stored.ts'
import { findUndoObstacle } from './undo-obstacle.ts'

interface MadeRow {
  kind: string
  subject_id: string
  effect: string
  version_after: number
  before: unknown
}

async function annulRecognitions(
  write: Writing,
  made: readonly MadeRow[],
  undoing: { reason: string; sourceId: string },
): Promise<void> {
  for (const { subject_id: recognitionId } of made.filter((one) => one.kind === 'recognition')) {
    await recordStandingEvent(write, {
      recognitionId,
      kind: 'annulment',
      effectiveOn: today(write.now),
      authorityName: write.actor.displayName || 'ocop import',
      reason: undoing.reason,
      sourceId: undoing.sourceId,
    })
  }
}

/** What the batch's own statements replaced (the same decision, told less well before) is stated again, so that it stands as before the batch. */
async function restoreReplaced(write: Writing, batchId: string, sourceId: string): Promise<void> {
  const replaced = await sql<{
    productId: string
    kind: 'first' | 'upgrade' | 're-evaluation' | 'historical'
    star: number
    decisionNumber: string | null
    decidedOn: string | null
    decidedYear: number
    authorityLevel: 'district' | 'province' | 'ministry'
    authorityName: string
    level: 'A' | 'B' | 'C'
    documentFileId: string | null
  }>`
    select r.product_id as "productId", r.kind, r.star, r.decision_number as "decisionNumber", r.decided_on as "decidedOn", r.decided_year as "decidedYear",
      r.authority_level as "authorityLevel", r.authority_name as "authorityName", r.level, r.document_file_id as "documentFileId"
    from certification.standing_event e
    join certification.recognition r on r.id = e.recognition_id
    join provenance.source s on s.id = e.source_id
    where e.kind = 'annulment' and s.import_batch_id = ${batchId}::uuid and s.kind = 'import'`.execute(write.tx)
  for (const before of replaced.rows) await recordRecognition(write, { ...before, sourceId })
}

async function undoProducts(
  write: Writing,
  made: readonly MadeRow[],
  undoing: { reason: string; sourceId: string },
): Promise<void> {
  for (const one of made.filter((each) => each.kind === 'product')) {
    if (one.effect === 'revised') {
      const before = StoredProductBefore.parse(one.before)
      await reviseProduct(write, {
        id: one.subject_id,
        version: one.version_after,
        sourceId: undoing.sourceId,
        ...before,
      })
    } else await withdrawProduct(write, { id: one.subject_id, reason: undoing.reason })
  }
  for (const one of made.filter((each) => each.kind === 'producer'))
    await withdrawProducer(write, { id: one.subject_id, reason: undoing.reason })
}

async function readMade(tx: Tx, batchId: string): Promise<MadeRow[]> {
  return tx
    .selectFrom('imports.made')
    .select(['kind', 'subject_id', 'effect', 'version_after', 'before'])
    .where('batch_id', '=', batchId)
    .orderBy('id', 'desc')
    .execute()
}

/** Undoes a batch whole: recognitions are annulled, what only it made is withdrawn, what it revised is as before. Refused once later work stands on it. */
export async function undoBatch(
  write: Write,
  { batchId, reason }: z.infer<typeof UndoBatch>,
): Promise<{ batchId: string }> {
  const { tx, actor, now } = write
  const batch = await lockBatch(tx, actor, batchId)
  if (batch.state !== 'applied') throw refuse('wrong-state', { state: batch.state })
  const obstacle = await findUndoObstacle(tx, batchId)
  if (obstacle !== null) throw refuse('undo-blocked', { what: obstacle[write.locale] })
  const why = `Hoàn tác đợt nhập: ${reason}`
  const sourceId = await recordSource(tx, {
    kind: 'officer',
    level: 'B',
    title: why,
    importBatchId: batchId,
    checkedOn: today(now),
    recordedBy: authorOf(actor),
    now,
  })
  const made = await readMade(tx, batchId)
  await annulRecognitions(write, made, { reason: why, sourceId })
  await undoProducts(write, made, { reason: why, sourceId })
  await restoreReplaced(write, batchId, sourceId)
  await tx
    .updateTable('imports.batch')
    .set({ state: 'undone', undone_at: now, undone_by: authorOf(actor), undo_reason: reason })
    .where('id', '=', batchId)
    .execute()
  await queue(tx, jobNames.rebuildCatalogue, {}, jobNames.rebuildCatalogue)
  return { batchId }
}
