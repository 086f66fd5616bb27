import type { z } from 'zod'
import { lockProducer, placeOf, recordOfficerSource, type Writing } from '../producers/index.ts'
import { addCodeAlias } from './add-code-alias.ts'
import { findProductMatches, type ProductMatch } from './find-product-matches.ts'
import type { EnterProduct } from './messages.ts'
import { refuse } from './refusals.ts'
import { registerProduct } from './register-product.ts'
import { asksFrom } from './rules.ts'

/** An officer enters a product; unless they confirm that it is another, one that the producer has already is shown instead. */
export async function enterProduct(
  write: Writing,
  { place, reason, document, confirmedDistinct, codes, ...entry }: z.infer<typeof EnterProduct>,
): Promise<{ id: string; publicId: string }> {
  // The producer's lock also makes two officers who enter the same product at once come one after the other.
  await lockProducer(write.tx, write.actor, entry.producerId)
  const columns = place ? await placeOf(write.tx, place) : undefined
  if (!confirmedDistinct) {
    const known = (await findProductMatches(write.tx, entry, 5)).filter((match) => match.score >= asksFrom)
    if (known.length > 0) throw refuse('product-may-exist', { candidates: known.map(nameOf).join('; ') })
  }
  const sourceId = await recordOfficerSource(write, reason, document ?? null)
  const registered = await registerProduct(write, { ...entry, place: columns, sourceId })
  for (const code of codes) {
    await addCodeAlias(write.tx, { ...code, productId: registered.id, sourceId, now: write.now })
  }
  return registered
}

function nameOf(match: ProductMatch): string {
  return `${match.name} (${match.publicId})`
}
