import { sql } from 'kysely'
import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Read } from '../../platform/http/rows.ts'
import { visibleProducer } from '../producers/index.ts'
import { unscopedFactsOf } from '../provenance/index.ts'
import type { ById, HeldView } from './messages.ts'
import { visibleRequests } from './queries.ts'
import { refuse } from './refusals.ts'

/** What the register holds of the people behind the producer of a request, with who said so. */
export async function readHeld(
  { db, actor, now }: Read,
  { id }: z.infer<typeof ById>,
): Promise<z.infer<typeof HeldView>> {
  const { items } = await visibleRequests(
    { db, actor, day: today(now) },
    { where: sql<boolean>`r.id = ${id}`, limit: 1 },
  )
  const [request] = items
  if (request === undefined) throw refuse('request-missing')
  const row = await visibleProducer(db, actor, request.producer.id)
  const facts = await unscopedFactsOf(db, 'producer', row.id)
  return {
    producer: request.producer,
    representative: row.representative,
    representativeGender: row.representativeGender,
    representativeEthnicity: row.representativeEthnicity,
    phone: row.phone,
    email: row.email,
    website: row.website,
    address: row.addressText,
    contactsPublic: row.contactsPublic,
    contactsConsentedAt: row.contactsConsentedAt?.toISOString() ?? null,
    statements: facts
      .filter(({ fieldGroup }) => ['people', 'contact', 'place'].includes(fieldGroup))
      .map(({ fieldGroup, content, recordedAt, source }) => ({
        fieldGroup,
        content,
        recordedAt: recordedAt.toISOString(),
        source: { kind: source.kind, title: source.title },
      })),
  }
}
