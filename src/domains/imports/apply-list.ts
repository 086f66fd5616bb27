import { sql } from 'kysely'
import { type Actor, nobody } from '../../platform/access/actor.ts'
import { isPermission } from '../../platform/access/permissions.ts'
import { attributionTo, withAttribution } from '../../platform/db/attribution.ts'
import { type Db, inTransaction, type Tx } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import type { JobContext } from '../../platform/jobs/jobs.ts'
import { authorOf } from '../producers/index.ts'
import { type LoadedBatch, loadBatch } from './load-batch.ts'
import { Level } from './messages.ts'
import { refuse } from './refusals.ts'
import { keepJudgement } from './stage-list.ts'
import { StoredScope } from './stored.ts'
import { type ApplicableRow, writeRows } from './write-rows.ts'

/** What the job is asked to do, and in whose name. */
export interface ApplyWish {
  batchId: string
  attempt: number
  actor: {
    accountId: string
    grantId: string | null
    displayName: string
    roleCode: string
    permissions: string[]
    scope: Actor['scope']
  }
}

function toActor(asked: ApplyWish['actor']): Actor {
  return { ...nobody, ...asked, sessionHash: null, permissions: new Set(asked.permissions.filter(isPermission)) }
}

async function lockForApplying(tx: Tx, { batchId, attempt }: ApplyWish) {
  return tx
    .selectFrom('imports.batch')
    .select([
      'id',
      'file_id',
      'province_code',
      'former_province_code',
      'level',
      'source_title',
      'header',
      'sender_scope',
    ])
    .where('id', '=', batchId)
    .where('state', '=', 'applying')
    .where('attempt', '=', attempt)
    .forUpdate()
    .executeTakeFirst()
}

type Batch = NonNullable<Awaited<ReturnType<typeof lockForApplying>>>

function load(db: Db, batch: Batch, now: Date): Promise<LoadedBatch> {
  const { id, header } = batch
  const province = { provinceCode: batch.province_code, formerProvinceCode: batch.former_province_code }
  return loadBatch(
    db,
    { id, header, province, level: Level.parse(batch.level), scope: StoredScope.parse(batch.sender_scope) },
    now,
  )
}

/** The rows to write; refuses when the register has moved on since a person looked at the dry run. */
async function applicable(tx: Tx, batch: Batch, { understood, judged }: LoadedBatch): Promise<ApplicableRow[]> {
  const kept = await tx
    .selectFrom('imports.batch_row')
    .select(['row_number', 'judgement', 'decision', 'product_id', 'producer_id'])
    .where('batch_id', '=', batch.id)
    .execute()
  const seen = new Map(kept.map((row) => [row.row_number, row]))
  return judged.flatMap((row, index) => {
    const before = seen.get(row.rowNumber)
    const meaning = understood[index]
    const isAsSeen =
      before?.judgement === row.judgement &&
      before.product_id === row.productId &&
      before.producer_id === row.producerId
    if (before?.decision === 'apply' && !isAsSeen) throw refuse('register-changed', { row: row.rowNumber })
    const isWritten = before?.decision === 'apply' && (row.judgement === 'new' || row.judgement === 'update')
    if (!isWritten || meaning?.kind !== 'product' || meaning.place === null) return []
    return [{ judged: row, listed: meaning.listed, place: meaning.place }]
  })
}

async function judgeAnew(
  { db, now }: JobContext,
  wish: ApplyWish,
  why: { code: string; vi: string; en: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const batch = await lockForApplying(tx, wish)
    if (batch === undefined) return
    await keepJudgement(tx, batch.id, await load(tx, batch, now))
    await tx
      .updateTable('imports.batch')
      .set({ state: 'staged', progress_step: null, failure_code: why.code, failure_vi: why.vi, failure_en: why.en })
      .where('id', '=', batch.id)
      .execute()
  })
}

/**
 * Applies a judged list in one transaction: everything or nothing. Runs twice without harm, since a batch leaves the state `applying` with the
 * same transaction. When the register changed after the dry run, the list is judged anew and waits for a person again.
 */
export function applyList(context: JobContext, wish: ApplyWish): Promise<void> {
  const name = attributionTo(toActor(wish.actor), { route: 'job imports:apply', reason: null })
  return withAttribution(name, () => applyInName(context, wish))
}

async function applyInName(context: JobContext, wish: ApplyWish): Promise<void> {
  const { db, now } = context
  const actor = toActor(wish.actor)
  try {
    await inTransaction(db, async (tx) => {
      const batch = await lockForApplying(tx, wish)
      if (batch === undefined) return
      const loaded = await load(tx, batch, now)
      const rows = await applicable(tx, batch, loaded)
      await writeRows(
        { tx, actor, now },
        { id: batch.id, fileId: batch.file_id, level: Level.parse(batch.level), title: batch.source_title },
        rows,
      )
      await tx
        .updateTable('imports.batch')
        .set({
          state: 'applied',
          progress_step: null,
          applied_at: now,
          applied_by: authorOf(actor),
          failure_code: null,
          failure_vi: null,
          failure_en: null,
        })
        .where('id', '=', batch.id)
        .execute()
    })
    // What follows reads these tables at once: without fresh counts the planner takes them for empty.
    await sql`analyze imports.made, imports.batch_row`.execute(db)
  } catch (error) {
    if (!isRefusal(error)) throw error
    await judgeAnew(context, wish, error.refusal)
  }
}
