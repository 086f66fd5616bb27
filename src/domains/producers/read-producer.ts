import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { gazetteerOf } from '../administrative-units/index.ts'
import { type StatedFact, unscopedFactsOf } from '../provenance/index.ts'
import { visibleProducer } from './lock-producer.ts'
import type { FactView, ProducerView } from './messages.ts'
import { candidatesOf, toPlace } from './place.ts'
import { producerAbilities } from './policy.ts'

/** A producer with everything that is said of it, by whom, and where sources contradict. */
export async function readProducer(
  { db, actor }: { db: Db; actor: Actor },
  { id }: { id: string },
): Promise<z.infer<typeof ProducerView>> {
  const row = await visibleProducer(db, actor, id)
  const [facts, gazetteer, mergers, kept] = await Promise.all([
    unscopedFactsOf(db, 'producer', id),
    gazetteerOf(db),
    mergersOf(db, id),
    row.mergedIntoId === null ? null : briefOf(db, row.mergedIntoId),
  ])
  const { contactsConsentedAt, createdAt, updatedAt, ...fields } = row
  const candidates = row.placeState === 'undecided' ? candidatesOf(gazetteer, row) : []
  return {
    id: fields.id,
    publicId: fields.publicId,
    kindCode: fields.kindCode,
    name: fields.name,
    taxNumber: fields.taxNumber,
    taxNumberState: fields.taxNumberState,
    introduction: fields.introduction,
    representative: fields.representative,
    representativeGender: fields.representativeGender,
    representativeEthnicity: fields.representativeEthnicity,
    phone: fields.phone,
    email: fields.email,
    website: fields.website,
    contactsPublic: fields.contactsPublic,
    contactsConsentedAt: contactsConsentedAt?.toISOString() ?? null,
    place: {
      ...toPlace(gazetteer, row),
      candidates: candidates.map((unit) => ({ code: unit.code, name: unit.fullName })),
    },
    state: fields.state,
    mergedInto: kept ?? null,
    mergers,
    version: fields.version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    updatedBy: fields.updatedByName,
    facts: facts.map(toFactView),
    abilities: producerAbilities(actor, row.state),
  }
}

/** A statement as the office shows it beside the fields. */
export function toFactView(fact: StatedFact): z.infer<typeof FactView> {
  const { source } = fact
  return {
    fieldGroup: fact.fieldGroup,
    state: fact.state,
    content: fact.content,
    recordedAt: fact.recordedAt.toISOString(),
    source: {
      kind: source.kind,
      level: source.level,
      title: source.title,
      reference: source.reference,
      page: source.page,
      importRow: source.importRow,
      statedOn: source.statedOn,
      checkedOn: source.checkedOn,
    },
  }
}

async function briefOf(db: Db, id: string) {
  return await db
    .selectFrom('producers.producer')
    .select(['id', 'public_id as publicId', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
}

async function mergersOf(db: Db, keptId: string) {
  const rows = await db
    .selectFrom('producers.merger as m')
    .innerJoin('producers.producer as p', 'p.id', 'm.merged_id')
    .select(['p.id', 'p.public_id as publicId', 'p.name', 'm.reason', 'm.merged_at as mergedAt'])
    .where('m.kept_id', '=', keptId)
    .orderBy('m.merged_at')
    .execute()
  return rows.map((row) => ({ ...row, mergedAt: row.mergedAt.toISOString() }))
}
