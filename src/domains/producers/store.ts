import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import { newPublicId } from '../../platform/ids/public-id.ts'
import { matchNameOf } from '../../platform/text/match-name.ts'
import type { ProducerFields } from './rules.ts'

interface Author {
  accountId: string | null
  displayName: string
  now: Date
}

/** Columns of the fields; consent is dated when contacts become public and forgotten when they no longer are. */
export function toColumns(fields: ProducerFields, consentedAt: Date | null) {
  return {
    kind_code: fields.kindCode,
    name: fields.name,
    match_name: matchNameOf(fields.name),
    tax_number: fields.taxNumber,
    tax_number_state: fields.taxNumberState,
    introduction: fields.introduction,
    private_representative: fields.representative,
    private_representative_gender: fields.representativeGender,
    private_representative_ethnicity: fields.representativeEthnicity,
    phone: fields.phone,
    email: fields.email,
    website: fields.website,
    contacts_public: fields.contactsPublic,
    contacts_consented_at: fields.contactsPublic ? consentedAt : null,
    address_text: fields.addressText,
    unit_scheme: fields.unitScheme,
    unit_code: fields.unitCode,
    province_code: fields.provinceCode,
    commune_code: fields.communeCode,
    place_state: fields.placeState,
  }
}

/** Inserts producers in few statements; answers their ids in order. A public identifier that is taken is drawn again. */
export async function insertProducers(
  tx: Tx,
  all: readonly ProducerFields[],
  author: Author,
): Promise<{ id: string; publicId: string }[]> {
  const rows = all.map((fields) => ({
    id: crypto.randomUUID(),
    public_id: newPublicId(),
    ...toColumns(fields, author.now),
    state: 'active',
    created_by: author.accountId,
    created_at: author.now,
    updated_by: author.accountId,
    updated_by_name: author.displayName,
    updated_at: author.now,
  }))
  let pending = rows
  while (pending.length > 0) {
    const written = new Set(await insertRows(tx, 'producers.producer', pending, 'public_id'))
    pending = pending.filter((row) => !written.has(row.id))
    for (const row of pending) row.public_id = newPublicId()
  }
  return rows.map((row) => ({ id: row.id, publicId: row.public_id }))
}

/** Writes changed fields under the caller's lock; answers the new version. */
export async function updateProducer(
  tx: Tx,
  id: string,
  change: { fields: ProducerFields; consentedAt: Date | null; author: Author },
): Promise<number> {
  const row = await tx
    .updateTable('producers.producer')
    .set((eb) => ({
      ...toColumns(change.fields, change.consentedAt ?? change.author.now),
      version: eb('version', '+', 1),
      updated_by: change.author.accountId,
      updated_by_name: change.author.displayName,
      updated_at: change.author.now,
    }))
    .where('id', '=', id)
    .returning(['version'])
    .executeTakeFirstOrThrow()
  return row.version
}

/** Moves a producer between the states that a person sets (merging has its own way). */
export async function setProducerState(
  tx: Tx,
  id: string,
  state: 'active' | 'withdrawn',
  author: Author,
): Promise<void> {
  await tx
    .updateTable('producers.producer')
    .set((eb) => ({
      state,
      version: eb('version', '+', 1),
      updated_by: author.accountId,
      updated_by_name: author.displayName,
      updated_at: author.now,
    }))
    .where('id', '=', id)
    .execute()
}

/** Marks one producer as merged into another, with everything that had been merged into it before. */
export async function pointMergedAt(tx: Tx, merged: { id: string; keptId: string; author: Author }): Promise<void> {
  const change = { state: 'merged', merged_into_id: merged.keptId, updated_at: merged.author.now }
  await tx
    .updateTable('producers.producer')
    .set((eb) => ({
      ...change,
      version: eb('version', '+', 1),
      updated_by: merged.author.accountId,
      updated_by_name: merged.author.displayName,
    }))
    .where((eb) => eb.or([eb('id', '=', merged.id), eb('merged_into_id', '=', merged.id)]))
    .execute()
}
