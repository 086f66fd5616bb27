import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import {
  countLetters,
  type LetterLine,
  queueAgain,
  visibleLetter,
  visibleLetters,
} from '../../platform/letters/letters.ts'
import { readCursor, writeCursor } from './cursors.ts'
import type { LetterLines, LetterView, ListLetters } from './messages.ts'

async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.account')
    .select(['id', 'display_name'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row.display_name]))
}

function toLine(letter: LetterLine, names: ReadonlyMap<string, string>) {
  return {
    ...letter,
    queuedBy: letter.queuedBy === null ? null : (names.get(letter.queuedBy) ?? null),
    queuedAt: letter.queuedAt.toISOString(),
    sentAt: letter.sentAt?.toISOString() ?? null,
  }
}

/** Letters that were written by people acting within the reader's scope, the newest first. */
export async function listLetters(
  { db, actor }: { db: Db; actor: Actor },
  filter: z.infer<typeof ListLetters>,
): Promise<z.infer<typeof LetterLines>> {
  const cursor = filter.cursor === undefined ? undefined : readCursor(filter.cursor)
  const after = cursor && { queuedAt: cursor.value, id: cursor.id }
  const rows = await visibleLetters(db, actor.scope, { state: filter.state, limit: filter.limit, after })
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const names = await namesOf(
    db,
    page.map((row) => row.queuedBy),
  )
  return {
    items: page.map((row) => toLine(row, names)),
    total: await countLetters(db, actor.scope, filter.state),
    next: rows.length > page.length && last ? writeCursor(last.queuedAt.toISOString(), last.id) : null,
  }
}

/** One letter with its text while that may be read. */
export async function readLetter(
  { db, actor, now }: { db: Db; actor: Actor; now: Date },
  { id }: { id: string },
): Promise<z.infer<typeof LetterView>> {
  const letter = await visibleLetter(db, { scope: actor.scope, now }, id)
  const names = await namesOf(db, [letter.queuedBy])
  return { ...toLine(letter, names), text: letter.text }
}

/** Tries an unsent letter again, for instance once SMTP was set. */
export async function sendAgain(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { id }: { id: string },
): Promise<{ done: true }> {
  await queueAgain(tx, { scope: actor.scope, now }, id)
  return { done: true }
}
