import type { z } from 'zod'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { type AmendProducer, amendProducer as amendRecord, type Writing } from '../producers/index.ts'
import { unscopedProductIdsOf } from './merge-producers.ts'

/** An officer changes a producer; the pages of its products, which name it, follow. */
export async function amendProducer(write: Writing, change: z.infer<typeof AmendProducer>) {
  const revised = await amendRecord(write, change)
  const productIds = await unscopedProductIdsOf(write.tx, change.id)
  if (productIds.length > 0) await queue(write.tx, jobNames.refreshCatalogue, { productIds })
  return revised
}
