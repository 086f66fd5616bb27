import { sql } from 'kysely'
import type { z } from 'zod'
import { findProducerMatches, type ProducerMatch } from './find-producer-matches.ts'
import type { EnterProducer } from './messages.ts'
import { recordOfficerSource } from './officer-source.ts'
import { placeOf } from './place.ts'
import { refuse } from './refusals.ts'
import { registerProducer, type Writing } from './register-producer.ts'
import { asksFrom } from './rules.ts'

/** An officer enters a producer; unless they confirm that it is another, one that is in the register already is shown instead. */
export async function enterProducer(
  write: Writing,
  { place, reason, document, confirmedDistinct, ...entry }: z.infer<typeof EnterProducer>,
): Promise<{ id: string; publicId: string }> {
  const columns = await placeOf(write.tx, place)
  if (!confirmedDistinct) {
    // Two officers of a province who enter the same producer at once are told of each other.
    await sql`select pg_advisory_xact_lock(hashtext(${`producers.enter/${columns.provinceCode}`}))`.execute(write.tx)
    const known = await findProducerMatches(
      write.tx,
      { ...entry, provinceCode: columns.provinceCode, communeCode: columns.communeCode, scope: write.actor.scope },
      5,
    )
    const likely = known.filter(isLikely)
    if (likely.length > 0) throw refuse('producer-may-exist', { candidates: likely.map(nameOf).join('; ') })
  }
  const sourceId = await recordOfficerSource(write, reason, document ?? null)
  return registerProducer(write, { ...entry, place: columns, sourceId })
}

function isLikely(match: ProducerMatch): boolean {
  return match.score >= asksFrom || match.reasons.includes('name-and-place')
}

function nameOf(match: ProducerMatch): string {
  return `${match.name} (${match.publicId})`
}
