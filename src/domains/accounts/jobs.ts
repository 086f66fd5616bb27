import { z } from 'zod'
import { inTransaction } from '../../platform/db/database.ts'
import { type JobRow, job } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { sweepProofs } from './sign-in/store.ts'
import { sweepSessions } from './sweep-sessions.ts'

/** What accounts does by night. */
export const jobs: JobRow[] = [
  job({
    name: jobNames.sweepSessions,
    payload: z.unknown(),
    schedule: '20 3 * * *',
    run: async ({ db, now, log }) => {
      const swept = await inTransaction(db, async (tx) => {
        await sweepProofs(tx, now)
        return sweepSessions(tx, now)
      })
      log.info({ code: 'sessions-swept', ...swept })
    },
  }),
]
