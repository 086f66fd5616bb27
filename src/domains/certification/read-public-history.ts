import type { Db } from '../../platform/db/database.ts'
import { findHistories, type RecognitionHistory } from './queries.ts'
import { publishable } from './states.ts'

/**
 * What the public may know of the recognitions of these products (and of what was merged into them): levels A and B, not annulled, newest
 * first, each with its events; one history a product, in the order asked. Give it to standingOn with the day.
 */
export async function unscopedRecognitionsOf(db: Db, productIds: readonly string[]): Promise<RecognitionHistory[]> {
  const histories = await findHistories(db, productIds)
  return histories.map(({ productId, recognitions, events }) => {
    const shown = publishable(recognitions, events)
    const ids = new Set(shown.map((recognition) => recognition.id))
    return { productId, recognitions: shown, events: events.filter((event) => ids.has(event.recognitionId)) }
  })
}
