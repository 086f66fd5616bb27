import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { findProducerMatches } from './find-producer-matches.ts'
import type { FindMatches, ProducerMatches } from './messages.ts'
import { toPlace } from './place.ts'

/** Producers in the officer's scope that may be the one they are about to enter. */
export async function findMatches(
  { db, actor }: { db: Db; actor: Actor },
  wanted: z.infer<typeof FindMatches>,
): Promise<z.infer<typeof ProducerMatches>> {
  const gazetteer = await gazetteerOf(db)
  const found = await findProducerMatches(db, {
    name: wanted.name,
    taxNumber: wanted.taxNumber,
    provinceCode: wanted.province,
    communeCode: wanted.commune,
    exceptId: wanted.except,
    scope: actor.scope,
  })
  const items = found.map((match) => {
    const here = { addressText: '', unitScheme: null, unitCode: null, placeState: 'decided' } as const
    const { provinceName, communeName } = toPlace(gazetteer, { ...here, ...match })
    const { id, publicId, name, reasons, score } = match
    return { id, publicId, name, provinceName, communeName, reasons, score }
  })
  return { items }
}
