import { sql } from 'kysely'
import { type Db, inTransaction } from '../../platform/db/database.ts'
import { isRefusal } from '../../platform/errors/refuse.ts'
import { storedPath } from '../../platform/files/file-store.ts'
import type { JobContext } from '../../platform/jobs/jobs.ts'
import { type LoadedBatch, loadBatch } from './load-batch.ts'
import { Level } from './messages.ts'
import { readRows } from './read-rows.ts'
import { StoredScope } from './stored.ts'

const rowsAtOnce = 1000

/** What the job is asked to do; an attempt that is no longer the batch's own stops by itself. */
export interface StageWish {
  batchId: string
  attempt: number
}

async function findBatch(db: Db, { batchId, attempt }: StageWish) {
  return db
    .selectFrom('imports.batch')
    .select([
      'id',
      'state',
      'sha256',
      'province_code',
      'former_province_code',
      'level',
      'sheet_index',
      'header',
      'sender_scope',
    ])
    .where('id', '=', batchId)
    .where('attempt', '=', attempt)
    .where('state', 'in', ['received', 'reading', 'judging'])
    .executeTakeFirst()
}

async function fail(db: Db, batchId: string, failure: { code: string; vi: string; en: string }): Promise<void> {
  await db
    .updateTable('imports.batch')
    .set({
      state: 'failed',
      failure_code: failure.code,
      failure_vi: failure.vi,
      failure_en: failure.en,
      progress_step: null,
    })
    .where('id', '=', batchId)
    .execute()
}

async function readFile(
  { db, config }: JobContext,
  batch: NonNullable<Awaited<ReturnType<typeof findBatch>>>,
): Promise<unknown> {
  await db
    .updateTable('imports.batch')
    .set({ state: 'reading', progress_step: 'reading', progress_done: 0, progress_total: 0 })
    .where('id', '=', batch.id)
    .execute()
  await db.deleteFrom('imports.batch_row').where('batch_id', '=', batch.id).execute()
  const read = await readRows(db, {
    batchId: batch.id,
    path: storedPath(config, batch.sha256),
    sheetIndex: batch.sheet_index,
    provinceCode: batch.province_code,
  })
  const header = JSON.stringify(read.header)
  const isMapped = read.header.columns.some((column) => column.field === 'product')
  await db
    .updateTable('imports.batch')
    .set({
      header,
      header_signature: read.signature,
      mapping_remembered: read.isRemembered,
      state: isMapped ? 'judging' : 'needs-mapping',
      progress_step: isMapped ? 'judging' : null,
      progress_done: 0,
      progress_total: read.rows,
    })
    .where('id', '=', batch.id)
    .execute()
  return isMapped ? read.header : null
}

/** Keeps what was understood and judged, in chunks, with progress that a waiting page can show. */
export async function keepJudgement(db: Db, batchId: string, { understood, judged }: LoadedBatch): Promise<void> {
  for (let from = 0; from < judged.length; from += rowsAtOnce) {
    const chunk = judged.slice(from, from + rowsAtOnce)
    const rows = chunk.map((row, index) => {
      const meaning = understood[from + index]
      return {
        row_number: row.rowNumber,
        understood: meaning?.kind === 'product' ? { listed: meaning.listed, place: meaning.place } : null,
        problems: row.problems,
        changes: row.changes,
        judgement: row.judgement,
        producer_id: row.producerId,
        product_id: row.productId,
      }
    })
    await sql`
      update imports.batch_row as kept
      set understood = judged.understood, problems = judged.problems, changes = judged.changes, judgement = judged.judgement,
        producer_id = judged.producer_id, product_id = judged.product_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as judged (row_number int, understood jsonb, problems jsonb, changes jsonb, judgement text, producer_id uuid, product_id uuid)
      where kept.batch_id = ${batchId}::uuid and kept.row_number = judged.row_number`.execute(db)
    await db
      .updateTable('imports.batch')
      .set({ progress_done: from + chunk.length })
      .where('id', '=', batchId)
      .execute()
  }
}

/** Reads and judges a list. It may run twice: it begins anew and ends the same; a batch that moved on meanwhile is left alone. */
export async function stageList(context: JobContext, wish: StageWish): Promise<void> {
  const { db, now } = context
  const batch = await findBatch(db, wish)
  if (batch === undefined) return
  try {
    const header = batch.state === 'judging' && batch.header !== null ? batch.header : await readFile(context, batch)
    if (header === null) return
    const loaded = await loadBatch(
      db,
      {
        id: batch.id,
        header,
        province: { provinceCode: batch.province_code, formerProvinceCode: batch.former_province_code },
        level: Level.parse(batch.level),
        scope: StoredScope.parse(batch.sender_scope),
      },
      now,
    )
    await inTransaction(db, async (tx) => {
      await tx
        .updateTable('imports.batch')
        .set({ progress_step: 'judging', progress_total: loaded.judged.length })
        .where('id', '=', batch.id)
        .execute()
      await keepJudgement(tx, batch.id, loaded)
      await tx
        .updateTable('imports.batch')
        .set({ state: 'staged', progress_step: null })
        .where('id', '=', batch.id)
        .where('attempt', '=', wish.attempt)
        .execute()
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    await fail(db, batch.id, error.refusal)
  }
}
