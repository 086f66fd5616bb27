import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/db/database.ts'
import type { Locale, Read } from '../../platform/http/rows.ts'
import { columnFields } from './column-fields.ts'
import type { BatchView, ListBatches } from './messages.ts'
import { BatchState, Judgement, Level } from './messages.ts'
import { visibleBatches } from './policy.ts'
import { presentProvinces } from './province.ts'
import { refuse } from './refusals.ts'
import { StoredHeader } from './stored.ts'
import { findUndoObstacle } from './undo-obstacle.ts'

const columns = [
  'batch.id',
  'batch.file_name',
  'batch.sha256',
  'batch.size_bytes',
  'batch.state',
  'batch.failure_code',
  'batch.failure_vi',
  'batch.failure_en',
  'batch.province_code',
  'batch.former_province_code',
  'batch.level',
  'batch.source_title',
  'batch.sheet_index',
  'batch.sheet_names',
  'batch.header',
  'batch.mapping_remembered',
  'batch.progress_step',
  'batch.progress_done',
  'batch.progress_total',
  'batch.created_at',
  'batch.applied_at',
  'batch.undone_at',
  'account.display_name as created_by_name',
] as const

const question = {
  code: 'province',
  vi: 'Danh sách này thuộc tỉnh, thành phố nào? Các dòng không ghi tỉnh sẽ được hiểu theo câu trả lời này.',
  en: 'Which province is this list about? Rows that name none are read by this answer.',
} as const

function selectBatches(db: Db, actor: Read['actor']) {
  return visibleBatches(db, actor)
    .leftJoin('accounts.account as account', 'account.id', 'batch.created_by')
    .select(columns)
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof selectBatches>['executeTakeFirstOrThrow']>>

/** Batches in which a row names no province that could be understood: only then is the question worth asking. */
async function findUnplaced(db: Db, batchIds: string[]): Promise<Set<string>> {
  if (batchIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('imports.batch_row')
    .select('batch_id')
    .distinct()
    .where('batch_id', 'in', batchIds)
    .where(sql<boolean>`problems @> '[{"code": "province-missing"}]'`)
    .execute()
  return new Set(rows.map((row) => row.batch_id))
}

async function countRows(db: Db, batchIds: string[]): Promise<Map<string, BatchView['counts']>> {
  const counts = new Map<string, BatchView['counts']>()
  if (batchIds.length === 0) return counts
  const rows = await db
    .selectFrom('imports.batch_row')
    .select(['batch_id', 'judgement'])
    .select((where) => where.fn.countAll<number>().as('rows'))
    .where('batch_id', 'in', batchIds)
    .groupBy(['batch_id', 'judgement'])
    .execute()
  for (const row of rows) {
    const count = counts.get(row.batch_id) ?? { new: 0, update: 0, same: 0, problem: 0, skipped: 0, total: 0 }
    count.total += row.rows
    if (row.judgement !== null) count[Judgement.parse(row.judgement)] += row.rows
    counts.set(row.batch_id, count)
  }
  return counts
}

async function countMade(
  db: Db,
  batchIds: string[],
): Promise<Map<string, { producers: number; products: number; recognitions: number }>> {
  const made = new Map<string, { producers: number; products: number; recognitions: number }>()
  if (batchIds.length === 0) return made
  const rows = await db
    .selectFrom('imports.made')
    .select(['batch_id', 'kind'])
    .select((where) => where.fn.countAll<number>().as('subjects'))
    .where('batch_id', 'in', batchIds)
    .groupBy(['batch_id', 'kind'])
    .execute()
  for (const row of rows) {
    const count = made.get(row.batch_id) ?? { producers: 0, products: 0, recognitions: 0 }
    if (row.kind === 'producer') count.producers += row.subjects
    else if (row.kind === 'product') count.products += row.subjects
    else count.recognitions += row.subjects
    made.set(row.batch_id, count)
  }
  return made
}

function toMapping(batch: BatchRow): BatchView['mapping'] {
  if (batch.header === null) return null
  const header = StoredHeader.parse(batch.header)
  return {
    headerRows: header.headerRows,
    columns: header.columns,
    fields: columnFields.map(({ name, vi, en }) => ({ name, vi, en })),
    remembered: batch.mapping_remembered,
  }
}

function toFailure(batch: BatchRow, locale: Locale): BatchView['failure'] {
  if (batch.failure_code === null) return null
  return {
    code: batch.failure_code,
    message: (locale === 'vi' ? batch.failure_vi : batch.failure_en) ?? batch.failure_code,
  }
}

interface Beside {
  counts: BatchView['counts'] | undefined
  made: { producers: number; products: number; recognitions: number } | undefined
  provinces: ReadonlyMap<string, string>
  obstacle: { vi: string; en: string } | null
  isUnplaced: boolean
  locale: Locale
}

const steps = ['reading', 'judging', 'applying'] as const

function toBatchView(batch: BatchRow, { counts, made, provinces, obstacle, isUnplaced, locale }: Beside): BatchView {
  const state = BatchState.parse(batch.state)
  const step = steps.find((name) => name === batch.progress_step)
  const total = counts ?? { new: 0, update: 0, same: 0, problem: 0, skipped: 0, total: 0 }
  const isApplied = state === 'applied'
  return {
    id: batch.id,
    fileName: batch.file_name,
    sha256: batch.sha256,
    sizeBytes: batch.size_bytes,
    state,
    failure: toFailure(batch, locale),
    provinceCode: batch.province_code,
    provinceName: batch.province_code === null ? null : (provinces.get(batch.province_code) ?? null),
    formerProvinceCode: batch.former_province_code,
    level: Level.parse(batch.level),
    sourceTitle: batch.source_title,
    sheetName: batch.sheet_names[batch.sheet_index] ?? null,
    sheetIndex: batch.sheet_index,
    sheets: batch.sheet_names.map((name, index) => ({ index, name })),
    createdAt: batch.created_at.toISOString(),
    createdBy: batch.created_by_name ?? 'ocop import',
    appliedAt: batch.applied_at?.toISOString() ?? null,
    undoneAt: batch.undone_at?.toISOString() ?? null,
    progress: step === undefined ? null : { step, done: batch.progress_done, total: batch.progress_total },
    counts: total,
    mapping: toMapping(batch),
    questions: isUnplaced && batch.province_code === null && state === 'staged' ? [question] : [],
    undoable: { possible: isApplied && obstacle === null, reason: obstacle?.[locale] ?? null },
    result: made ?? (isApplied ? { producers: 0, products: 0, recognitions: 0 } : null),
    sameAsBefore: false,
  }
}

/** One batch as the wizard shows it. */
export async function readBatch(
  { db, actor, locale }: Pick<Read, 'db' | 'actor' | 'locale'>,
  { batchId }: { batchId: string },
): Promise<BatchView> {
  const batch = await selectBatches(db, actor).where('batch.id', '=', batchId).executeTakeFirst()
  if (batch === undefined) throw refuse('batch-unknown')
  const counts = await countRows(db, [batchId])
  const made = await countMade(db, [batchId])
  const obstacle = batch.state === 'applied' ? await findUndoObstacle(db, batchId) : null
  return toBatchView(batch, {
    counts: counts.get(batchId),
    made: made.get(batchId),
    provinces: await presentProvinces(db),
    obstacle,
    isUnplaced: (await findUnplaced(db, [batchId])).has(batchId),
    locale,
  })
}

/** The batches in scope, newest first. */
export async function listBatches({ db, actor, locale }: Read, wanted: z.infer<typeof ListBatches>) {
  const base = () => {
    const batches = visibleBatches(db, actor)
    return wanted.state === undefined ? batches : batches.where('batch.state', '=', wanted.state)
  }
  const counted = await base()
    .select((where) => where.fn.countAll<number>().as('batches'))
    .executeTakeFirstOrThrow()
  const offset = Number(wanted.cursor ?? 0) || 0
  const rows = await base()
    .leftJoin('accounts.account as account', 'account.id', 'batch.created_by')
    .select(columns)
    .orderBy('batch.created_at', 'desc')
    .orderBy('batch.id')
    .limit(wanted.limit)
    .offset(offset)
    .execute()
  const ids = rows.map((row) => row.id)
  const [counts, made, provinces, unplaced] = await Promise.all([
    countRows(db, ids),
    countMade(db, ids),
    presentProvinces(db),
    findUnplaced(db, ids),
  ])
  const items = rows.map((row) =>
    toBatchView(row, {
      counts: counts.get(row.id),
      made: made.get(row.id),
      provinces,
      obstacle: null,
      isUnplaced: unplaced.has(row.id),
      locale,
    }),
  )
  const nextOffset = offset + rows.length
  return { items, total: counted.batches, next: nextOffset < counted.batches ? String(nextOffset) : null }
}
