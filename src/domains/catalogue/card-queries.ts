import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { conditionsOf, type Filters, standingColumn } from './filters.ts'

const cardColumns = [
  'c.product_id',
  'c.public_id',
  'c.name',
  'c.producer_id',
  'c.producer_public_id',
  'c.producer_name',
  'c.producer_kind',
  'c.group_code',
  'c.set_code',
  'c.province_code',
  'c.province_name',
  'c.commune_code',
  'c.commune_name',
  'c.recorded_place',
  'c.unit_scheme',
  'c.unit_code',
  'c.old_province_code',
  'c.place_state',
  'c.recognition_id',
  'c.recognition_kind',
  'c.star',
  'c.decided_on',
  'c.decided_year',
  'c.counts_from',
  'c.decision_number',
  'c.authority_name',
  'c.expires_on',
  'c.expires_by',
  'c.picture_id',
  'c.price_min',
  'c.price_max',
  'c.price_unit',
  'c.demonstration',
  'c.updated_at',
  'c.sort_name',
] as const

function selectCards(db: Db, day: string) {
  return db
    .selectFrom('catalogue.product_card as c')
    .select(cardColumns)
    .select(sql<string>`${standingColumn(day)}`.as('standing'))
}

/** A product as lists show it, with its standing on the asked day. */
export type CardRow = Awaited<ReturnType<ReturnType<typeof selectCards>['execute']>>[number]

/** The products of an array of ids, given as SQL, in its order; those that are not public are left out. */
export async function unscopedCardsIn(db: Db, ids: RawBuilder<unknown>, day: string): Promise<CardRow[]> {
  return selectCards(db, day)
    .innerJoin(
      sql<{ product_id: string; place: number }>`unnest(${ids}) with ordinality`.as<'p'>(sql`p (product_id, place)`),
      'p.product_id',
      'c.product_id',
    )
    .orderBy('p.place')
    .execute()
}

export const listSorts = ['name', 'newest', 'star', 'expiry'] as const
export type ListSort = (typeof listSorts)[number]

/** Where a page ended: the sort key and the product; the next page begins just after. */
export interface Keyset {
  sort: ListSort
  key: string
  name: string
  id: string
}

/** The place in the order that a card holds. */
export function keysetOf(sort: ListSort, row: CardRow): Keyset {
  const keys = { name: row.sort_name, newest: row.counts_from, star: String(row.star), expiry: row.expires_on }
  return { sort, key: keys[sort], name: row.sort_name, id: row.product_id }
}

const orders = {
  name: sql`c.sort_name, c.product_id`,
  newest: sql`c.counts_from desc, c.product_id`,
  star: sql`c.star desc, c.sort_name, c.product_id`,
  expiry: sql`c.expires_on, c.product_id`,
} as const satisfies Record<ListSort, unknown>

function afterKeyset({ sort, key, name, id }: Keyset) {
  switch (sort) {
    case 'name':
      return sql<boolean>`(c.sort_name, c.product_id) > (${key}, ${id}::uuid)`
    case 'newest':
      return sql<boolean>`c.counts_from <= ${key}::date and (c.counts_from < ${key}::date or c.product_id > ${id}::uuid)`
    case 'star':
      return sql<boolean>`c.star <= ${Number(key)} and (c.star < ${Number(key)} or (c.sort_name, c.product_id) > (${name}, ${id}::uuid))`
    case 'expiry':
      return sql<boolean>`(c.expires_on, c.product_id) > (${key}::date, ${id}::uuid)`
  }
}

interface ListPage {
  filters: Filters
  sort: ListSort
  limit: number
  offset?: number
  after?: Keyset | null
  producerId?: string
  day: string
}

/** One page of the public list without text; `expiry` shows only what can still expire. */
export async function unscopedListCards(db: Db, page: ListPage): Promise<CardRow[]> {
  const { filters, sort, limit, offset = 0, after = null, day } = page
  let rows = selectCards(db, day)
  for (const { holds } of conditionsOf(filters, standingColumn(day))) rows = rows.where(holds)
  if (page.producerId !== undefined) rows = rows.where('c.producer_id', '=', page.producerId)
  if (sort === 'expiry') rows = rows.where(sql<boolean>`c.expires_on >= ${day}::date`)
  if (after !== null) rows = rows.where(afterKeyset(after))
  return rows.orderBy(orders[sort]).limit(limit).offset(offset).execute()
}
