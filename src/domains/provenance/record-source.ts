import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { SourceKind, SourceLevel } from './rules.ts'

/** Where facts come from. Days are `yyyy-mm-dd`; `checkedOn` is the day on which somebody last looked at the source itself. */
export interface SourceEntry {
  kind: SourceKind
  level: SourceLevel
  title: string
  reference?: string | null
  page?: string | null
  fileId?: string | null
  importBatchId?: string | null
  importRow?: number | null
  statedOn?: string | null
  checkedOn: string
  /** null where a program without an account recorded it */
  recordedBy: string | null
  now: Date
}

/** Records a source and answers its id; facts then name it. */
export async function recordSource(tx: Tx, entry: SourceEntry): Promise<string> {
  const [id] = await recordSources(tx, [entry])
  if (id === undefined) throw new Error('the source was not recorded')
  return id
}

/** Records many sources, for lists with a source a row; ids in the order of the entries. */
export async function recordSources(tx: Tx, entries: readonly SourceEntry[]): Promise<string[]> {
  const rows = entries.map((entry) => ({ id: crypto.randomUUID(), ...toRow(entry) }))
  await insertRows(tx, 'provenance.source', rows)
  return rows.map((row) => row.id)
}

function toRow(entry: SourceEntry) {
  return {
    kind: entry.kind,
    level: entry.level,
    title: entry.title,
    reference: entry.reference ?? null,
    page: entry.page ?? null,
    file_id: entry.fileId ?? null,
    import_batch_id: entry.importBatchId ?? null,
    import_row: entry.importRow ?? null,
    stated_on: entry.statedOn ?? null,
    checked_on: entry.checkedOn,
    recorded_by: entry.recordedBy,
    recorded_at: entry.now,
  }
}
