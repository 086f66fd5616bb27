import { sql } from 'kysely'
import type { z } from 'zod'
import type { Write } from '../../platform/http/rows.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { authorOf, erasePeople, withdrawConsent, withinScope } from '../producers/index.ts'
import type { AnswerRequest } from './messages.ts'
import { refuse } from './refusals.ts'

async function lockRequest({ tx, actor }: Write, id: string) {
  const found = await sql<{ kind: string; state: string; producerId: string }>`
    select r.kind, r.state, r.producer_id as "producerId"
    from personal_data.request r join producers.producer_card p on p.id = r.producer_id
    where r.id = ${id} and ${withinScope(actor.scope, 'p', 'id')} for update of r`.execute(tx)
  const [row] = found.rows
  if (row === undefined) throw refuse('request-missing')
  if (row.state !== 'open') throw refuse('request-answered')
  return row
}

async function refreshPublic(tx: Write['tx'], producerId: string): Promise<void> {
  const rows = await tx.selectFrom('products.product_card').select('id').where('producer_id', '=', producerId).execute()
  if (rows.length > 0) await queue(tx, jobNames.refreshCatalogue, { productIds: rows.map((row) => row.id) })
}

/** Answers a request once and for all. A granted erasure or withdrawal of consent is carried out in the same transaction. */
export async function answerRequest(
  context: Write,
  { id, outcome, answer }: z.infer<typeof AnswerRequest>,
): Promise<{ id: string }> {
  const { tx, actor, now } = context
  const request = await lockRequest(context, id)
  const wish = { id: request.producerId, reason: answer }
  const isCarriedOut = outcome === 'done' && (request.kind === 'erasure' || request.kind === 'consent-withdrawal')
  if (isCarriedOut) {
    await (request.kind === 'erasure' ? erasePeople : withdrawConsent)(context, wish)
    await refreshPublic(tx, request.producerId)
  }
  await tx
    .updateTable('personal_data.request')
    .set({
      state: outcome,
      answer,
      answered_by: authorOf(actor),
      answered_by_name: actor.displayName,
      answered_at: now,
    })
    .where('id', '=', id)
    .execute()
  return { id }
}
