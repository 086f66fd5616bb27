import { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import {
  checkProducerChange,
  lockProducer,
  type PlaceColumns,
  type ProducerRow,
  producerKinds,
  type Revised,
  requireActive,
  visibleProducer,
  type Writing,
} from '../producers/index.ts'
import {
  checkProductChange,
  lockProduct,
  type ProductChange,
  type ProductRow,
  requireActiveProduct,
  reviseProducer,
  reviseProduct,
  visibleProduct,
} from '../products/index.ts'
import type { SubjectKind, Values } from './rules.ts'

/** A product or producer as a request sees it. */
export type Subject =
  | { kind: 'product'; row: ProductRow; producerId: string; values: Values }
  | { kind: 'producer'; row: ProducerRow; producerId: string; values: Values }

function placeValue(row: PlaceColumns) {
  const { addressText, unitScheme, unitCode, provinceCode, communeCode, placeState } = row
  return { addressText, unitScheme, unitCode, provinceCode, communeCode, placeState }
}

function ofProduct(row: ProductRow): Subject {
  return { kind: 'product', row, producerId: row.producerId, values: productValues(row) }
}

function ofProducer(row: ProducerRow): Subject {
  return { kind: 'producer', row, producerId: row.id, values: producerValues(row) }
}

function productValues(row: Awaited<ReturnType<typeof checkProductChange>>): Values {
  const { name, setCode, gtin, description, story, ingredients, usage, storage, packaging } = row
  const { season, capacity, priceMin, priceMax, priceUnit } = row
  return {
    ...{ name, setCode, gtin, description, story, ingredients, usage, storage, packaging },
    ...{ season, capacity, priceMin, priceMax, priceUnit },
    place: placeValue(row),
  }
}

function producerValues(row: ReturnType<typeof checkProducerChange>): Values {
  const { kindCode, name, taxNumber, introduction, representative, representativeGender } = row
  const { representativeEthnicity, phone, email, website, contactsPublic } = row
  return {
    ...{ kindCode, name, taxNumber, introduction, representative, representativeGender },
    ...{ representativeEthnicity, phone, email, website, contactsPublic },
    place: placeValue(row),
  }
}

/** The record of a request as the actor may see it. */
export async function visibleSubject(db: Db, actor: Actor, kind: SubjectKind, id: string): Promise<Subject> {
  return kind === 'product'
    ? ofProduct(await visibleProduct(db, actor, id))
    : ofProducer(await visibleProducer(db, actor, id))
}

/** The same, locked: whoever proposes, attaches, withdraws or decides about one record waits for the others. */
export async function lockSubject(tx: Tx, actor: Actor, kind: SubjectKind, id: string): Promise<Subject> {
  return kind === 'product'
    ? ofProduct(await lockProduct(tx, actor, id))
    : ofProducer(await lockProducer(tx, actor, id))
}

/** Refuses unless the record can be worked with. */
export async function requireActiveSubject(db: Db, subject: Subject): Promise<void> {
  if (subject.kind === 'product') await requireActiveProduct(db, subject.row)
  else await requireActive(db, subject.row)
}

const Place = z.object({
  addressText: z.string(),
  unitScheme: z.enum(['2004-2025', '2025-']).nullable(),
  unitCode: z.string().nullable(),
  provinceCode: z.string(),
  communeCode: z.string().nullable(),
  placeState: z.enum(['decided', 'undecided', 'province-only']),
})
const text = z.string()
const maybeText = text.nullable()

const StoredProduct = z
  .object({
    ...{ name: text, setCode: maybeText, gtin: maybeText, description: text, story: text, ingredients: text },
    ...{ usage: text, storage: text, packaging: text, season: text, capacity: text, priceUnit: text },
    ...{ priceMin: z.number().nullable(), priceMax: z.number().nullable(), place: Place },
  })
  .partial()

const StoredProducer = z
  .object({
    ...{ kindCode: z.enum(producerKinds), name: text, taxNumber: maybeText, introduction: text },
    ...{ representative: maybeText, representativeGender: z.enum(['female', 'male', 'other']).nullable() },
    ...{ representativeEthnicity: maybeText, phone: maybeText, email: maybeText, website: maybeText },
    ...{ contactsPublic: z.boolean(), place: Place },
  })
  .partial()

/** What a product would say after a change, cleaned; refuses with every wrong field named. */
export async function productAfter(db: Db, row: ProductRow, change: ProductChange): Promise<Values> {
  return productValues(await checkProductChange(db, row, change))
}

/** What a producer would say after a change, cleaned; refuses with every wrong field named. */
export function producerAfter(row: ProducerRow, change: Parameters<typeof checkProducerChange>[1]): Values {
  return producerValues(checkProducerChange(row, change))
}

/** Writes values to the record on the word of a source, through the owner's front door, which checks the version again. */
export async function applyValues(
  write: Writing,
  subject: Subject,
  change: { version: number; sourceId: string; values: Values },
): Promise<Revised<string>> {
  const at = { id: subject.row.id, version: change.version, sourceId: change.sourceId }
  if (subject.kind === 'product') return reviseProduct(write, { ...StoredProduct.parse(change.values), ...at })
  // A number whose check digit fails was looked at by whoever proposed it and by whoever accepts it.
  return reviseProducer(write, { ...StoredProducer.parse(change.values), isTaxNumberConfirmed: true, ...at })
}
