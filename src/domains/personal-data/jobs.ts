import { z } from 'zod'
import { inTransaction } from '../../platform/db/database.ts'
import { type JobRow, job } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { keepNoLonger } from './keep-no-longer.ts'

/** What is forgotten by night. */
export const jobs: JobRow[] = [
  job({
    name: jobNames.retainPersonalData,
    payload: z.unknown(),
    schedule: '40 3 * * *',
    run: async ({ db, now, log }) => {
      const forgotten = await inTransaction(db, (tx) => keepNoLonger(tx, now))
      log.info({ code: 'personal-data-forgotten', ...forgotten })
    },
  }),
]
