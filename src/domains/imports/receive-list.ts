import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import { keepFile } from '../../platform/files/file-store.ts'
import type { Upload, Write } from '../../platform/http/rows.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { openSpreadsheet } from '../../platform/spreadsheets/open-spreadsheet.ts'
import { authorOf } from '../producers/index.ts'
import type { SendList } from './messages.ts'
import { settleProvince } from './province.ts'

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const

/** Opens the file just far enough to refuse what is no harmless spreadsheet, before anything of it is kept. */
async function inspect(path: string): Promise<{ mediaType: string; sheetNames: string[]; sheetIndex: number }> {
  const opened = await openSpreadsheet(path)
  try {
    const firstShown = opened.sheets.findIndex((sheet) => !sheet.hidden)
    return {
      mediaType: mediaTypes[opened.kind],
      sheetNames: opened.sheets.map((sheet) => sheet.name),
      sheetIndex: Math.max(0, firstShown),
    }
  } finally {
    await opened.close()
  }
}

async function findEarlier(tx: Tx, sha256: string, provinceCode: string | null): Promise<string | null> {
  const earlier = await tx
    .selectFrom('imports.batch')
    .select('id')
    .where('sha256', '=', sha256)
    .where((where) => where(where.fn.coalesce('province_code', where.val('')), '=', provinceCode ?? ''))
    .where('state', 'not in', ['undone', 'failed', 'discarded'])
    .executeTakeFirst()
  return earlier?.id ?? null
}

/**
 * Takes a list in: the bytes are kept under their SHA-256 and read by a job. The same bytes for the same province are one batch, however often
 * or simultaneously they are sent.
 */
export async function receiveList(
  { tx, actor, now, config }: Write,
  sent: z.infer<typeof SendList>,
  file: Upload,
): Promise<{ batchId: string; isEarlier: boolean }> {
  const { provinceCode, formerProvinceCode } = await settleProvince(tx, actor, sent)
  const earlier = await findEarlier(tx, file.sha256, provinceCode)
  if (earlier !== null) return { batchId: earlier, isEarlier: true }
  const { mediaType, sheetNames, sheetIndex } = await inspect(file.path)
  const stored = await keepFile(tx, config, { ...file, mediaType, purpose: 'import', storedBy: authorOf(actor), now })
  const made = await tx
    .insertInto('imports.batch')
    .values({
      file_id: stored.id,
      file_name: file.originalName,
      sha256: file.sha256,
      size_bytes: file.sizeBytes,
      province_code: provinceCode,
      former_province_code: formerProvinceCode,
      level: sent.level,
      source_title: sent.sourceTitle || `${file.originalName} (${today(now).split('-').reverse().join('/')})`,
      state: 'received',
      sheet_index: sheetIndex,
      sheet_names: sheetNames,
      created_by: authorOf(actor),
      sender_scope: JSON.stringify(actor.scope),
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return { batchId: (await findEarlier(tx, file.sha256, provinceCode)) ?? '', isEarlier: true }
  await queue(tx, jobNames.stageImport, { batchId: made.id, attempt: 0 }, `stage ${made.id}`)
  return { batchId: made.id, isEarlier: false }
}
