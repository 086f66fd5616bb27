import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { withinScope } from '../producers/index.ts'
import type { Side } from './policy.ts'
import { refuse } from './refusals.ts'
import type { Manner, SubjectKind, Value } from './rules.ts'
import type { RequestState } from './states.ts'

export interface RequestRow {
  id: string
  kind: SubjectKind
  subjectId: string
  publicId: string
  name: string
  producerId: string
  version: number
  side: Side
  note: string
  authorId: string
  author: string
  consentId: string | null
  openedAt: Date
  state: RequestState
  reason: string | null
  versionAfter: number | null
  decidedBy: string | null
  decidedAt: Date | null
  provinceCode: string
  communeCode: string | null
}

export const requestColumns = sql`c.id, c.subject_kind as kind, c.subject_id as "subjectId", c.public_id as "publicId", c.name,
  c.producer_id as "producerId", c.version, c.side, c.note, c.author_id as "authorId", c.author_name as author,
  c.consent_id as "consentId", c.opened_at as "openedAt", c.state, c.reason, c.version_after as "versionAfter",
  c.decided_by_name as "decidedBy", c.decided_at as "decidedAt", c.province_code as "provinceCode", c.commune_code as "communeCode"`

/** A request whose record lies in the actor's scope; any other answers as if it did not exist. */
export async function visibleRequest(db: Db, actor: Actor, id: string): Promise<RequestRow> {
  const found = await sql<RequestRow>`
    select ${requestColumns} from change_requests.request_card c
    where c.id = ${id}::uuid and ${withinScope(actor.scope, 'c')}`.execute(db)
  const [row] = found.rows
  if (row === undefined) throw refuse('request-missing')
  return row
}

/** The open request of one side about a record, if there is one; ask under the record's lock. */
export async function findOpen(tx: Tx, subject: { kind: SubjectKind; id: string; side: Side }) {
  const found = await sql<{ id: string }>`
    select r.id from change_requests.request r
    where r.subject_kind = ${subject.kind} and r.subject_id = ${subject.id}::uuid and r.side = ${subject.side}
      and not exists (select 1 from change_requests.decision d where d.request_id = r.id)`.execute(tx)
  return found.rows[0]
}

export interface FieldRow {
  requestId: string
  field: string
  before: Value
  proposed: Value
  outcome: 'accept' | 'leave' | null
  overwrote: boolean
  found: Value
  reason: string
}

/** The fields of requests with what was decided of each. */
export async function findFields(db: Db, requestIds: readonly string[]): Promise<FieldRow[]> {
  const found = await sql<FieldRow>`
    select f.request_id as "requestId", f.field, f.before, f.proposed, d.outcome, coalesce(d.overwrote, false) as overwrote,
      d.found, coalesce(d.reason, '') as reason
    from change_requests.request_field f
    left join change_requests.field_decision d on d.request_id = f.request_id and d.field = f.field
    where f.request_id = any(${[...requestIds]}::uuid[]) order by f.field`.execute(db)
  return found.rows
}

/** The files of a request. */
export async function findEvidence(db: Db, requestId: string) {
  return await db
    .selectFrom('change_requests.evidence as e')
    .innerJoin('platform.file as f', 'f.id', 'e.file_id')
    .select(['e.id', 'e.added_at', 'f.sha256', 'f.media_type', 'f.original_name', 'f.size_bytes'])
    .where('e.request_id', '=', requestId)
    .orderBy('e.added_at')
    .orderBy('e.id')
    .execute()
}

/** Whether the public sees a record: an active product with a recognition of level A or B, or a producer that has one. */
export async function isPublic(db: Db, kind: SubjectKind, id: string): Promise<boolean> {
  const whose = kind === 'product' ? sql`p.id = ${id}::uuid` : sql`p.producer_id = ${id}::uuid`
  const found = await sql<{ isPublic: boolean }>`
    select exists (
      select 1 from products.product_card p
      join certification.product_standing_row s on s.product_id = p.id
      where ${whose} and p.state = 'active'
    ) as "isPublic"`.execute(db)
  return found.rows[0]?.isPublic ?? false
}

export interface ConsentRow {
  id: string
  producerId: string
  officerId: string
  officer: string
  manner: Manner
  witness: string | null
  fileId: string | null
  from: string
  until: string
  recordedAt: Date
  endedAt: Date | null
  endedBy: string | null
  endReason: string | null
}

const consentColumns = sql`c.id, c.producer_id as "producerId", c.officer_id as "officerId", c.officer_name as officer, c.manner,
  c.private_witness as witness, c.file_id as "fileId", c.valid_from as "from", c.valid_until as until, c.recorded_at as "recordedAt",
  e.ended_at as "endedAt", e.ended_by_name as "endedBy", e.reason as "endReason"`

/** Consents of a producer, newest first; the caller has seen that the producer lies in scope. */
export async function unscopedConsentsOf(db: Db, producerId: string): Promise<ConsentRow[]> {
  const found = await sql<ConsentRow>`
    select ${consentColumns} from change_requests.consent c
    left join change_requests.consent_end e on e.consent_id = c.id
    where c.producer_id = ${producerId}::uuid order by c.recorded_at desc, c.id`.execute(db)
  return found.rows
}

/** The consent through which an officer may act for a producer on a day, locked so that its end waits; undefined without one. */
export async function lockValidConsent(
  tx: Tx,
  wanted: { producerId: string; officerId: string; day: string },
): Promise<ConsentRow | undefined> {
  await sql`
    select c.id from change_requests.consent c
    where c.producer_id = ${wanted.producerId}::uuid and c.officer_id = ${wanted.officerId}::uuid
    order by c.id for update`.execute(tx)
  const found = await sql<ConsentRow>`
    select ${consentColumns} from change_requests.consent c
    left join change_requests.consent_end e on e.consent_id = c.id
    where c.producer_id = ${wanted.producerId}::uuid and c.officer_id = ${wanted.officerId}::uuid
      and ${wanted.day}::date between c.valid_from and c.valid_until and e.consent_id is null
    order by c.valid_until desc`.execute(tx)
  return found.rows[0]
}

/** One consent whose producer lies in the actor's scope, locked; any other answers as if it did not exist. */
export async function lockConsent(tx: Tx, actor: Actor, id: string): Promise<ConsentRow> {
  await sql`select c.id from change_requests.consent c where c.id = ${id}::uuid for update`.execute(tx)
  const found = await sql<ConsentRow>`
    select ${consentColumns} from change_requests.consent c
    join producers.producer_card p on p.id = c.producer_id
    left join change_requests.consent_end e on e.consent_id = c.id
    where c.id = ${id}::uuid and ${withinScope(actor.scope, 'p', 'id')}`.execute(tx)
  const [row] = found.rows
  if (row === undefined) throw refuse('consent-missing')
  return row
}

/** Names of producers, by id. */
export async function findProducerBriefs(db: Db, ids: readonly string[]) {
  const found = await sql<{ id: string; publicId: string; name: string }>`
    select id, public_id as "publicId", name from producers.producer_card where id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return new Map(found.rows.map((row) => [row.id, row]))
}
