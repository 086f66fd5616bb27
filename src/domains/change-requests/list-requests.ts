import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { readCursor, withinScope, writeCursor } from '../producers/index.ts'
import type { ListRequests, RequestLines } from './messages.ts'
import { findFields, findProducerBriefs, type RequestRow, requestColumns } from './queries.ts'

type Filter = z.infer<typeof ListRequests>

/** Requests about the records in the actor's scope: those that wait first, the oldest of them first; then the settled, newest first. */
export async function listRequests({ db, actor }: { db: Db; actor: Actor }, filter: Filter): Promise<RequestLines> {
  const where = conditions(actor, filter)
  const rank = sql`case when c.state = 'open' then extract(epoch from c.opened_at) else 1e11 - extract(epoch from c.opened_at) + 1e11 end`
  const { rows } = await sql<RequestRow & { rank: string }>`
    select ${requestColumns}, (${rank})::text as rank from change_requests.request_card c
    where ${where} and ${beyond(filter.cursor, rank)} order by ${rank}, c.id limit ${filter.limit + 1}`.execute(db)
  const counted = await sql<{ total: number; oldest: Date | null }>`
    select count(*) as total, min(c.opened_at) filter (where c.state = 'open') as oldest
    from change_requests.request_card c where ${where}`.execute(db)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    items: await toLines(db, page),
    total: counted.rows[0]?.total ?? 0,
    oldest: counted.rows[0]?.oldest?.toISOString() ?? null,
    next: rows.length > filter.limit && last !== undefined ? writeCursor(last.rank, last.id) : null,
  }
}

/** Requests as lists show them. */
export async function toLines(db: Db, rows: readonly RequestRow[]): Promise<RequestLines['items']> {
  const fields = await findFields(
    db,
    rows.map((row) => row.id),
  )
  const producers = await findProducerBriefs(
    db,
    rows.filter((row) => row.consentId !== null).map((row) => row.producerId),
  )
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    subject: { kind: row.kind, id: row.subjectId, publicId: row.publicId, name: row.name },
    note: row.note,
    author: row.author,
    side: row.side,
    onBehalfOf: row.consentId === null ? null : (producers.get(row.producerId)?.name ?? null),
    openedAt: row.openedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    fields: fields.filter((field) => field.requestId === row.id).map((field) => field.field),
  }))
}

function beyond(cursor: string | undefined, rank: RawBuilder<unknown>): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`
  const { value, id } = readCursor(cursor)
  return sql`(${rank}, c.id) > (${value}::numeric, ${id}::uuid)`
}

function conditions(actor: Actor, filter: Filter): RawBuilder<boolean> {
  const all = [withinScope(actor.scope, 'c')]
  if (filter.state !== undefined) all.push(sql<boolean>`c.state = ${filter.state}`)
  if (filter.kind !== undefined) all.push(sql<boolean>`c.subject_kind = ${filter.kind}`)
  if (filter.province !== undefined) all.push(sql<boolean>`c.province_code = ${filter.province}`)
  if (filter.subject !== undefined) all.push(sql<boolean>`c.subject_id = ${filter.subject}::uuid`)
  return sql<boolean>`${sql.join(all, sql` and `)}`
}
