import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Clock } from '../clock/clock.ts'
import type { Config } from '../config/config.ts'
import { attributionToProgram, withAttribution } from '../db/attribution.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { JobRow } from './jobs.ts'
import { toUtcSchedule } from './schedule.ts'
import { openPresence, type Presence, releaseOrphanedJobs } from './worker-presence.ts'

interface WorkerOptions {
  database: Database
  jobs: JobRow[]
  clock: Clock
  config: Config
  log: Log
  /** told of every job that was done, with how long it took */
  onDone?: (job: string, milliseconds: number) => void
}

function taskList({ database, jobs, clock, config, log, onDone }: WorkerOptions): TaskList {
  return Object.fromEntries(
    jobs.map((row) => [
      row.name,
      async (payload: unknown) => {
        const startedAt = performance.now()
        await withAttribution(attributionToProgram('program', `job ${row.name}`), () =>
          row.run({ db: database.db, now: clock.now(), log, config }, payload),
        )
        const milliseconds = Math.round(performance.now() - startedAt)
        log.info({ code: 'job-done', job: row.name, milliseconds })
        onDone?.(row.name, milliseconds)
      },
    ]),
  )
}

function queueLogger(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error({ code: 'job-queue', message })
    else if (level === 'warning') log.warn({ code: 'job-queue', message })
  })
}

const orphanCheckMs = 60_000

/** Takes up what a killed process left behind, now and every minute; the first look is over before this returns. */
async function watchOrphans({ database, log }: WorkerOptions): Promise<{ stop: () => void }> {
  const look = async () => {
    const released = await releaseOrphanedJobs(database)
    if (released > 0) log.warn({ code: 'orphaned-jobs-released', workers: released })
  }
  await look()
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ code: 'orphaned-jobs', err: error }))
  }, orphanCheckMs)
  return { stop: () => clearInterval(timer) }
}

/** Jobs are locked in the name of a pool of workers; it is announced as it is made. */
function announcing(presence: Presence, log: Log): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => {
    presence.announce(workerPool.id).catch((error: unknown) => log.error({ code: 'worker-not-announced', err: error }))
  })
  return events
}

/** Starts the worker of this process; `stop` finishes the jobs that it began. */
export async function startWorker(options: WorkerOptions): Promise<{ stop: () => Promise<void> }> {
  const crontab = options.jobs
    .flatMap((row) => (row.schedule === null ? [] : [`${toUtcSchedule(row.schedule)} ${row.name}`]))
    .join('\n')
  const presence = await openPresence(options.database, options.log)
  const orphans = await watchOrphans(options)
  const runner: Runner = await run({
    pgPool: options.database.pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: taskList(options),
    crontab,
    events: announcing(presence, options.log),
    logger: queueLogger(options.log),
  })
  return {
    stop: async () => {
      orphans.stop()
      await runner.stop()
      await presence.leave()
    },
  }
}

/** Runs every job that is due, then returns: for tests and for commands that must finish what they queued. */
export async function runDueJobs(options: WorkerOptions): Promise<void> {
  await runOnce({
    pgPool: options.database.pool,
    taskList: taskList(options),
    noHandleSignals: true,
    logger: queueLogger(options.log),
  })
}
