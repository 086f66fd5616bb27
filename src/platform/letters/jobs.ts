import { z } from 'zod'
import { inTransaction } from '../db/database.ts'
import { type JobRow, job } from '../jobs/jobs.ts'
import { jobNames } from '../jobs/names.ts'
import { forgetTexts } from './letters.ts'
import { sendLetter } from './send-letter.ts'

/** Sending, and forgetting what was in letters. */
export const jobs: JobRow[] = [
  job({
    name: jobNames.sendLetter,
    payload: z.object({ letterId: z.uuid() }),
    run: async ({ db, config, now, log }, { letterId }) => {
      const outcome = await inTransaction(db, (tx) => sendLetter({ tx, config, now }, letterId))
      log.info({ code: 'letter', letterId, outcome })
      if (outcome === 'try-again') throw new Error(`letter ${letterId} could not be sent yet`)
    },
  }),
  job({
    name: jobNames.sweepLetters,
    payload: z.unknown(),
    schedule: '10 * * * *',
    run: async ({ db, now, log }) => {
      const forgotten = await inTransaction(db, (tx) => forgetTexts(tx, now))
      log.info({ code: 'letters-swept', forgotten })
    },
  }),
]
