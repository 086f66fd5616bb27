import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { withinScope } from './policy.ts'
import { refuse } from './refusals.ts'
import type { ProducerFields } from './rules.ts'

/** A producer whole, as those in whose scope it lies may see it. */
export interface ProducerRow extends ProducerFields {
  id: string
  publicId: string
  contactsConsentedAt: Date | null
  state: 'active' | 'merged' | 'withdrawn'
  mergedIntoId: string | null
  version: number
  createdAt: Date
  updatedAt: Date
  updatedByName: string
}

export const producerColumns = sql`p.id, p.public_id as "publicId", p.kind_code as "kindCode", p.name, p.tax_number as "taxNumber",
  p.tax_number_state as "taxNumberState", p.introduction, p.private_representative as representative,
  p.private_representative_gender as "representativeGender", p.private_representative_ethnicity as "representativeEthnicity",
  p.phone, p.email, p.website, p.contacts_public as "contactsPublic", p.contacts_consented_at as "contactsConsentedAt",
  p.address_text as "addressText", p.unit_scheme as "unitScheme", p.unit_code as "unitCode", p.province_code as "provinceCode",
  p.commune_code as "communeCode", p.place_state as "placeState", p.state, p.merged_into_id as "mergedIntoId", p.version,
  p.created_at as "createdAt", p.updated_at as "updatedAt", p.updated_by_name as "updatedByName"`

/** The producer as the actor may see it; one out of reach answers as if it did not exist. */
export async function visibleProducer(db: Db, actor: Actor, id: string): Promise<ProducerRow> {
  const found = await sql<ProducerRow>`
    select ${producerColumns} from producers.producer p where p.id = ${id} and ${withinScope(actor.scope, 'p', 'id')}`.execute(
    db,
  )
  const [row] = found.rows
  if (row === undefined) throw refuse('producer-missing')
  return row
}

/** Locks producers for change, in id order; every one must lie in the actor's scope. */
export async function lockProducers(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, ProducerRow>> {
  const found = await sql<ProducerRow>`
    select ${producerColumns} from producers.producer p
    where p.id = any(${[...ids]}::uuid[]) and ${withinScope(actor.scope, 'p', 'id')}
    order by p.id for update`.execute(tx)
  const rows = new Map(found.rows.map((row) => [row.id, row]))
  if (ids.some((id) => !rows.has(id))) throw refuse('producer-missing')
  return rows
}

/** Locks a producer for change through its actor, whatever its state. */
export async function lockProducer(tx: Tx, actor: Actor, id: string): Promise<ProducerRow> {
  const row = (await lockProducers(tx, actor, [id])).get(id)
  if (row === undefined) throw refuse('producer-missing')
  return row
}

/** Refuses unless the producer can be worked with: a merged one names the kept one, a withdrawn one must be restored first. */
export async function requireActive(db: Db, row: ProducerRow): Promise<void> {
  if (row.state === 'withdrawn') throw refuse('producer-withdrawn')
  if (row.state === 'active') return
  const kept = await db
    .selectFrom('producers.producer')
    .select(['public_id'])
    .where('id', '=', row.mergedIntoId ?? row.id)
    .executeTakeFirst()
  throw refuse('producer-merged', { keptPublicId: kept?.public_id ?? '' })
}
