import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../access/actor.ts'
import type { Db, Tx } from '../db/database.ts'
import { queue } from '../jobs/jobs.ts'
import { jobNames } from '../jobs/names.ts'
import { refuse } from './refusals.ts'

/** How long the text of an unsent letter stays readable: as long as the one-time link that it may hold. */
export const letterTextMs = 7 * 24 * 3600 * 1000

/** Where the sender acted; all null for the whole country. It decides who may read the letter in the outbox. */
export interface LetterOrigin {
  provinceCode: string | null
  communeCode: string | null
  producerId: string | null
}

/** A letter to one person. */
export interface OutgoingLetter {
  to: string
  subject: string
  text: string
  html?: string
  origin: LetterOrigin
  queuedBy: string | null
}

/** Queues a letter in the caller's transaction: it is sent if and only if what it tells of was committed. Answers its id. */
export async function queueLetter(tx: Tx, letter: OutgoingLetter, now: Date): Promise<string> {
  const row = await tx
    .insertInto('letters.letter')
    .values({
      recipient: letter.to,
      subject: letter.subject,
      body_text: letter.text,
      body_html: letter.html ?? null,
      state: 'queued',
      province_code: letter.origin.provinceCode,
      commune_code: letter.origin.communeCode,
      producer_id: letter.origin.producerId,
      queued_by: letter.queuedBy,
      queued_at: now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  await queue(tx, jobNames.sendLetter, { letterId: row.id }, `letter ${row.id}`)
  return row.id
}

function withinScope(scope: Scope): RawBuilder<boolean> {
  if (scope.country) return sql<boolean>`true`
  return sql<boolean>`(l.province_code = any(${[...scope.provinceCodes]}::text[])
    or l.commune_code = any(${[...scope.communeCodes]}::text[]) or l.producer_id = any(${[...scope.producerIds]}::uuid[]))`
}

export type LetterState = 'queued' | 'sent' | 'kept' | 'failed'

/** A letter as the outbox shows it. */
export interface LetterLine {
  id: string
  recipient: string
  subject: string
  state: LetterState
  attempts: number
  lastFault: string | null
  queuedBy: string | null
  queuedAt: Date
  sentAt: Date | null
}

const columns = sql`l.id, l.recipient, l.subject, l.state, l.attempts, l.last_fault as "lastFault", l.queued_by as "queuedBy",
  l.queued_at as "queuedAt", l.sent_at as "sentAt"`

/** Letters from within a scope, newest first, one more than `limit` when there are more. */
export async function visibleLetters(
  db: Db,
  scope: Scope,
  wanted: { state?: LetterState | undefined; limit: number; after?: { queuedAt: string; id: string } | undefined },
): Promise<LetterLine[]> {
  const state = wanted.state === undefined ? sql`true` : sql`l.state = ${wanted.state}`
  const { after } = wanted
  const later =
    after === undefined ? sql`true` : sql`(l.queued_at, l.id) < (${after.queuedAt}::timestamptz, ${after.id}::uuid)`
  const found = await sql<LetterLine>`
    select ${columns} from letters.letter l
    where ${withinScope(scope)} and ${state} and ${later}
    order by l.queued_at desc, l.id desc limit ${wanted.limit + 1}`.execute(db)
  return found.rows
}

/** How many letters from within a scope there are in a state. */
export async function countLetters(db: Db, scope: Scope, state: LetterState | undefined): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*) as total from letters.letter l
    where ${withinScope(scope)} and ${state === undefined ? sql`true` : sql`l.state = ${state}`}`.execute(db)
  return found.rows[0]?.total ?? 0
}

/** One letter from within a scope with its text, or null as text once it was sent or is seven days old. */
export async function visibleLetter(
  db: Db,
  reader: { scope: Scope; now: Date },
  id: string,
): Promise<LetterLine & { text: string | null }> {
  const readableFrom = new Date(reader.now.getTime() - letterTextMs)
  const found = await sql<LetterLine & { text: string | null }>`
    select ${columns}, case when l.queued_at > ${readableFrom} then l.body_text end as text
    from letters.letter l
    where l.id = ${id} and ${withinScope(reader.scope)}`.execute(db)
  const [letter] = found.rows
  if (letter === undefined) throw refuse('letter-missing')
  return letter
}

/** Tries an unsent letter once more. */
export async function queueAgain(tx: Tx, reader: { scope: Scope; now: Date }, id: string): Promise<void> {
  const letter = await visibleLetter(tx, reader, id)
  if (letter.state === 'sent') throw refuse('letter-sent')
  if (letter.text === null) throw refuse('letter-too-old')
  await tx.updateTable('letters.letter').set({ state: 'queued', attempts: 0 }).where('id', '=', id).execute()
  await queue(tx, jobNames.sendLetter, { letterId: id }, `letter ${id}`)
}

/** Removes the texts of letters that are seven days old; answers how many. */
export async function forgetTexts(tx: Tx, now: Date): Promise<number> {
  const changed = await tx
    .updateTable('letters.letter')
    .set({ body_text: null, body_html: null })
    .where('body_text', 'is not', null)
    .where('queued_at', '<=', new Date(now.getTime() - letterTextMs))
    .executeTakeFirst()
  return Number(changed.numUpdatedRows)
}
