import type { Db } from '../../platform/db/database.ts'
import { readPublicId } from '../../platform/ids/public-id.ts'
import { type ProducerRow, unscopedProducer } from './producer-queries.ts'

/** What the public may learn from a producer's identifier. */
export type SoughtProducer =
  | { state: 'public'; producer: ProducerRow }
  | { state: 'gone'; name: string; goneOn: Date }
  | { state: 'unknown' }

async function keptOf(db: Db, publicId: string): Promise<string | null> {
  const row = await db
    .selectFrom('producers.producer_card as merged')
    .innerJoin('producers.producer_card as kept', 'kept.id', 'merged.merged_into_id')
    .select('kept.public_id')
    .where('merged.public_id', '=', publicId)
    .executeTakeFirst()
  return row?.public_id ?? null
}

/** Finds a public producer; one that was merged answers as the kept one. */
export async function unscopedFindProducer(db: Db, text: string): Promise<SoughtProducer> {
  const publicId = readPublicId(text)
  if (publicId === null) return { state: 'unknown' }
  const direct = await unscopedProducer(db, publicId)
  if (direct !== undefined) return { state: 'public', producer: direct }
  const keptId = await keptOf(db, publicId)
  const kept = keptId === null ? undefined : await unscopedProducer(db, keptId)
  if (kept !== undefined) return { state: 'public', producer: kept }
  const tombstone = await db
    .selectFrom('catalogue.once_public')
    .select('left_at')
    .where('public_id', '=', publicId)
    .where('kind', '=', 'producer')
    .executeTakeFirst()
  return tombstone === undefined ? { state: 'unknown' } : { state: 'gone', name: '', goneOn: tombstone.left_at }
}
