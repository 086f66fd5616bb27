import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { authorOf, recordOfficerSource, type Writing } from '../producers/index.ts'
import { stateFact } from '../provenance/index.ts'
import { lockProduct, type ProductRow, requireActiveProduct } from './lock-product.ts'
import { refuse } from './refusals.ts'
import { setProductState } from './store.ts'

/** Takes a product out of the register: nothing is deleted, its address answers that it is gone. */
export async function withdrawProduct(write: Writing, withdrawal: { id: string; reason: string }): Promise<void> {
  const row = await lockProduct(write.tx, write.actor, withdrawal.id)
  await requireActiveProduct(write.tx, row)
  await setState(write, row, { state: 'withdrawn', reason: withdrawal.reason })
}

/** Brings a withdrawn product back as it was. */
export async function reviveProduct(write: Writing, revival: { id: string; reason: string }): Promise<void> {
  const row = await lockProduct(write.tx, write.actor, revival.id)
  if (row.state === 'merged') await requireActiveProduct(write.tx, row)
  if (row.state === 'active') throw refuse('product-active')
  await setState(write, row, { state: 'active', reason: revival.reason })
}

async function setState(
  write: Writing,
  row: ProductRow,
  change: { state: 'active' | 'withdrawn'; reason: string },
): Promise<void> {
  const { tx, actor, now } = write
  const sourceId = await recordOfficerSource(write, change.reason)
  const content = { state: change.state }
  await stateFact(tx, { subjectKind: 'product', subjectId: row.id, fieldGroup: 'state', content, sourceId, now })
  await setProductState(tx, row.id, change.state, { accountId: authorOf(actor), displayName: actor.displayName, now })
  await queue(tx, jobNames.refreshCatalogue, { productIds: [row.id] })
}
