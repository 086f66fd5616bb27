import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { newPublicId } from '../../platform/ids/public-id.ts'

interface ProducerFacts {
  name?: string
  kind?: string
  province?: string
  commune?: string | null
  phone?: string
  email?: string
  address?: string
  representative?: string
  consent?: boolean
}

interface ProductFacts extends ProducerFacts {
  producerId?: string
  product?: string
  publicId?: string
  description?: string
  story?: string
  set?: string | null
  unit?: { scheme: string; code: string } | null
  star?: number
  decidedOn?: string
  level?: 'A' | 'B' | 'C'
  decision?: string
  gtin?: string
}

/** What a test needs to know of a product that it put into the register. */
export interface Registered {
  productId: string
  publicId: string
  producerId: string
  producerPublicId: string
  recognitionId: string
  sourceId: string
}

const moment = new Date('2026-11-01T08:00:00+07:00')

async function aProducer(tx: Tx, facts: ProducerFacts): Promise<{ id: string; publicId: string }> {
  const [id, publicId] = [randomUUID(), newPublicId()]
  const commune = facts.commune === undefined ? '24988' : facts.commune
  await tx
    .insertInto('producers.producer')
    .values({
      id,
      public_id: publicId,
      kind_code: facts.kind ?? 'cooperative',
      name: facts.name ?? 'HTX Nông nghiệp Ninh Gia',
      match_name: (facts.name ?? 'ninh gia').toLowerCase(),
      tax_number_state: 'missing',
      phone: facts.phone ?? null,
      email: facts.email ?? null,
      address_text: facts.address ?? '',
      private_representative: facts.representative ?? null,
      contacts_public: facts.consent ?? false,
      contacts_consented_at: facts.consent === true ? moment : null,
      province_code: facts.province ?? '68',
      commune_code: commune,
      place_state: commune === null ? 'province-only' : 'decided',
      created_at: moment,
      updated_at: moment,
    })
    .execute()
  return { id, publicId }
}

async function producerOf(tx: Tx, facts: ProductFacts): Promise<{ id: string; publicId: string }> {
  if (facts.producerId === undefined) return aProducer(tx, facts)
  const found = await tx
    .selectFrom('producers.producer')
    .select(['id', 'public_id'])
    .where('id', '=', facts.producerId)
    .executeTakeFirstOrThrow()
  return { id: found.id, publicId: found.public_id }
}

/** Puts a product with its producer, source and recognition straight into the register's tables; cards are not refreshed. */
export async function aProduct(tx: Tx, facts: ProductFacts = {}): Promise<Registered> {
  const producer = await producerOf(tx, facts)
  const publicId = facts.publicId ?? newPublicId()
  const [productId, sourceId, recognitionId] = [randomUUID(), randomUUID(), randomUUID()]
  const set = facts.set === undefined ? '13' : facts.set
  const commune = facts.commune === undefined ? '24988' : facts.commune
  const decidedOn = facts.decidedOn ?? '2025-03-10'
  await sql`
    insert into provenance.source (id, kind, level, title, checked_on, recorded_at)
    values (${sourceId}, 'decision', ${facts.level ?? 'A'}, 'Quyết định', '2026-11-01', ${moment})`.execute(tx)
  await sql`
    insert into products.product (id, public_id, producer_id, name, match_name, group_code, set_code, description, story, gtin, unit_scheme, unit_code,
      province_code, commune_code, place_state, created_at, updated_at)
    select ${productId}, ${publicId}, ${producer.id}, ${facts.product ?? 'Cà phê Arabica Ninh Gia'}, '',
      (select s.group_code from products.product_set s where s.code = ${set}), ${set}::text, ${facts.description ?? ''}, ${facts.story ?? ''},
      ${facts.gtin ?? null}::text, ${facts.unit?.scheme ?? null}::text, ${facts.unit?.code ?? null}::text,
      ${facts.province ?? '68'}, ${commune}::text, ${commune === null ? 'province-only' : 'decided'}, ${moment}, ${moment}`.execute(
    tx,
  )
  await sql`
    insert into certification.recognition (id, product_id, kind, star, decision_number, decided_on, decided_year, authority_level, authority_name,
      expires_on, expires_by, level, source_id, recorded_at)
    values (${recognitionId}, ${productId}, 'first', ${facts.star ?? 4}, ${facts.decision ?? '120/QĐ-UBND'}, ${decidedOn}::date, ${Number(decidedOn.slice(0, 4))},
      'province', 'Ủy ban nhân dân tỉnh Lâm Đồng', ${decidedOn}::date + interval '36 months', ${decidedOn}::date + interval '36 months',
      ${facts.level ?? 'A'}, ${sourceId}, ${moment})`.execute(tx)
  return { productId, publicId, producerId: producer.id, producerPublicId: producer.publicId, recognitionId, sourceId }
}
