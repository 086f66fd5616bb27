import { sql } from 'kysely'
import type { z } from 'zod'
import type { Config } from '../config/config.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { JobName } from './names.ts'

/** What a job is handed. It opens its own transactions, because long work commits in steps. */
export interface JobContext {
  db: Db
  now: Date
  log: Log
  config: Config
}

/** One background job as a row: its name, what it is given, what it does. It may run twice, or late, without harm. */
export interface JobRow {
  name: JobName
  /** a cron line in Vietnam's time, for jobs that run by the calendar */
  schedule: string | null
  run: (context: JobContext, payload: unknown) => Promise<void>
}

/** Declares a job; the payload is checked before the job sees it. */
export function job<Payload>(row: {
  name: JobName
  payload: z.ZodType<Payload>
  schedule?: string
  run: (context: JobContext, payload: Payload) => Promise<void>
}): JobRow {
  return {
    name: row.name,
    schedule: row.schedule ?? null,
    run: (context, payload) => row.run(context, row.payload.parse(payload)),
  }
}

/** Queues a job in the caller's transaction: it exists if and only if the change that asked for it does. `onceKey` merges repeated requests. */
export async function queue(tx: Tx, name: JobName, payload: Record<string, unknown>, onceKey?: string): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json, job_key => ${onceKey ?? null}::text, max_attempts => 8)`.execute(
    tx,
  )
}
