import type { z } from 'zod'
import type { Write } from '../../platform/http/rows.ts'
import { readRowView } from './list-rows.ts'
import { loadBatch, readMended } from './load-batch.ts'
import { Level, type MendRow, type RowView } from './messages.ts'
import { lockBatch } from './policy.ts'
import { refuse } from './refusals.ts'
import { isImportField } from './rules/fields.ts'
import { keepJudgement } from './stage-list.ts'
import { StoredScope } from './stored.ts'

/** Mends a row in place: what a person writes stands before what the file says, which is kept; the list is judged anew, since rows depend on one another. */
export async function mendRow(write: Write, mending: z.infer<typeof MendRow>): Promise<RowView> {
  const { tx, actor, now, locale } = write
  const batch = await lockBatch(tx, actor, mending.batchId)
  if (batch.state !== 'staged') throw refuse('wrong-state', { state: batch.state })
  for (const field of Object.keys(mending.values)) if (!isImportField(field)) throw refuse('field-unknown', { field })
  const row = await tx
    .selectFrom('imports.batch_row')
    .select(['mended', 'accepted', 'decision'])
    .where('batch_id', '=', mending.batchId)
    .where('row_number', '=', mending.rowNumber)
    .executeTakeFirst()
  if (row === undefined) throw refuse('row-unknown', { row: mending.rowNumber })
  await tx
    .updateTable('imports.batch_row')
    .set({
      mended: JSON.stringify({ ...readMended(row.mended), ...mending.values }),
      accepted: [...new Set([...row.accepted, ...(mending.accept ?? [])])],
      decision: mending.decision ?? row.decision,
    })
    .where('batch_id', '=', mending.batchId)
    .where('row_number', '=', mending.rowNumber)
    .execute()
  const loaded = await loadBatch(
    tx,
    {
      id: batch.id,
      header: batch.header,
      province: { provinceCode: batch.province_code, formerProvinceCode: batch.former_province_code },
      level: Level.parse(batch.level),
      scope: StoredScope.parse(batch.sender_scope),
    },
    now,
  )
  await keepJudgement(tx, batch.id, loaded)
  return readRowView({ db: tx, actor, locale }, batch.id, mending.rowNumber)
}
