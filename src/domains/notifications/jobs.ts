import { z } from 'zod'
import { inTransaction } from '../../platform/db/database.ts'
import { type JobRow, job } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { type SendLetter, sendDigests, sendLetters } from './send-letters.ts'

/** What notifications does by the clock, given the program's way of sending letters. */
export function jobsWith(sendLetter: SendLetter): JobRow[] {
  return [
    job({
      name: jobNames.sendDigests,
      payload: z.unknown(),
      schedule: '0 7 * * *',
      run: async ({ db, now, config, log }) => {
        const sending = { sendLetter, publicUrl: config.publicUrl, now }
        const letters = await inTransaction(db, (tx) => sendDigests(tx, sending))
        log.info({ code: 'digests-sent', letters })
      },
    }),
    job({
      name: jobNames.sendLetters,
      payload: z.unknown(),
      schedule: '*/5 * * * *',
      run: async ({ db, now, config, log }) => {
        const sending = { sendLetter, publicUrl: config.publicUrl, now }
        const letters = await inTransaction(db, (tx) => sendLetters(tx, sending))
        if (letters > 0) log.info({ code: 'letters-sent', letters })
      },
    }),
  ]
}
