import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import type { Write } from '../../platform/http/rows.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import type { SetMapping } from './messages.ts'
import { lockBatch } from './policy.ts'
import { settleProvince } from './province.ts'
import { refuse } from './refusals.ts'
import { type ImportField, isImportField } from './rules/fields.ts'
import { foldWords } from './rules/fold-words.ts'
import { StoredHeader } from './stored.ts'

const changeable = new Set(['needs-mapping', 'staged', 'failed'])

type Columns = { column: number; field: string | null }[]

function checkedFields(columns: Columns): Map<number, ImportField | null> {
  const fields = new Map<number, ImportField | null>()
  const taken = new Set<ImportField>()
  for (const { column, field } of columns) {
    if (field === null) fields.set(column, null)
    else {
      if (!isImportField(field)) throw refuse('field-unknown', { field })
      if (taken.has(field)) throw refuse('field-mapped-twice', { field })
      taken.add(field)
      fields.set(column, field)
    }
  }
  return fields
}

function withFields(header: StoredHeader, fields: Map<number, ImportField | null>): StoredHeader {
  const taken = new Set(fields.values())
  const columns = header.columns.map((column) => {
    const chosen = fields.get(column.column)
    if (chosen !== undefined) return { ...column, field: chosen, confidence: 1 }
    return column.field !== null && isImportField(column.field) && taken.has(column.field)
      ? { ...column, field: null, confidence: 0 }
      : column
  })
  return { ...header, columns }
}

async function remember(
  tx: Tx,
  batch: { signature: string | null; provinceCode: string | null },
  header: StoredHeader,
  by: { accountId: string; now: Date },
) {
  if (batch.signature === null) return
  const mapped = header.columns.flatMap(({ header: heading, field }) =>
    field === null || heading === '' ? [] : [[foldWords(heading), field] as const],
  )
  const columns = JSON.stringify(Object.fromEntries(mapped))
  await tx
    .insertInto('imports.remembered_mapping')
    .values({
      province_code: batch.provinceCode ?? '',
      header_signature: batch.signature,
      columns,
      remembered_by: by.accountId,
      remembered_at: by.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['province_code', 'header_signature'])
        .doUpdateSet({ columns, remembered_by: by.accountId, remembered_at: by.now }),
    )
    .execute()
}

/** Takes a person's answers about a list (columns, sheet, province, level), remembers the columns for the province, and has the list judged anew. */
export async function setMapping(
  { tx, actor, now }: Write,
  wanted: z.infer<typeof SetMapping>,
): Promise<{ batchId: string }> {
  const batch = await lockBatch(tx, actor, wanted.batchId)
  if (!changeable.has(batch.state)) throw refuse('wrong-state', { state: batch.state })
  const sheetIndex = wanted.sheetIndex ?? batch.sheet_index
  if (sheetIndex >= batch.sheet_names.length) throw refuse('sheet-unknown', { sheet: sheetIndex + 1 })
  const isProvinceSaid = wanted.provinceCode !== undefined || wanted.formerProvinceCode !== undefined
  const { provinceCode, formerProvinceCode } = isProvinceSaid
    ? await settleProvince(tx, actor, {
        provinceCode: wanted.provinceCode ?? undefined,
        formerProvinceCode: wanted.formerProvinceCode,
      })
    : { provinceCode: batch.province_code, formerProvinceCode: batch.former_province_code }
  const isOtherSheet = sheetIndex !== batch.sheet_index
  const header = batch.header === null ? null : StoredHeader.parse(batch.header)
  const next =
    header !== null && wanted.columns !== undefined && !isOtherSheet
      ? withFields(header, checkedFields(wanted.columns))
      : header
  if (next !== null && next !== header)
    await remember(tx, { signature: batch.header_signature, provinceCode }, next, { accountId: actor.accountId, now })
  const attempt = batch.attempt + 1
  await tx
    .updateTable('imports.batch')
    .set({
      sheet_index: sheetIndex,
      province_code: provinceCode,
      former_province_code: formerProvinceCode,
      level: wanted.level ?? batch.level,
      header: isOtherSheet || next === null ? null : JSON.stringify(next),
      state: isOtherSheet || next === null ? 'received' : 'judging',
      attempt,
      failure_code: null,
      failure_vi: null,
      failure_en: null,
    })
    .where('id', '=', wanted.batchId)
    .execute()
  if (isOtherSheet) await tx.deleteFrom('imports.batch_row').where('batch_id', '=', wanted.batchId).execute()
  await queue(tx, jobNames.stageImport, { batchId: wanted.batchId, attempt }, `stage ${wanted.batchId}`)
  return { batchId: wanted.batchId }
}
