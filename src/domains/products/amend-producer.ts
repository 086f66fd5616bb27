import type { z } from 'zod'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import {
  type AmendProducer,
  amendProducer as amendRecord,
  type ProducerRevision,
  reviseProducer as reviseRecord,
  type Writing,
} from '../producers/index.ts'
import { unscopedProductIdsOf } from './merge-producers.ts'

/** An officer changes a producer; the pages of its products, which name it, follow. */
export async function amendProducer(write: Writing, change: z.infer<typeof AmendProducer> & { version: number }) {
  const revised = await amendRecord(write, change)
  await refreshProductsOf(write, change.id)
  return revised
}

/** Changes a producer on the word of a source, as producers does; the pages of its products, which name it, follow. */
export async function reviseProducer(write: Writing, revision: ProducerRevision) {
  const revised = await reviseRecord(write, revision)
  await refreshProductsOf(write, revision.id)
  return revised
}

async function refreshProductsOf({ tx }: Writing, producerId: string): Promise<void> {
  const productIds = await unscopedProductIdsOf(tx, producerId)
  if (productIds.length > 0) await queue(tx, jobNames.refreshCatalogue, { productIds })
}
