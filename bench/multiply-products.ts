import type pg from 'pg'
import { newPublicId } from '../src/platform/ids/public-id.ts'

const endings = [
  'Sông Xanh',
  'Đồi Gió',
  'Vườn Nhà',
  'Bản Mây',
  'Nắng Mới',
  'Suối Trong',
  'Hương Lúa',
  'Mùa Vàng',
  'Gốc Đa',
  'Trăng Non',
  'Cánh Đồng',
]

/** The columns of a table that a copy may state. */
async function columnsOf(pool: pg.Pool, schema: string, table: string): Promise<string[]> {
  const found = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' order by ordinal_position`,
    [schema, table],
  )
  return found.rows.map((row) => row.column_name)
}

interface Copying {
  schema: string
  table: string
  /** column → the SQL that stands in its place; `s` is the row, `k` its copy in bench.copy */
  replaced: Record<string, string>
  /** joins that find the new identities of what the row points at */
  joins: string
}

async function copyRows(pool: pg.Pool, { schema, table, replaced, joins }: Copying): Promise<void> {
  const columns = await columnsOf(pool, schema, table)
  const values = columns.map((column) => replaced[column] ?? `s.${column}`)
  await pool.query(
    `insert into ${schema}.${table} (${columns.join(', ')}) select ${values.join(', ')} from ${schema}.${table} s ${joins}`,
  )
}

/** Makes identities for the copies of every row, so that foreign keys and public identifiers come out right. */
async function planCopies(pool: pg.Pool, copies: number): Promise<void> {
  await pool.query('create schema if not exists bench')
  await pool.query('drop table if exists bench.copy')
  await pool.query('create unlogged table bench.copy (source_id uuid, turn int, new_id uuid, public_id text)')
  for (const table of ['producers.producer', 'products.product']) {
    const found = await pool.query<{ id: string }>(`select id from ${table}`)
    for (let turn = 1; turn <= copies; turn++) {
      const ids = found.rows.map((row) => row.id)
      await pool.query(
        'insert into bench.copy select source_id, $2, gen_random_uuid(), public_id from unnest($1::uuid[], $3::text[]) as t (source_id, public_id)',
        [ids, turn, ids.map(() => newPublicId())],
      )
    }
  }
  await pool.query('create index on bench.copy (source_id, turn)')
  await pool.query('analyze bench.copy')
}

/** Copies producers, products, recognitions and codes of the demonstration straight in the tables: a register of ten times the size in a minute. */
export async function multiplyProducts(pool: pg.Pool, copies: number): Promise<void> {
  await planCopies(pool, copies)
  const named = `s.name || ' ' || (array[${endings.map((ending) => `'${ending}'`).join(', ')}])[k.turn]`
  const own = { id: 'k.new_id', public_id: 'k.public_id', name: named, match_name: `s.match_name || ' ' || k.turn` }
  const join = 'join bench.copy k on k.source_id = s.id'
  await copyRows(pool, { schema: 'producers', table: 'producer', replaced: own, joins: join })
  await copyRows(pool, {
    schema: 'products',
    table: 'product',
    replaced: { ...own, producer_id: 'o.new_id' },
    joins: `${join} join bench.copy o on o.source_id = s.producer_id and o.turn = k.turn`,
  })
  await copyRows(pool, {
    schema: 'certification',
    table: 'recognition',
    replaced: { id: 'gen_random_uuid()', product_id: 'k.new_id' },
    joins: 'join bench.copy k on k.source_id = s.product_id',
  })
  await pool.query('drop table bench.copy')
  await pool.query('analyze producers.producer, products.product, certification.recognition')
}
