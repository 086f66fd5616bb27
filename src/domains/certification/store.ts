import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { expiryOf } from './rules.ts'
import type { CheckedStatement } from './statement.ts'
import type { EventKind } from './states.ts'

const rowsAtOnce = 1000

/** A recognition about to be appended: the statement, its identifier, and who records it. */
export interface NewRecognition {
  id: string
  statement: CheckedStatement
  criteriaVersion: string | null
}

/** Appends recognitions; expiry is computed here and nowhere else. */
export async function insertRecognitions(
  tx: Tx,
  recognitions: readonly NewRecognition[],
  recorded: { by: string | null; now: Date },
): Promise<void> {
  for (let from = 0; from < recognitions.length; from += rowsAtOnce) {
    const values = recognitions.slice(from, from + rowsAtOnce).map(({ id, statement, criteriaVersion }) => {
      const { expiresOn, expiresBy } = expiryOf(statement)
      return {
        id,
        product_id: statement.productId,
        kind: statement.kind,
        star: statement.star,
        decision_number: statement.decisionNumber,
        decided_on: statement.decidedOn,
        decided_year: statement.decidedYear,
        authority_level: statement.authorityLevel,
        authority_name: statement.authorityName,
        criteria_version: criteriaVersion,
        expires_on: expiresOn,
        expires_by: expiresBy,
        level: statement.level,
        source_id: statement.sourceId,
        document_file_id: statement.documentFileId,
        document_page: statement.documentPage,
        recorded_by: recorded.by,
        recorded_at: recorded.now,
      }
    })
    await tx.insertInto('certification.recognition').values(values).execute()
  }
}

/** Appends one event of a recognition. */
export async function insertEvent(
  tx: Tx,
  event: {
    recognitionId: string
    kind: EventKind
    effectiveOn: string
    decisionNumber: string | null
    decidedOn: string | null
    authorityName: string
    reason: string
    causeCode: string | null
    sourceId: string
    recordedBy: string | null
    now: Date
  },
): Promise<string> {
  const row = await tx
    .insertInto('certification.standing_event')
    .values({
      recognition_id: event.recognitionId,
      kind: event.kind,
      effective_on: event.effectiveOn,
      decision_number: event.decisionNumber,
      decided_on: event.decidedOn,
      authority_name: event.authorityName,
      reason: event.reason,
      cause_code: event.causeCode,
      source_id: event.sourceId,
      recorded_by: event.recordedBy,
      recorded_at: event.now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  return row.id
}

/** A better source of the same decision must not shake off a suspension or revocation: what happened is carried to the new row as it was. */
export async function copyEvents(tx: Tx, fromId: string, toId: string): Promise<void> {
  await sql`
    insert into certification.standing_event (recognition_id, kind, effective_on, decision_number, decided_on, authority_name, reason,
      cause_code, source_id, recorded_by, recorded_at)
    select ${toId}::uuid, e.kind, e.effective_on, e.decision_number, e.decided_on, e.authority_name, e.reason, e.cause_code, e.source_id,
      e.recorded_by, e.recorded_at
    from certification.standing_event e
    where e.recognition_id = ${fromId} and e.kind <> 'annulment'`.execute(tx)
}
