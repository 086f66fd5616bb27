import type { Actor } from '../../platform/access/actor.ts'
import { today } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/database.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { authorOf } from '../producers/index.ts'
import { lockProduct, requireActiveProduct } from '../products/index.ts'
import { type FactContent, stateFact, stateFirstFacts } from '../provenance/index.ts'
import { findAuthorityRules, findCriteriaVersions, findHistories, type RecognitionRow } from './queries.ts'
import { refuse } from './refusals.ts'
import {
  type AuthorityRule,
  type CriteriaVersion,
  criteriaVersionOf,
  departedRules,
  isBetterLevel,
  isSameDecision,
  repeats,
  type Statement,
} from './rules.ts'
import { type CheckedStatement, checkStatement, type RecognitionInput } from './statement.ts'
import { copyEvents, insertEvent, insertRecognitions, type NewRecognition } from './store.ts'

export interface Write {
  tx: Tx
  actor: Actor
  now: Date
}

/** `recorded`: a new row · `superseded`: a source at least as good took the place of the row it contradicts · `contradicting`: kept and shown beside it · `same`: nothing new. */
export type Outcome = 'recorded' | 'superseded' | 'contradicting' | 'same'

export interface Recorded {
  /** the row that stands for the decision afterwards */
  id: string
  outcome: Outcome
  /** rules of authority in force on that day which the decision departs from: told, not refused */
  departs: AuthorityRule[]
}

/** What judging a statement needs of the legal data. */
export interface LegalTables {
  rules: AuthorityRule[]
  versions: CriteriaVersion[]
}

/** Loads the rules of authority and the criteria sets once for any number of statements. */
export async function loadLegalTables(tx: Tx): Promise<LegalTables> {
  return { rules: await findAuthorityRules(tx), versions: await findCriteriaVersions(tx) }
}

/** The new row for a statement, with the criteria of its day. */
export function toNewRecognition(statement: CheckedStatement, { versions }: LegalTables): NewRecognition {
  const named = statement.criteriaVersion
  if (named !== null && !versions.some((version) => version.code === named)) throw refuse('criteria-unknown')
  return { id: crypto.randomUUID(), statement, criteriaVersion: named ?? criteriaVersionOf(versions, statement) }
}

/** What provenance keeps of a decision: exactly what two sources can contradict each other in. */
export function contentOf(statement: Statement): FactContent {
  const { star, decisionNumber, decidedOn, decidedYear } = statement
  return { star, decisionNumber, decidedOn, decidedYear }
}

/** The first statement of a new row, for provenance. */
export function firstFactOf({ id, statement }: NewRecognition, now: Date) {
  const { sourceId } = statement
  return {
    subjectKind: 'recognition' as const,
    subjectId: id,
    fieldGroup: 'decision',
    content: contentOf(statement),
    sourceId,
    now,
  }
}

async function append({ tx, actor, now }: Write, added: NewRecognition): Promise<void> {
  await insertRecognitions(tx, [added], { by: authorOf(actor), now })
  await stateFirstFacts(tx, [firstFactOf(added, now)])
}

/** Puts a row in the place of one that a source at least as good contradicts or completes; the old row stays in the record, annulled, with its reason. */
async function replace(write: Write, known: RecognitionRow, added: NewRecognition): Promise<void> {
  const { tx, actor, now } = write
  await append(write, added)
  await copyEvents(tx, known.id, added.id)
  await insertEvent(tx, {
    recognitionId: known.id,
    kind: 'annulment',
    effectiveOn: today(now),
    decisionNumber: null,
    decidedOn: null,
    authorityName: added.statement.authorityName,
    reason: 'Thay bằng thông tin cùng quyết định từ nguồn tin cậy ngang hoặc hơn',
    causeCode: null,
    sourceId: added.statement.sourceId,
    recordedBy: authorOf(actor),
    now,
  })
}

/** Meets a statement with the known row of the same decision; `same` leaves everything as it is. */
export async function meetKnown(
  write: Write,
  known: RecognitionRow,
  added: NewRecognition,
): Promise<Recorded['outcome']> {
  const { tx, now } = write
  const { statement } = added
  if (repeats(known, statement)) {
    if (!isBetterLevel(statement.level, known.level)) return 'same'
    await replace(write, known, added)
    return 'superseded'
  }
  const content = contentOf({ ...statement, decisionNumber: known.decisionNumber ?? statement.decisionNumber })
  const { sourceId } = statement
  const stated = await stateFact(tx, {
    subjectKind: 'recognition',
    subjectId: known.id,
    fieldGroup: 'decision',
    content,
    sourceId,
    now,
  })
  if (stated.outcome === 'contradicting') return 'contradicting'
  if (isBetterLevel(known.level, statement.level))
    throw new Error('a recognition must state the level of its own source')
  await replace(write, known, added)
  return 'superseded'
}

/** The row among a product's history that speaks of the same decision, annulled rows aside. */
export function knownOf(
  history: { recognitions: RecognitionRow[]; events: { recognitionId: string; kind: string }[] } | undefined,
  stated: Statement,
) {
  return history?.recognitions.find(
    (row) =>
      isSameDecision(row, stated) &&
      !history.events.some((event) => event.recognitionId === row.id && event.kind === 'annulment'),
  )
}

/**
 * Records one decision about one product in the actor's scope; the product's row is locked, so two at the same time make one row. Refuses
 * a decision that is recorded already; one that contradicts the record is kept and shown, and applied only from a source at least as good.
 */
export async function recordRecognition(write: Write, input: RecognitionInput): Promise<Recorded> {
  const { tx, actor, now } = write
  const statement = checkStatement(input, now)
  await requireActiveProduct(tx, await lockProduct(tx, actor, input.productId))
  const tables = await loadLegalTables(tx)
  const added = toNewRecognition(statement, tables)
  const [history] = await findHistories(tx, [input.productId])
  const known = knownOf(history, statement)
  const outcome = known === undefined ? 'recorded' : await meetKnown(write, known, added)
  if (known !== undefined && outcome === 'same') {
    throw refuse('recognition-already-recorded', { star: known.star, decisionNumber: known.decisionNumber ?? '–' })
  }
  if (outcome === 'recorded') await append(write, added)
  await queue(tx, jobNames.refreshCatalogue, { productIds: [input.productId] })
  const id = known !== undefined && outcome === 'contradicting' ? known.id : added.id
  return { id, outcome, departs: departedRules(tables.rules, statement) }
}
