import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import {
  authorOf,
  lockProducer,
  type Revised,
  requireActive,
  requirePlaceInScope,
  staleFacts,
  stateChange,
  type Writing,
} from '../producers/index.ts'
import { readClassification } from './classification.ts'
import { lockProduct, requireActiveProduct } from './lock-product.ts'
import { changeProduct, type ProductChange } from './prepare-product.ts'
import { refuse } from './refusals.ts'
import { type ProductFields, type ProductGroup, productGroups } from './rules.ts'
import { updateProduct } from './store.ts'

/** What changes; a field left out stays as it is. `version` is the one that the author of the change had before them. */
export type ProductRevision = ProductChange & { id: string; version: number; sourceId: string }

const fieldsSpokenOf = {
  producer: ['producerId'],
  identity: ['name', 'groupCode', 'setCode', 'gtin'],
  description: ['description', 'story', 'ingredients', 'usage', 'storage', 'packaging'],
  commerce: ['season', 'capacity', 'priceMin', 'priceMax', 'priceUnit'],
  place: ['place'],
  commune: ['place'],
} as const satisfies Record<ProductGroup, readonly (keyof ProductChange)[]>

const allGroups = [
  'producer',
  'identity',
  'description',
  'commerce',
  'place',
  'commune',
] as const satisfies readonly ProductGroup[]

/** Changes a product on the word of a source; refuses when somebody changed it since the version at hand. */
export async function reviseProduct(
  { tx, actor, now }: Writing,
  revision: ProductRevision,
): Promise<Revised<ProductGroup>> {
  const row = await lockProduct(tx, actor, revision.id)
  await requireActiveProduct(tx, row)
  if (row.version !== revision.version) throw refuse('product-stale', staleFacts(row))
  const before = fieldsOf(row)
  const after = changeProduct(before, revision, await readClassification(tx))
  if (revision.place !== undefined) requirePlaceInScope(actor, after)
  if (after.producerId !== before.producerId) await requireActive(tx, await lockProducer(tx, actor, after.producerId))
  const spokenOf = allGroups.filter((group) => fieldsSpokenOf[group].some((field) => revision[field] !== undefined))
  const { applied, contradicting } = await stateChange(
    tx,
    { kind: 'product', id: row.id, sourceId: revision.sourceId, now },
    { before: { ...before }, after: { ...after }, groups: productGroups, spokenOf },
  )
  if (applied.length === 0) return { version: row.version, contradicting }
  const author = { accountId: authorOf(actor), displayName: actor.displayName, now }
  const version = await updateProduct(tx, row.id, applyGroups(before, after, applied), author)
  await queue(tx, jobNames.refreshCatalogue, { productIds: [row.id] })
  return { version, contradicting }
}

function fieldsOf(row: ProductFields): ProductFields {
  const { producerId, name, groupCode, setCode, gtin, gtinNote } = row
  const { description, story, ingredients, usage, storage, packaging } = row
  const { season, capacity, priceMin, priceMax, priceUnit } = row
  const { addressText, unitScheme, unitCode, provinceCode, communeCode, placeState } = row
  return {
    ...{ producerId, name, groupCode, setCode, gtin, gtinNote },
    ...{ description, story, ingredients, usage, storage, packaging },
    ...{ season, capacity, priceMin, priceMax, priceUnit },
    ...{ addressText, unitScheme, unitCode, provinceCode, communeCode, placeState },
  }
}

/** How far a place is decided goes with either of its groups. */
function applyGroups(before: ProductFields, after: ProductFields, applied: readonly ProductGroup[]): ProductFields {
  const keys: string[] = applied.flatMap((group) => [...productGroups[group]])
  if (applied.includes('place') || applied.includes('commune')) keys.push('placeState')
  const changed = Object.fromEntries(Object.entries(after).filter(([key]) => keys.includes(key)))
  return { ...before, ...changed }
}
