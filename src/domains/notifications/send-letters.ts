import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { type LetterLine, writeDigest, writeLetter } from './rules.ts'

/** How the program sends a letter to an account, in the caller's transaction; it knows the address, or keeps the letter in the outbox. */
export type SendLetter = (
  tx: Tx,
  letter: { accountId: string; subject: string; text: string; now: Date },
) => Promise<void>

interface DueRow extends LetterLine {
  id: string
  accountId: string
  displayName: string
}

/** Locks what is due, so that two workers at once do not send the same; what was read meanwhile needs no letter. */
async function lockDue(tx: Tx, letter: 'once' | 'digest'): Promise<DueRow[]> {
  const found = await sql<DueRow>`
    select n.id, n.account_id as "accountId", a.display_name as "displayName", n.subject_vi as "subjectVi", n.link,
      n.created_at as "createdAt"
    from notifications.notification n
    join accounts.account a on a.id = n.account_id
    where n.letter = ${letter} and n.lettered_at is null and n.read_at is null and a.state = 'active'
    order by n.account_id, n.created_at, n.id
    for update of n skip locked`.execute(tx)
  return found.rows
}

async function markSent(tx: Tx, rows: readonly DueRow[], now: Date): Promise<void> {
  await tx
    .updateTable('notifications.notification')
    .set({ lettered_at: now })
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
}

interface Sending {
  sendLetter: SendLetter
  publicUrl: string
  now: Date
}

/** The morning's letters: one an account about everything it has not read. Answers how many letters went out. */
export async function sendDigests(tx: Tx, { sendLetter, publicUrl, now }: Sending): Promise<number> {
  const due = await lockDue(tx, 'digest')
  const byAccount = new Map<string, DueRow[]>()
  for (const row of due) byAccount.set(row.accountId, [...(byAccount.get(row.accountId) ?? []), row])
  for (const [accountId, rows] of byAccount) {
    const { subject, text } = writeDigest(rows[0]?.displayName ?? '', rows, publicUrl)
    await sendLetter(tx, { accountId, subject, text, now })
  }
  if (due.length > 0) await markSent(tx, due, now)
  return byAccount.size
}

/** The letters for those who wish to hear at once. Answers how many went out. */
export async function sendLetters(tx: Tx, { sendLetter, publicUrl, now }: Sending): Promise<number> {
  const due = await lockDue(tx, 'once')
  for (const row of due) {
    const { subject, text } = writeLetter(row.displayName, row, publicUrl)
    await sendLetter(tx, { accountId: row.accountId, subject, text, now })
  }
  if (due.length > 0) await markSent(tx, due, now)
  return due.length
}
