import { join } from 'node:path'
import { z } from 'zod'
import { type JobRow, job } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { keepCheckpoint } from './keep-checkpoint.ts'

/** What the log does by night: it puts its head where a change of the database does not reach. */
export const jobs: JobRow[] = [
  job({
    name: jobNames.keepCheckpoint,
    payload: z.unknown(),
    schedule: '40 3 * * *',
    run: async ({ db, config }) => {
      await keepCheckpoint(db, join(config.dataDirectory, 'audit-checkpoints.txt'))
    },
  }),
]
