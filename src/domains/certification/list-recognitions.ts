import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import { today } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import { readPublicId } from '../../platform/ids/public-id.ts'
import { fold } from '../../platform/text/fold.ts'
import { likePatterns, readCursor, withinScope, writeCursor } from '../producers/index.ts'
import type { ListRecognitions, RecognitionLines } from './messages.ts'
import type { RecognitionRow } from './queries.ts'
import type { Standing } from './states.ts'
import { toDecisionView } from './views.ts'

interface ListedRow extends Omit<RecognitionRow, 'productId'> {
  standing: Standing
  productId: string
  publicId: string
  productName: string
  provinceCode: string
  sortValue: string
}

/** How each order reads: the value a page ends with, the order itself, and what lies beyond a cursor. */
const orders = {
  recorded: {
    value: sql`c.recorded_at::text`,
    by: sql`c.recorded_at desc, c.id`,
    after: (value: string, id: string) =>
      sql<boolean>`(c.recorded_at < ${value}::timestamptz or (c.recorded_at = ${value}::timestamptz and c.id > ${id}::uuid))`,
  },
  decided: {
    value: sql`c.counts_from::text`,
    by: sql`c.counts_from desc, c.id`,
    after: (value: string, id: string) =>
      sql<boolean>`(c.counts_from < ${value}::date or (c.counts_from = ${value}::date and c.id > ${id}::uuid))`,
  },
  expiry: {
    value: sql`c.expires_on::text`,
    by: sql`c.expires_on, c.id`,
    after: (value: string, id: string) => sql<boolean>`(c.expires_on, c.id) > (${value}::date, ${id}::uuid)`,
  },
} as const

/** Recognitions of the products in the actor's scope, a page at a time, each with its own standing today; annulled rows are left to the product's page. */
export async function listRecognitions(
  { db, actor, now }: { db: Db; actor: Actor; now: Date },
  filter: ListRecognitions,
): Promise<RecognitionLines> {
  const day = today(now)
  const where = conditions(actor, filter, day)
  const rows = await visibleRecognitions(db, { where, filter, day })
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      ...toDecisionView(row),
      standing: row.standing,
      hasDocument: row.documentFileId !== null,
      recordedAt: row.recordedAt.toISOString(),
      product: { id: row.productId, publicId: row.publicId, name: row.productName, provinceCode: row.provinceCode },
    })),
    total: await count(db, where),
    next: rows.length > page.length && last !== undefined ? writeCursor(last.sortValue, last.id) : null,
  }
}

const from = sql`certification.recognition_card c
  join products.product_lineage l on l.product_id = c.product_id
  join products.product_card p on p.id = l.root_id`

async function visibleRecognitions(
  db: Db,
  { where, filter, day }: { where: RawBuilder<boolean>; filter: ListRecognitions; day: string },
): Promise<ListedRow[]> {
  const order = orders[filter.sort]
  const cursor = filter.cursor === undefined ? null : readCursor(filter.cursor)
  const beyond = cursor === null ? sql<boolean>`true` : order.after(cursor.value, cursor.id)
  const found = await sql<ListedRow>`
    select listed.id, listed.kind, listed.star, listed."decisionNumber", listed."decidedOn", listed."decidedYear", listed."countsFrom",
      listed."authorityLevel", listed."authorityName", listed."criteriaVersion", listed."expiresOn", listed."expiresBy", listed.level,
      listed."sourceId", listed."documentFileId", listed."documentPage", listed."recordedAt", listed."productId", listed."publicId",
      listed."productName", listed."provinceCode", listed."sortValue",
      certification.recognition_standing(listed.id, ${day}::date) as standing
    from (
      select c.id, c.kind, c.star, c.decision_number as "decisionNumber", c.decided_on as "decidedOn", c.decided_year as "decidedYear",
        c.counts_from as "countsFrom", c.authority_level as "authorityLevel", c.authority_name as "authorityName",
        c.criteria_version as "criteriaVersion", c.expires_on as "expiresOn", c.expires_by as "expiresBy", c.level,
        c.source_id as "sourceId", c.document_file_id as "documentFileId", c.document_page as "documentPage",
        c.recorded_at as "recordedAt", p.id as "productId", p.public_id as "publicId", p.name as "productName",
        p.province_code as "provinceCode", ${order.value} as "sortValue"
      from ${from}
      where ${where} and ${beyond}
      order by ${order.by} limit ${filter.limit + 1}
    ) listed`.execute(db)
  return found.rows
}

async function count(db: Db, where: RawBuilder<boolean>): Promise<number> {
  const found = await sql<{ total: number }>`select count(*) as total from ${from} where ${where}`.execute(db)
  return found.rows[0]?.total ?? 0
}

function conditions(actor: Actor, filter: ListRecognitions, day: string): RawBuilder<boolean> {
  const all = [withinScope(actor.scope, 'p')]
  if (filter.province !== undefined) all.push(sql<boolean>`p.province_code = ${filter.province}`)
  const places = all.length
  if (filter.star !== undefined) all.push(sql<boolean>`c.star = ${filter.star}`)
  if (filter.level !== undefined) all.push(sql<boolean>`c.level = ${filter.level}`)
  if (filter.q !== undefined && filter.q !== '') all.push(isFoundBy(filter.q))
  if (filter.standing !== undefined) all.push(stands(all.slice(0, places), filter.standing, day))
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

function isFoundBy(typed: string): RawBuilder<boolean> {
  const patterns = likePatterns(fold(typed))
  return sql<boolean>`(p.folded_name like all(${patterns}::text[]) or p.public_id = ${readPublicId(typed)}
    or public.fold(c.decision_number) like all(${patterns}::text[]))`
}

/**
 * The standing of each recognition today, worked out as one set for all products of the places asked: row by row it takes seconds at
 * 200,000 products. The last recognition of a product governs, those before are replaced; mirrors certification.recognition_standing.
 */
function stands(places: RawBuilder<boolean>[], standing: Standing, day: string): RawBuilder<boolean> {
  const own = sql`
    select placed.id,
      case when h.revoked_on is not null then 'revoked' when placed.rank > 1 then 'replaced'
        else certification.standing_at(${day}::date, placed.counts_from, placed.expires_on, placed.expires_by,
          case when h.suspended_on is null then 'none' else 'suspended' end, h.suspended_on, null) end as standing
    from (
      select c.id, c.counts_from, c.expires_on, c.expires_by,
        row_number() over (partition by p.id order by c.counts_from desc, c.recorded_at desc, c.star, c.id desc) as rank
      from ${from}
      where c.level in ('A', 'B') and c.counts_from <= ${day}::date and ${sql.join(places, sql` and `)}
    ) placed
    left join certification.holds_on(${day}::date) h on h.recognition_id = placed.id`
  if (standing === 'not-recognised') return sql<boolean>`c.id not in (select own.id from (${own}) own)`
  return sql<boolean>`c.id in (select own.id from (${own}) own where own.standing = ${standing})`
}
