import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { freshProducerCards, freshProductCards, producerCardColumns, productCardColumns } from './card-source.ts'
import { chunkSize } from './write-bitmaps.ts'

const columnsOf = (columns: readonly string[], alias?: string) =>
  sql.join(columns.map((column) => sql.ref(alias === undefined ? column : `${alias}.${column}`)))

/** Whose lists and which bitmap chunks a change of cards touches. */
export interface Touched {
  producerIds: string[]
  chunks: number[]
}

async function touchedBy(tx: Tx, only: RawBuilder<unknown>): Promise<{ producer_id: string; chunk: number }[]> {
  const found = await sql<{ producer_id: string; chunk: number }>`
    select distinct c.producer_id, c.position / ${sql.lit(chunkSize)} as chunk from catalogue.product_card c where ${only}`.execute(
    tx,
  )
  return found.rows
}

/** New cards go to the end, kin beside kin: rows that are found together are then read together. */
async function addNewCards(tx: Tx): Promise<void> {
  await sql`
    insert into catalogue.product_card (position, ${columnsOf(productCardColumns)})
    select coalesce((select max(last.position) from catalogue.product_card last), -1) + row_number() over (order by f.set_code, f.sort_name, f.product_id),
      ${columnsOf(productCardColumns, 'f')}
    from fresh_product_card f
    where not exists (select from catalogue.product_card c where c.product_id = f.product_id)
    order by f.set_code, f.sort_name, f.product_id`.execute(tx)
}

/** Brings the product cards of these products (null: all) to what the register says; unchanged cards are not written. */
export async function writeProductCards(tx: Tx, productIds: readonly string[] | null, now: Date): Promise<Touched> {
  const only = productIds === null ? sql`true` : sql`c.product_id = any(${productIds}::uuid[])`
  const before = await touchedBy(tx, only)
  await sql`
    create temporary table fresh_product_card on commit drop as ${freshProductCards(productIds)}`.execute(tx)
  await sql`
    with gone as (
      delete from catalogue.product_card c
      where ${only} and not exists (select from fresh_product_card f where f.product_id = c.product_id)
      returning c.public_id
    )
    insert into catalogue.once_public (public_id, kind, left_at)
    select g.public_id, 'product', ${now} from gone g
    on conflict (public_id) do update set left_at = excluded.left_at`.execute(tx)
  await sql`
    update catalogue.product_card c set (${columnsOf(productCardColumns)}) = row(${columnsOf(productCardColumns, 'f')})
    from fresh_product_card f
    where f.product_id = c.product_id
      and (${columnsOf(productCardColumns, 'c')}) is distinct from (${columnsOf(productCardColumns, 'f')})`.execute(tx)
  await addNewCards(tx)
  await sql`
    delete from catalogue.once_public o using fresh_product_card f where o.public_id = f.public_id`.execute(tx)
  await sql`drop table fresh_product_card`.execute(tx)
  const touched = [...before, ...(await touchedBy(tx, only))]
  return {
    producerIds: [...new Set(touched.map((row) => row.producer_id))],
    chunks: [...new Set(touched.map((row) => row.chunk))],
  }
}

/** The same for producers: one is public while it has a public product. */
export async function writeProducerCards(tx: Tx, producerIds: readonly string[] | null, now: Date): Promise<void> {
  const only = producerIds === null ? sql`true` : sql`c.producer_id = any(${producerIds}::uuid[])`
  await sql`
    create temporary table fresh_producer_card on commit drop as ${freshProducerCards(producerIds)}`.execute(tx)
  await sql`
    with gone as (
      delete from catalogue.producer_card c
      where ${only} and not exists (select from fresh_producer_card f where f.producer_id = c.producer_id)
      returning c.public_id
    )
    insert into catalogue.once_public (public_id, kind, left_at)
    select g.public_id, 'producer', ${now} from gone g
    on conflict (public_id) do update set left_at = excluded.left_at`.execute(tx)
  await sql`
    insert into catalogue.producer_card as card (${columnsOf(producerCardColumns)})
    select ${columnsOf(producerCardColumns)} from fresh_producer_card
    on conflict (producer_id) do update set (${columnsOf(producerCardColumns)}) = row(${columnsOf(producerCardColumns, 'excluded')})
    where card.* is distinct from excluded.*`.execute(tx)
  await sql`
    delete from catalogue.once_public o using fresh_producer_card f where o.public_id = f.public_id`.execute(tx)
  await sql`drop table fresh_producer_card`.execute(tx)
}
