import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { Json } from '../../platform/db/tables.generated.ts'
import type { Side } from './policy.ts'
import type { Manner, SubjectKind, Value } from './rules.ts'
import type { RequestState } from './states.ts'

function toJson(value: Value): Json {
  return value !== null && typeof value === 'object' ? { ...value } : value
}

/** Appends a request with its fields; answers its id. */
export async function insertRequest(
  tx: Tx,
  request: {
    kind: SubjectKind
    subjectId: string
    version: number
    side: Side
    note: string
    author: Actor
    consentId: string | null
    fields: { field: string; before: Value; proposed: Value }[]
    now: Date
  },
): Promise<string> {
  const { id } = await tx
    .insertInto('change_requests.request')
    .values({
      subject_kind: request.kind,
      subject_id: request.subjectId,
      version: request.version,
      side: request.side,
      note: request.note,
      author_id: request.author.accountId,
      author_name: request.author.displayName,
      consent_id: request.consentId,
      opened_at: request.now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  const rows = request.fields.map(({ field, before, proposed }) => ({
    request_id: id,
    field,
    before: toJson(before),
    proposed: toJson(proposed),
  }))
  await insertRows(tx, 'change_requests.request_field', rows)
  return id
}

/** Appends what became of a request; the primary key lets one caller win. */
export async function insertDecision(
  tx: Tx,
  decision: {
    requestId: string
    state: Exclude<RequestState, 'open'>
    reason: string
    versionAfter: number | null
    by: Actor
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('change_requests.decision')
    .values({
      request_id: decision.requestId,
      state: decision.state,
      reason: decision.reason,
      version_after: decision.versionAfter,
      decided_by: decision.by.accountId,
      decided_by_name: decision.by.displayName,
      decided_at: decision.now,
    })
    .execute()
}

/** Appends what was decided of each field, with the value that was found then. */
export async function insertFieldDecisions(
  tx: Tx,
  requestId: string,
  fields: readonly {
    field: string
    outcome: 'accept' | 'leave'
    overwrote: boolean
    found: Value
    reason: string
  }[],
): Promise<void> {
  const rows = fields.map(({ field, outcome, overwrote, found, reason }) => ({
    request_id: requestId,
    ...{ field, outcome, overwrote, reason },
    found: toJson(found),
  }))
  await insertRows(tx, 'change_requests.field_decision', rows)
}

/** Appends a consent; answers its id. */
export async function insertConsent(
  tx: Tx,
  consent: {
    producerId: string
    officer: Actor
    manner: Manner
    witness: string | null
    fileId: string | null
    from: string
    until: string
    now: Date
  },
): Promise<string> {
  const row = await tx
    .insertInto('change_requests.consent')
    .values({
      producer_id: consent.producerId,
      officer_id: consent.officer.accountId,
      officer_name: consent.officer.displayName,
      manner: consent.manner,
      private_witness: consent.witness,
      file_id: consent.fileId,
      valid_from: consent.from,
      valid_until: consent.until,
      recorded_at: consent.now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  return row.id
}
