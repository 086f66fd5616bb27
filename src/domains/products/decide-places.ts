import type { z } from 'zod'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { type Gazetteer, gazetteerOf } from '../administrative-units/index.ts'
import { decided, lockProducers, recordOfficerSource, reviseProducer, type Writing } from '../producers/index.ts'
import { lockProducts } from './lock-product.ts'
import { unscopedProductIdsOf } from './merge-producers.ts'
import type { DecidePlaces } from './messages.ts'
import { refuse } from './refusals.ts'
import { reviseProduct } from './revise-product.ts'
import type { ProductFields } from './rules.ts'

/** A person says in which present commune these producers and products lie; the reason is kept as the source of each. All or none. */
export async function decidePlaces(
  write: Writing,
  decision: z.infer<typeof DecidePlaces>,
): Promise<{ decided: number }> {
  const { tx, actor } = write
  const idsOf = (kind: 'producer' | 'product') => [
    ...new Set(decision.subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id)),
  ]
  const gazetteer = await gazetteerOf(tx)
  const producers = await lockProducers(tx, actor, idsOf('producer'))
  const products = await lockProducts(tx, actor, idsOf('product'))
  const sourceId = await recordOfficerSource(write, decision.reason)
  for (const row of producers.values()) {
    const place = decidedPlace(gazetteer, row, decision.communeCode)
    await reviseProducer(write, { id: row.id, version: row.version, place, sourceId })
  }
  await refreshProductsOf(tx, [...producers.keys()])
  for (const row of products.values()) {
    const place = decidedPlace(gazetteer, row, decision.communeCode)
    await reviseProduct(write, { id: row.id, version: row.version, place, sourceId })
  }
  return { decided: producers.size + products.size }
}

/** A producer's place is shown on the pages of its products. */
async function refreshProductsOf(tx: Writing['tx'], producerIds: readonly string[]): Promise<void> {
  const productIds: string[] = []
  for (const id of producerIds) productIds.push(...(await unscopedProductIdsOf(tx, id)))
  if (productIds.length > 0) await queue(tx, jobNames.refreshCatalogue, { productIds })
}

type Place = Pick<
  ProductFields,
  'addressText' | 'unitScheme' | 'unitCode' | 'provinceCode' | 'communeCode' | 'placeState'
>

function decidedPlace(gazetteer: Gazetteer, row: Place & { publicId: string }, communeCode: string) {
  if (row.placeState !== 'undecided') throw refuse('subject-decided', { publicId: row.publicId })
  const { addressText, unitScheme, unitCode, provinceCode, placeState } = row
  return decided(
    gazetteer,
    { addressText, unitScheme, unitCode, provinceCode, communeCode: null, placeState },
    communeCode,
  )
}
