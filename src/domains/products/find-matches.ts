import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { visibleProducer } from '../producers/index.ts'
import { findProductMatches } from './find-product-matches.ts'
import type { FindProductMatches, ProductMatches } from './messages.ts'

/** Products of a producer in the officer's scope that may be the one they are about to enter. */
export async function findMatches(
  { db, actor }: { db: Db; actor: Actor },
  wanted: z.infer<typeof FindProductMatches>,
): Promise<z.infer<typeof ProductMatches>> {
  await visibleProducer(db, actor, wanted.producer)
  const items = await findProductMatches(db, {
    producerId: wanted.producer,
    name: wanted.name,
    exceptId: wanted.except,
  })
  return { items }
}
