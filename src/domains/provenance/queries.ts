import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Json } from '../../platform/db/tables.generated.ts'
import type { SourceKind, SourceLevel, SubjectKind } from './rules.ts'

/** A source as readers see it. */
export interface SourceCard {
  id: string
  kind: SourceKind
  level: SourceLevel
  title: string
  reference: string | null
  page: string | null
  fileId: string | null
  importBatchId: string | null
  importRow: number | null
  statedOn: string | null
  checkedOn: string
  recordedAt: Date
}

/** Which source stands behind a group of fields, without what it says: fit for public pages. */
export interface FactSource {
  fieldGroup: string
  state: 'current' | 'contradicting'
  recordedAt: Date
  source: SourceCard
}

/** A statement with its content; groups such as people and contact hold private fields, so it stays in the office. */
export interface StatedFact extends FactSource {
  id: string
  content: Json
}

type Row = Omit<StatedFact, 'source'> &
  Omit<SourceCard, 'id' | 'recordedAt'> & { sourceId: string; sourceRecordedAt: Date }

const factRows = (subjectKind: SubjectKind, subjectId: string) => sql<Row>`
  select f.id, f.field_group as "fieldGroup", f.state, f.content, f.recorded_at as "recordedAt",
    s.id as "sourceId", s.kind, s.level, s.title, s.reference, s.page, s.file_id as "fileId", s.import_batch_id as "importBatchId",
    s.import_row as "importRow", s.stated_on as "statedOn", s.checked_on as "checkedOn", s.recorded_at as "sourceRecordedAt"
  from provenance.fact f
  join provenance.source s on s.id = f.source_id
  where f.subject_kind = ${subjectKind} and f.subject_id = ${subjectId} and f.state in ('current', 'contradicting')
  order by f.field_group, f.state desc, f.recorded_at, f.id`

/** What is stated of a subject now, with the statements that contradict it and all their sources; the office only (see StatedFact). */
export async function unscopedFactsOf(db: Db, subjectKind: SubjectKind, subjectId: string): Promise<StatedFact[]> {
  const { rows } = await factRows(subjectKind, subjectId).execute(db)
  return rows.map((row) => ({
    id: row.id,
    fieldGroup: row.fieldGroup,
    state: row.state,
    content: row.content,
    recordedAt: row.recordedAt,
    source: toSourceCard(row),
  }))
}

/** Which sources stand behind a subject, group by group, without their content. */
export async function unscopedSourcesOf(db: Db, subjectKind: SubjectKind, subjectId: string): Promise<FactSource[]> {
  const facts = await unscopedFactsOf(db, subjectKind, subjectId)
  return facts.map(({ fieldGroup, state, recordedAt, source }) => ({ fieldGroup, state, recordedAt, source }))
}

function toSourceCard(row: Row): SourceCard {
  return {
    id: row.sourceId,
    kind: row.kind,
    level: row.level,
    title: row.title,
    reference: row.reference,
    page: row.page,
    fileId: row.fileId,
    importBatchId: row.importBatchId,
    importRow: row.importRow,
    statedOn: row.statedOn,
    checkedOn: row.checkedOn,
    recordedAt: row.sourceRecordedAt,
  }
}
