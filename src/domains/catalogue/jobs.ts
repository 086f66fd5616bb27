import { sql } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../../platform/db/database.ts'
import { type JobRow, job } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { rebuildCards, refreshCards } from './refresh-cards.ts'

/** The catalogue follows the register through these two jobs and in no other way. */
export const jobs: JobRow[] = [
  job({
    name: jobNames.refreshCatalogue,
    payload: z.object({ productIds: z.array(z.uuid()).max(100_000) }),
    run: ({ db, now }, { productIds }) => inTransaction(db, (tx) => refreshCards(tx, productIds, now)),
  }),
  job({
    name: jobNames.rebuildCatalogue,
    payload: z.looseObject({}),
    schedule: '0 0 * * *',
    run: async ({ db, now }) => {
      // Right after a bulk change the planner still believes in empty tables and would join 20,000 products row by row: minutes instead of seconds.
      await sql`analyze products.product, products.picture, producers.producer, certification.recognition, certification.standing_event,
        administrative_units.unit, administrative_units.successor`.execute(db)
      await inTransaction(db, async (tx) => {
        await sql`set local statement_timeout = '15min'`.execute(tx)
        await rebuildCards(tx, now)
      })
      await sql`analyze catalogue.product_card, catalogue.producer_card, catalogue.facet_bitmap, catalogue.term`.execute(
        db,
      )
    },
  }),
]
