import { sql } from 'kysely'
import type { Scope } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { withinScope } from '../producers/index.ts'
import type { AuthorityLevel, AuthorityRule, CriteriaVersion, RecognitionKind } from './rules.ts'
import type { EventFacts, EventKind, RecognitionFacts } from './states.ts'

/** A recognition as the record holds it. `productId` is the product it belongs to today, after mergers. */
export interface RecognitionRow extends RecognitionFacts {
  productId: string
  kind: RecognitionKind
  decisionNumber: string | null
  authorityLevel: AuthorityLevel
  authorityName: string
  criteriaVersion: string | null
  sourceId: string
  documentFileId: string | null
  documentPage: string | null
}

/** What happened to a recognition, as the record holds it. */
export interface EventRow extends EventFacts {
  kind: EventKind
  decisionNumber: string | null
  decidedOn: string | null
  authorityName: string
  reason: string
  causeCode: string | null
  sourceId: string
}

/** Recognitions of products with everything that happened to them, ready for standingOn. */
export interface RecognitionHistory {
  productId: string
  recognitions: RecognitionRow[]
  events: EventRow[]
}

const recognitionColumns = sql`r.id, l.root_id as "productId", r.kind, r.star, r.decision_number as "decisionNumber",
  r.decided_on as "decidedOn", r.decided_year as "decidedYear", coalesce(r.decided_on, make_date(r.decided_year, 1, 1)) as "countsFrom",
  r.authority_level as "authorityLevel", r.authority_name as "authorityName", r.criteria_version as "criteriaVersion",
  r.expires_on as "expiresOn", r.expires_by as "expiresBy", r.level, r.source_id as "sourceId",
  r.document_file_id as "documentFileId", r.document_page as "documentPage", r.recorded_at as "recordedAt"`

const eventColumns = sql`e.id, e.recognition_id as "recognitionId", e.kind, e.effective_on as "effectiveOn",
  e.decision_number as "decisionNumber", e.decided_on as "decidedOn", e.authority_name as "authorityName", e.reason,
  e.cause_code as "causeCode", e.source_id as "sourceId", e.recorded_at as "recordedAt"`

/** Every recognition of these products and of what was merged into them, annulled and unverified ones too, with all events. */
export async function findHistories(db: Db, productIds: readonly string[]): Promise<RecognitionHistory[]> {
  if (productIds.length === 0) return []
  const recognitions = await sql<RecognitionRow>`
    select ${recognitionColumns}
    from products.product_lineage l
    join certification.recognition r on r.product_id = l.product_id
    where l.root_id = any(${productIds}::uuid[])
    order by "countsFrom" desc, r.recorded_at desc, r.id desc`.execute(db)
  const ids = recognitions.rows.map((row) => row.id)
  const events = await sql<EventRow>`
    select ${eventColumns} from certification.standing_event e
    where e.recognition_id = any(${ids}::uuid[])
    order by e.effective_on, e.recorded_at, e.id`.execute(db)
  return group(productIds, recognitions.rows, events.rows)
}

function group(
  productIds: readonly string[],
  recognitions: RecognitionRow[],
  events: EventRow[],
): RecognitionHistory[] {
  const histories = new Map(
    productIds.map((productId): [string, RecognitionHistory] => [
      productId,
      { productId, recognitions: [], events: [] },
    ]),
  )
  const owners = new Map<string, RecognitionHistory>()
  for (const recognition of recognitions) {
    const history = histories.get(recognition.productId)
    if (history === undefined) continue
    history.recognitions.push(recognition)
    owners.set(recognition.id, history)
  }
  for (const event of events) owners.get(event.recognitionId)?.events.push(event)
  return [...histories.values()]
}

/** One recognition with its product and events, or undefined. Ask a scoped question first. */
export async function findRecognition(
  db: Db,
  id: string,
): Promise<{ recognition: RecognitionRow; events: EventRow[] } | undefined> {
  const found = await sql<RecognitionRow>`
    select ${recognitionColumns}
    from certification.recognition r
    join products.product_lineage l on l.product_id = r.product_id
    where r.id = ${id}`.execute(db)
  const [recognition] = found.rows
  if (recognition === undefined) return undefined
  const events = await sql<EventRow>`
    select ${eventColumns} from certification.standing_event e where e.recognition_id = ${id}
    order by e.effective_on, e.recorded_at, e.id`.execute(db)
  return { recognition, events: events.rows }
}

/** Which of these products lie in a scope and were not merged away. */
export async function findProductsInScope(db: Db, scope: Scope, productIds: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select p.id from products.product_card p
    where p.id = any(${productIds}::uuid[]) and p.merged_into_id is null and ${withinScope(scope, 'p')}`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}

/** The rules of authority, as data. */
export async function findAuthorityRules(db: Db): Promise<AuthorityRule[]> {
  return await db
    .selectFrom('certification.authority_rule')
    .select([
      'decision_number as decisionNumber',
      'star',
      'authority_level as authorityLevel',
      'effective_from as effectiveFrom',
      'effective_to as effectiveTo',
    ])
    .execute()
}

/** The criteria sets by decision, as data. */
export async function findCriteriaVersions(db: Db): Promise<CriteriaVersion[]> {
  return await db
    .selectFrom('certification.criteria_version')
    .select(['code', 'effective_from as effectiveFrom', 'effective_to as effectiveTo'])
    .execute()
}

/** A cause of revocation: Decision 26/2026/QĐ-TTg, article 8. */
export async function findRevocationCauses(db: Db) {
  return await db
    .selectFrom('certification.revocation_cause')
    .select(['code', 'clause', 'name_vi as nameVi', 'name_en as nameEn'])
    .orderBy(sql`array_position(array['a', 'b', 'c', 'd', 'đ', 'e'], clause)`)
    .execute()
}

/** Where a decision file lies, for people in whose scope a product of that decision is; level by level of the source it does not matter. */
export async function findDocument(db: Db, scope: Scope, fileId: string) {
  const found = await sql<{ sha256: string; mediaType: string; originalName: string }>`
    select f.sha256, f.media_type as "mediaType", f.original_name as "originalName"
    from platform.file f
    where f.id = ${fileId} and exists (
      select from certification.recognition r
      join products.product_lineage l on l.product_id = r.product_id
      join products.product_card p on p.id = l.root_id
      where r.document_file_id = f.id and ${withinScope(scope, 'p')})`.execute(db)
  return found.rows[0]
}

/** Names and sizes of decision files, for the list beside each recognition. */
export async function findFileCards(db: Db, fileIds: readonly string[]) {
  if (fileIds.length === 0) return []
  return await db
    .selectFrom('platform.file')
    .select(['id', 'original_name as originalName', 'media_type as mediaType', 'size_bytes as sizeBytes'])
    .where('id', 'in', [...fileIds])
    .execute()
}
