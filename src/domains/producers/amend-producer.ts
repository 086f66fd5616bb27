import type { z } from 'zod'
import type { AmendProducer } from './messages.ts'
import { recordOfficerSource } from './officer-source.ts'
import { placeOf } from './place.ts'
import type { Writing } from './register-producer.ts'
import { type Revised, reviseProducer } from './revise-producer.ts'
import type { ProducerGroup } from './rules.ts'

/** An officer changes a producer, saying why; fields that are left out stay. */
export async function amendProducer(
  write: Writing,
  { place, reason, document, ...changes }: z.infer<typeof AmendProducer> & { version: number },
): Promise<Revised<ProducerGroup>> {
  const columns = place === undefined ? undefined : await placeOf(write.tx, place)
  const sourceId = await recordOfficerSource(write, reason, document ?? null)
  return reviseProducer(write, { ...changes, place: columns, sourceId })
}
