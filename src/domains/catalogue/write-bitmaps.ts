import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { standingColumn } from './filters.ts'

/** Products a row of catalogue.facet_bitmap: 8,192 bits are 1 kB, small enough to lie in the row itself. */
export const chunkSize = 8192

interface Placed {
  at: number
  province: string
  oldProvince: string | null
  group: string | null
  set: string | null
  star: string
  standing: string
  kind: string
}

async function readChunk(tx: Tx, chunk: number, day: string): Promise<Placed[]> {
  const rows = await sql<Placed>`
    select c.position % ${sql.lit(chunkSize)} as at, c.province_code as province, c.old_province_code as "oldProvince", c.group_code as "group",
      c.set_code as "set", c.star::text as star, ${standingColumn(day)} as standing, c.producer_kind as kind
    from catalogue.product_card c
    where c.position >= ${chunk * chunkSize} and c.position < ${(chunk + 1) * chunkSize}`.execute(tx)
  return rows.rows
}

function drawBitmaps(rows: readonly Placed[]): Map<string, Uint8Array> {
  const bitmaps = new Map<string, Uint8Array>()
  const mark = (facet: string, value: string | null, at: number) => {
    if (value === null) return
    const key = `${facet}\t${value}`
    const bitmap = bitmaps.get(key) ?? new Uint8Array(chunkSize / 8)
    bitmap[at >> 3] = (bitmap[at >> 3] ?? 0) | (0x80 >> (at & 7))
    bitmaps.set(key, bitmap)
  }
  for (const { at, ...values } of rows) {
    mark('all', 'all', at)
    for (const [facet, value] of Object.entries(values)) mark(facet, value, at)
  }
  return bitmaps
}

async function writeChunk(tx: Tx, chunk: number, day: string): Promise<void> {
  const bitmaps = [...drawBitmaps(await readChunk(tx, chunk, day))]
  await sql`delete from catalogue.facet_bitmap where chunk = ${chunk}`.execute(tx)
  const facets = bitmaps.map(([key]) => key.split('\t')[0] ?? '')
  const values = bitmaps.map(([key]) => key.split('\t')[1] ?? '')
  const bits = bitmaps.map(([, bitmap]) => `x${Buffer.from(bitmap).toString('hex')}`)
  await sql`
    insert into catalogue.facet_bitmap (facet, value, chunk, bits)
    select d.facet, d.value, ${chunk}, d.bits::bit varying
    from unnest(${facets}::text[], ${values}::text[], ${bits}::text[]) d (facet, value, bits)`.execute(tx)
}

/** Draws the bitmaps of these chunks anew, with the standings of a day. */
export async function writeBitmaps(tx: Tx, chunks: readonly number[], day: string): Promise<void> {
  for (const chunk of chunks) await writeChunk(tx, chunk, day)
}

/** Draws every bitmap: after a bulk change, and once every midnight because standings move with the calendar. */
export async function rewriteBitmaps(tx: Tx, day: string): Promise<void> {
  const last = await sql<{ chunks: number }>`
    select coalesce(max(c.position) / ${sql.lit(chunkSize)} + 1, 0) as chunks from catalogue.product_card c`.execute(tx)
  await sql`delete from catalogue.facet_bitmap`.execute(tx)
  await writeBitmaps(tx, [...Array(last.rows[0]?.chunks ?? 0).keys()], day)
  await tx.updateTable('catalogue.register_serial').set({ counted_for: day }).execute()
}
