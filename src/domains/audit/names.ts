import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import type { NameOf } from './sentences.ts'

const uuidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Names for the codes and identifiers that these columns hold: provinces, communes, producers. */
export async function namesFor(db: Db, rows: readonly Readonly<Record<string, unknown>>[]): Promise<NameOf> {
  const gazetteer = await gazetteerOf(db)
  const ids = rows.flatMap((row) =>
    typeof row.producer_id === 'string' && uuidText.test(row.producer_id) ? [row.producer_id] : [],
  )
  const found = await sql<{ id: string; name: string }>`
    select p.id, p.name from producers.producer_card p where p.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  const producers = new Map(found.rows.map(({ id, name }) => [id, name]))
  return (column, value) => {
    if (column === 'producer_id') return producers.get(value) ?? null
    if (column !== 'province_code' && column !== 'commune_code') return null
    return gazetteer.units.get(`2025-/${value}`)?.fullName ?? null
  }
}
