import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

const columns = [
  'c.producer_id',
  'c.public_id',
  'c.name',
  'c.kind_code',
  'c.province_code',
  'c.province_name',
  'c.commune_code',
  'c.commune_name',
  'c.products',
  'c.best_star',
  'c.updated_at',
  'c.sort_name',
] as const

function selectProducers(db: Db) {
  return db.selectFrom('catalogue.producer_card as c').select(columns)
}

/** A producer as lists show it. */
export type ProducerRow = Awaited<ReturnType<ReturnType<typeof selectProducers>['execute']>>[number]

interface ProducerPage {
  tsquery: string | null
  province: string | null
  kinds: readonly string[]
  after: { name: string; id: string } | null
  limit: number
}

function narrowed(db: Db, { tsquery, province, kinds }: Omit<ProducerPage, 'after' | 'limit'>) {
  const conditions = [
    ...(tsquery === null ? [] : [sql<SqlBool>`c.all_words @@ ${tsquery}::tsquery`]),
    ...(province === null ? [] : [sql<SqlBool>`c.province_code = ${province}`]),
    ...(kinds.length === 0 ? [] : [sql<SqlBool>`c.kind_code = any(${kinds}::text[])`]),
  ]
  return conditions.reduce((query, condition) => query.where(condition), selectProducers(db))
}

/** One page of public producers by name. */
export function unscopedListProducers(db: Db, page: ProducerPage): Promise<ProducerRow[]> {
  const query = narrowed(db, page).orderBy('c.sort_name').orderBy('c.producer_id').limit(page.limit)
  if (page.after === null) return query.execute()
  const { name, id } = page.after
  return query.where(sql<SqlBool>`(c.sort_name, c.producer_id) > (${name}, ${id}::uuid)`).execute()
}

/** How many public producers there are under these conditions. */
export async function unscopedCountProducers(db: Db, page: Omit<ProducerPage, 'after' | 'limit'>): Promise<number> {
  const row = await narrowed(db, page)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('producers'))
    .executeTakeFirstOrThrow()
  return row.producers
}

/** A public producer by its public identifier. */
export function unscopedProducer(db: Db, publicId: string): Promise<ProducerRow | undefined> {
  return selectProducers(db).where('c.public_id', '=', publicId).executeTakeFirst()
}

/** What a producer lets the public know: contacts only with consent, which the owner's view sees to. */
export function unscopedProducerAbout(db: Db, producerId: string) {
  return db
    .selectFrom('producers.producer_card')
    .select([
      'introduction',
      'public_phone as phone',
      'public_email as email',
      'public_website as website',
      'public_address as postalAddress',
      'unit_scheme as unitScheme',
      'unit_code as unitCode',
      'place_state as placeState',
    ])
    .where('id', '=', producerId)
    .executeTakeFirst()
}
