import { stateChange } from './field-groups.ts'
import { lockProducer, requireActive } from './lock-producer.ts'
import { authorOf, requirePlaceInScope } from './policy.ts'
import { changeProducer, type ProducerEntry } from './prepare-producer.ts'
import { refuse } from './refusals.ts'
import type { Writing } from './register-producer.ts'
import { type ProducerFields, type ProducerGroup, producerGroups } from './rules.ts'
import { staleFacts } from './stale-facts.ts'
import { updateProducer } from './store.ts'

/** What changes; a field left out stays as it is. `version` is the one that the author of the change had before them. */
export type ProducerRevision = { [Field in keyof ProducerEntry]?: ProducerEntry[Field] | undefined } & {
  id: string
  version: number
  sourceId: string
}

/** The version after a change, and the groups in which a better source says otherwise: those were kept beside it, not applied. */
export interface Revised<Group> {
  version: number
  contradicting: Group[]
}

const groupsByField = {
  identity: ['kindCode', 'name', 'taxNumber'],
  introduction: ['introduction'],
  people: ['representative', 'representativeGender', 'representativeEthnicity'],
  contact: ['phone', 'email', 'website', 'contactsPublic'],
  place: ['place'],
  commune: ['place'],
} as const satisfies Record<ProducerGroup, readonly (keyof ProducerEntry)[]>

const allGroups = [
  'identity',
  'introduction',
  'people',
  'contact',
  'place',
  'commune',
] as const satisfies readonly ProducerGroup[]

/** Changes a producer on the word of a source; refuses when somebody changed it since the version at hand. */
export async function reviseProducer(
  { tx, actor, now }: Writing,
  revision: ProducerRevision,
): Promise<Revised<ProducerGroup>> {
  const row = await lockProducer(tx, actor, revision.id)
  await requireActive(tx, row)
  if (row.version !== revision.version) throw refuse('producer-stale', staleFacts(row))
  const after = changeProducer(fieldsOf(row), revision)
  if (revision.place !== undefined) requirePlaceInScope(actor, after)
  const spokenOf = allGroups.filter((group) => groupsByField[group].some((field) => revision[field] !== undefined))
  const { applied, contradicting } = await stateChange(
    tx,
    { kind: 'producer', id: row.id, sourceId: revision.sourceId, now },
    { before: { ...fieldsOf(row) }, after: { ...after }, groups: producerGroups, spokenOf },
  )
  if (applied.length === 0) return { version: row.version, contradicting }
  const version = await updateProducer(tx, row.id, {
    fields: applyGroups(fieldsOf(row), after, applied),
    consentedAt: row.contactsConsentedAt,
    author: { accountId: authorOf(actor), displayName: actor.displayName, now },
  })
  return { version, contradicting }
}

function fieldsOf(row: ProducerFields): ProducerFields {
  return {
    kindCode: row.kindCode,
    name: row.name,
    taxNumber: row.taxNumber,
    taxNumberState: row.taxNumberState,
    introduction: row.introduction,
    representative: row.representative,
    representativeGender: row.representativeGender,
    representativeEthnicity: row.representativeEthnicity,
    phone: row.phone,
    email: row.email,
    website: row.website,
    contactsPublic: row.contactsPublic,
    addressText: row.addressText,
    unitScheme: row.unitScheme,
    unitCode: row.unitCode,
    provinceCode: row.provinceCode,
    communeCode: row.communeCode,
    placeState: row.placeState,
  }
}

/** How far a place is decided goes with either of its groups. */
function applyGroups(before: ProducerFields, after: ProducerFields, applied: readonly ProducerGroup[]): ProducerFields {
  const keys: string[] = applied.flatMap((group) => [...producerGroups[group]])
  if (applied.includes('place') || applied.includes('commune')) keys.push('placeState')
  const changed = Object.fromEntries(Object.entries(after).filter(([key]) => keys.includes(key)))
  return { ...before, ...changed }
}
