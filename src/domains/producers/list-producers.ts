import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { readPublicId } from '../../platform/ids/public-id.ts'
import { fold } from '../../platform/text/fold.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { type ProducerRow, producerColumns } from './lock-producer.ts'
import type { ListProducers, ProducerLines } from './messages.ts'
import { likePatterns, readCursor, writeCursor } from './paging.ts'
import { toPlace } from './place.ts'
import { withinScope } from './policy.ts'
import { writeTaxNumber } from './rules.ts'

export type ProducerFilter = z.infer<typeof ListProducers>

/** The producers in the actor's scope that a filter leaves, a page at a time, with how many there are in all. */
export async function listProducers(
  { db, actor }: { db: Db; actor: Actor },
  filter: ProducerFilter,
): Promise<z.infer<typeof ProducerLines>> {
  const [rows, total, gazetteer] = await Promise.all([
    visibleProducers(db, actor, filter),
    countProducers(db, actor, filter),
    gazetteerOf(db),
  ])
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const items = page.map((row) => ({
    id: row.id,
    publicId: row.publicId,
    name: row.name,
    kindCode: row.kindCode,
    taxNumber: row.taxNumber,
    taxNumberState: row.taxNumberState,
    ...toPlace(gazetteer, row),
    state: row.state,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  }))
  return { items, total, next: rows.length > page.length && last ? writeCursor(last.sortValue, last.id) : null }
}

export type ListedProducer = ProducerRow & { sortValue: string }

/** One page of the producers that an actor may see, and one row more when there is a next page. */
export async function visibleProducers(db: Db, actor: Actor, filter: ProducerFilter): Promise<ListedProducer[]> {
  const isByName = filter.sort === 'name'
  const sortValue = isByName ? sql`p.folded_name` : sql`p.updated_at::text`
  const order = isByName ? sql`p.folded_name, p.id` : sql`p.updated_at desc, p.id desc`
  const found = await sql<ListedProducer>`
    select ${producerColumns}, ${sortValue} as "sortValue"
    from producers.producer p
    where ${conditions(actor, filter)} and ${afterCursor(filter)}
    order by ${order} limit ${filter.limit + 1}`.execute(db)
  return found.rows
}

/** How many producers in the actor's scope a filter leaves. */
export async function countProducers(db: Db, actor: Actor, filter: ProducerFilter): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*) as total from producers.producer p where ${conditions(actor, filter)}`.execute(db)
  return found.rows[0]?.total ?? 0
}

function afterCursor(filter: ProducerFilter): RawBuilder<boolean> {
  if (filter.cursor === undefined) return sql<boolean>`true`
  const { value, id } = readCursor(filter.cursor)
  return filter.sort === 'name'
    ? sql<boolean>`(p.folded_name, p.id) > (${value}, ${id}::uuid)`
    : sql<boolean>`(p.updated_at, p.id) < (${value}::timestamptz, ${id}::uuid)`
}

function conditions(actor: Actor, filter: ProducerFilter): RawBuilder<boolean> {
  const all = [withinScope(actor.scope, 'p', 'id'), sql<boolean>`p.state = ${filter.state}`]
  if (filter.province !== undefined) all.push(sql<boolean>`p.province_code = ${filter.province}`)
  if (filter.commune !== undefined) all.push(sql<boolean>`p.commune_code = ${filter.commune}`)
  if (filter.kind !== undefined) all.push(sql<boolean>`p.kind_code = ${filter.kind}`)
  if (filter.placeState !== undefined) all.push(sql<boolean>`p.place_state = ${filter.placeState}`)
  if (filter.taxNumberState !== undefined) all.push(sql<boolean>`p.tax_number_state = ${filter.taxNumberState}`)
  if (filter.q !== undefined && filter.q !== '') all.push(isFoundBy(filter.q))
  return sql<boolean>`${sql.join(all, sql` and `)}`
}

/** Every word somewhere in the name, or the whole as a tax number or public identifier. */
function isFoundBy(typed: string): RawBuilder<boolean> {
  const patterns = likePatterns(fold(typed))
  const byName = sql`p.folded_name like all(${patterns}::text[])`
  return sql<boolean>`(${byName} or p.tax_number = ${writeTaxNumber(typed)} or p.public_id = ${readPublicId(typed)})`
}
