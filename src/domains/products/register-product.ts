import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import {
  authorOf,
  firstStatements,
  lockProducers,
  requireActive,
  requirePlaceInScope,
  type Writing,
} from '../producers/index.ts'
import { stateFirstFacts } from '../provenance/index.ts'
import { readClassification } from './classification.ts'
import { type ProductEntry, prepareProduct } from './prepare-product.ts'
import { refuse } from './refusals.ts'
import { productGroups } from './rules.ts'
import { insertProducts } from './store.ts'

export type SourcedProduct = ProductEntry & { sourceId: string; demonstration?: boolean }

/** Registers a product of an active producer with its source; whether it exists already is asked before (findProductMatches). */
export async function registerProduct(
  write: Writing,
  entry: SourcedProduct,
): Promise<{ id: string; publicId: string }> {
  const [registered] = await registerMany(write, [entry])
  if (registered === undefined) throw refuse('product-missing')
  await queue(write.tx, jobNames.refreshCatalogue, { productIds: [registered.id] })
  return registered
}

/** Registers many products in few statements, under the same rules; answers in the order of the entries and queues one rebuild. */
export async function registerProducts(
  write: Writing,
  entries: readonly SourcedProduct[],
): Promise<{ id: string; publicId: string }[]> {
  const registered = await registerMany(write, entries)
  if (registered.length > 0) await queue(write.tx, jobNames.rebuildCatalogue, {}, jobNames.rebuildCatalogue)
  return registered
}

async function registerMany({ tx, actor, now }: Writing, entries: readonly SourcedProduct[]) {
  const classification = await readClassification(tx)
  const producerIds = [...new Set(entries.map((entry) => entry.producerId))]
  const producers = await lockProducers(tx, actor, producerIds)
  for (const producer of producers.values()) await requireActive(tx, producer)
  const prepared = entries.map((entry) => {
    const place = entry.place ?? producers.get(entry.producerId)
    if (place === undefined) throw refuse('product-missing')
    requirePlaceInScope(actor, place)
    const fields = prepareProduct(entry, place, classification)
    return { ...fields, demonstration: entry.demonstration ?? false }
  })
  const author = { accountId: authorOf(actor), displayName: actor.displayName, now }
  const registered = await insertProducts(tx, prepared, author)
  const statements = registered.flatMap(({ id }, index) => {
    const [entry, fields] = [entries[index], prepared[index]]
    if (entry === undefined || fields === undefined) return []
    return firstStatements({ kind: 'product', id, sourceId: entry.sourceId, now }, { ...fields }, productGroups)
  })
  await stateFirstFacts(tx, statements)
  return registered
}
