import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { Json } from '../../platform/db/tables.generated.ts'
import { judge, mayReplace, type SourceLevel, type SubjectKind } from './rules.ts'

/** The fields of one group as a source states them. */
export type FactContent = { readonly [field: string]: Json }

export interface Statement {
  subjectKind: SubjectKind
  subjectId: string
  fieldGroup: string
  content: FactContent
  sourceId: string
  now: Date
  /** it follows from another statement that was applied, so it replaces whatever was said before */
  follows?: boolean
}

export interface Stated {
  outcome: 'first' | 'same' | 'superseded' | 'contradicting'
  /** what was current before, and how good its source is */
  previous?: { content: Json; level: SourceLevel; sourceId: string }
}

interface KnownFact {
  id: string
  state: 'current' | 'contradicting'
  content: Json
  isSame: boolean
  level: SourceLevel
  checkedOn: string
  sourceId: string
}

/**
 * States a group of fields. The caller holds the subject's lock, and applies the content only when the outcome is not `contradicting`:
 * a weaker source is kept beside the current statement and shown, never applied.
 */
export async function stateFact(tx: Tx, statement: Statement): Promise<Stated> {
  const source = await findStandpoint(tx, statement.sourceId)
  const known = await findKnown(tx, statement)
  const current = known.find((fact) => fact.state === 'current') ?? null
  const judged = judge(source, current, current?.isSame ?? false)
  const verdict = judged === 'contradicts' && statement.follows === true ? 'supersedes' : judged
  const previous = current && { content: current.content, level: current.level, sourceId: current.sourceId }
  if (verdict === 'first') {
    await insertFact(tx, statement, 'current')
    return { outcome: 'first' }
  }
  if (verdict === 'contradicts') {
    const isTold = known.some(
      (fact) => fact.state === 'contradicting' && fact.isSame && mayReplace(fact.level, source.level),
    )
    if (!isTold) await insertFact(tx, statement, 'contradicting')
  }
  if (verdict === 'confirms' || verdict === 'supersedes') {
    await moveAside(
      tx,
      known.filter((fact) => fact.state === 'current' || fact.isSame),
    )
    await insertFact(tx, statement, 'current')
  }
  return { outcome: outcomeOf[verdict], ...(previous && { previous }) }
}

const outcomeOf = { confirms: 'same', repeats: 'same', supersedes: 'superseded', contradicts: 'contradicting' } as const

/** States what nobody has stated before, many at once: only for subjects that were made in this transaction. */
export async function stateFirstFacts(tx: Tx, statements: readonly Statement[]): Promise<void> {
  await insertRows(
    tx,
    'provenance.fact',
    statements.map((statement) => toRow(statement, 'current')),
  )
}

async function findStandpoint(tx: Tx, sourceId: string): Promise<{ level: SourceLevel; checkedOn: string }> {
  const found = await sql<{ level: SourceLevel; checkedOn: string }>`
    select level, checked_on as "checkedOn" from provenance.source where id = ${sourceId}`.execute(tx)
  const [source] = found.rows
  if (source === undefined) throw new Error(`there is no source ${sourceId}`)
  return source
}

async function findKnown(tx: Tx, statement: Statement): Promise<KnownFact[]> {
  const found = await sql<KnownFact>`
    select f.id, f.state, f.content, f.content = ${JSON.stringify(statement.content)}::jsonb as "isSame", s.level,
      s.checked_on as "checkedOn", s.id as "sourceId"
    from provenance.fact f
    join provenance.source s on s.id = f.source_id
    where f.subject_kind = ${statement.subjectKind} and f.subject_id = ${statement.subjectId}
      and f.field_group = ${statement.fieldGroup} and f.state in ('current', 'contradicting')`.execute(tx)
  return found.rows
}

async function moveAside(tx: Tx, facts: readonly KnownFact[]): Promise<void> {
  const ids = facts.map((fact) => fact.id)
  await tx.updateTable('provenance.fact').set({ state: 'superseded' }).where('id', 'in', ids).execute()
}

async function insertFact(tx: Tx, statement: Statement, state: 'current' | 'contradicting'): Promise<void> {
  await insertRows(tx, 'provenance.fact', [toRow(statement, state)])
}

function toRow(statement: Statement, state: 'current' | 'contradicting') {
  return {
    subject_kind: statement.subjectKind,
    subject_id: statement.subjectId,
    field_group: statement.fieldGroup,
    content: toJson(statement.content),
    source_id: statement.sourceId,
    state,
    recorded_at: statement.now,
  }
}

/** A copy that JSON columns take. */
function toJson(content: FactContent): Json {
  return { ...content }
}
