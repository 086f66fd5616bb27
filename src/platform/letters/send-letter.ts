import { createTransport } from 'nodemailer'
import type { Config } from '../config/config.ts'
import type { Tx } from '../db/database.ts'
import { letterTextMs } from './letters.ts'

/** After so many failures a letter waits in the outbox for a person. Below the queue's own limit, which would give up silently. */
export const mostAttempts = 6
const patienceMs = 20_000

/** What became of a letter: `try-again` asks the queue for another attempt later. */
export type SendOutcome = 'sent' | 'kept' | 'failed' | 'try-again' | 'nothing-to-do'

interface Letter {
  id: string
  recipient: string
  subject: string
  text: string
  html: string | null
}

function faultOf(thrown: unknown): { text: string; isFinal: boolean } {
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  const code = thrown instanceof Error && 'responseCode' in thrown ? Number(thrown.responseCode) : 0
  return { text: text.slice(0, 500), isFinal: code >= 550 && code < 560 }
}

async function post(config: Config, letter: Letter): Promise<void> {
  const transport = createTransport({
    url: config.smtpUrl ?? '',
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
  try {
    await transport.sendMail({
      from: config.mailFrom ?? '',
      to: { name: '', address: letter.recipient },
      subject: letter.subject,
      text: letter.text,
      ...(letter.html !== null && { html: letter.html }),
      // The same letter keeps its identity, so that a repeated attempt after a broken connection is recognised as one.
      messageId: `<${letter.id}@${new URL(config.publicUrl).hostname}>`,
    })
  } finally {
    transport.close()
  }
}

async function lockLetter(tx: Tx, id: string) {
  return await tx
    .selectFrom('letters.letter')
    .select(['id', 'recipient', 'subject', 'body_text', 'body_html', 'attempts', 'queued_at'])
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .forUpdate()
    .executeTakeFirst()
}

/** Sends one queued letter through SMTP, or keeps it readable where no SMTP is set. The row is locked meanwhile, so two workers never send it twice. */
export async function sendLetter(
  { tx, config, now }: { tx: Tx; config: Config; now: Date },
  letterId: string,
): Promise<SendOutcome> {
  const row = await lockLetter(tx, letterId)
  if (row === undefined) return 'nothing-to-do'
  const change = (columns: { state?: string; attempts?: number; last_fault?: string | null; sent_at?: Date }) =>
    tx.updateTable('letters.letter').set(columns).where('id', '=', row.id).execute()
  if (row.body_text === null || row.queued_at.getTime() <= now.getTime() - letterTextMs) {
    await change({ state: 'failed', last_fault: 'older than 7 days' })
    return 'failed'
  }
  if (config.smtpUrl === null) {
    await change({ state: 'kept' })
    return 'kept'
  }
  const attempts = row.attempts + 1
  try {
    await post(config, { ...row, text: row.body_text, html: row.body_html })
  } catch (thrown) {
    const fault = faultOf(thrown)
    const isOver = fault.isFinal || attempts >= mostAttempts
    await change({ state: isOver ? 'failed' : 'queued', attempts, last_fault: fault.text })
    return isOver ? 'failed' : 'try-again'
  }
  await tx
    .updateTable('letters.letter')
    .set({ state: 'sent', attempts, last_fault: null, sent_at: now, body_text: null, body_html: null })
    .where('id', '=', row.id)
    .execute()
  return 'sent'
}
