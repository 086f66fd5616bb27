import { z } from 'zod'
import { type JobRow, job } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { applyList } from './apply-list.ts'
import { stageList } from './stage-list.ts'
import { StoredScope } from './stored.ts'

const Stage = z.object({ batchId: z.uuid(), attempt: z.int() })
const Apply = Stage.extend({
  actor: z.object({
    accountId: z.string(),
    grantId: z.string().nullable().default(null),
    displayName: z.string(),
    roleCode: z.string(),
    permissions: z.array(z.string()),
    scope: StoredScope,
  }),
})

export const jobs: JobRow[] = [
  job({ name: jobNames.stageImport, payload: Stage, run: stageList }),
  job({ name: jobNames.applyImport, payload: Apply, run: applyList }),
]
