import type { Tx } from '../../platform/db/database.ts'
import { type FactContent, type Statement, type SubjectKind, stateFact } from '../provenance/index.ts'

type Value = string | number | boolean | null

interface Subject {
  kind: SubjectKind
  id: string
  sourceId: string
  now: Date
}

function contentOf(fields: Record<string, Value>, keys: readonly string[]): FactContent {
  return Object.fromEntries(keys.map((key) => [key, fields[key] ?? null]))
}

function isUnsaid(content: FactContent): boolean {
  return Object.values(content).every((value) => value === null || value === '' || value === false)
}

/** The first statements about a new record; a group in which nothing is said is not stated. */
export function firstStatements(
  subject: Subject,
  fields: Record<string, Value>,
  groups: Readonly<Record<string, readonly string[]>>,
): Statement[] {
  return Object.entries(groups).flatMap(([fieldGroup, keys]) => {
    const content = contentOf(fields, keys)
    if (isUnsaid(content)) return []
    return [
      {
        subjectKind: subject.kind,
        subjectId: subject.id,
        fieldGroup,
        content,
        sourceId: subject.sourceId,
        now: subject.now,
      },
    ]
  })
}

/**
 * States what a change says, group by group, and answers the groups that differ and may be applied and those that a better source contradicts.
 * Only groups that the change speaks of are stated; the caller holds the record's lock. The commune stands or falls with its place,
 * and a list that does not know it leaves standing what a person decided.
 */
export async function stateChange<Group extends string>(
  tx: Tx,
  subject: Subject,
  change: {
    before: Record<string, Value>
    after: Record<string, Value>
    groups: Readonly<Record<Group, readonly string[]>>
    spokenOf: readonly Group[]
  },
): Promise<{ applied: Group[]; contradicting: Group[] }> {
  const applied: Group[] = []
  const contradicting: Group[] = []
  for (const fieldGroup of change.spokenOf) {
    const keys = change.groups[fieldGroup]
    const content = contentOf(change.after, keys)
    const isSame = keys.every((key) => (change.before[key] ?? null) === (change.after[key] ?? null))
    if (isSame && isUnsaid(content)) continue
    if (
      fieldGroup === 'commune' &&
      (isAmong('place', contradicting) || (isUnsaid(content) && !isAmong('place', applied)))
    )
      continue
    const { outcome } = await stateFact(tx, {
      subjectKind: subject.kind,
      subjectId: subject.id,
      fieldGroup,
      content,
      sourceId: subject.sourceId,
      now: subject.now,
      follows: fieldGroup === 'commune' && isAmong('place', applied),
    })
    if (outcome === 'contradicting') contradicting.push(fieldGroup)
    else if (!isSame) applied.push(fieldGroup)
  }
  return { applied, contradicting }
}

function isAmong(group: string, groups: readonly string[]): boolean {
  return groups.includes(group)
}
