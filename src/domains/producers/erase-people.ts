import { eraseFacts, stateFact } from '../provenance/index.ts'
import { lockProducer, type ProducerRow } from './lock-producer.ts'
import { recordOfficerSource } from './officer-source.ts'
import { authorOf } from './policy.ts'
import type { Writing } from './register-producer.ts'
import type { ProducerFields, producerGroups } from './rules.ts'
import { updateProducer } from './store.ts'

interface Wish {
  id: string
  reason: string
}

async function write({ tx, actor, now }: Writing, row: ProducerRow, fields: ProducerFields): Promise<void> {
  const author = { accountId: authorOf(actor), displayName: actor.displayName, now }
  await updateProducer(tx, row.id, { fields, consentedAt: null, author })
}

/**
 * Takes back the consent to published contacts. It holds whatever any source says, in every state of the record: the person's word about
 * their own data outranks a decision (91/2025/QH15). Twice changes nothing more.
 */
export async function withdrawConsent(writing: Writing, { id, reason }: Wish): Promise<void> {
  const row = await lockProducer(writing.tx, writing.actor, id)
  if (!row.contactsPublic) return
  const fields = { ...row, contactsPublic: false }
  const sourceId = await recordOfficerSource(writing, reason)
  const { phone, email, website, contactsPublic } = fields
  await stateFact(writing.tx, {
    ...{ subjectKind: 'producer', subjectId: row.id, fieldGroup: 'contact' },
    ...{ content: { phone, email, website, contactsPublic }, sourceId, now: writing.now, follows: true },
  })
  await write(writing, row, fields)
}

/** Erases the representative and the contacts of a producer, also from what sources stated before. The business itself stays in the register. */
export async function erasePeople(writing: Writing, { id, reason }: Wish): Promise<void> {
  const row = await lockProducer(writing.tx, writing.actor, id)
  await recordOfficerSource(writing, reason)
  const groups = ['people', 'contact'] as const satisfies readonly (keyof typeof producerGroups)[]
  await eraseFacts(writing.tx, { kind: 'producer', id: row.id, fieldGroups: groups })
  await write(writing, row, {
    ...row,
    ...{ representative: null, representativeGender: null, representativeEthnicity: null },
    ...{ phone: null, email: null, website: null, contactsPublic: false },
  })
}
