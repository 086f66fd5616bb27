import pg from 'pg'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'

/** A session that lives exactly as long as this process, known to all others as the sign that its workers live. */
export interface Presence {
  /** says that a worker belongs to this process */
  announce: (workerId: string) => Promise<void>
  /** takes the workers of this process off the list */
  leave: () => Promise<void>
}

/** Opens the session; the keepalive lets the server notice within minutes when a whole machine is gone. */
export async function openPresence(database: Database, log: Log): Promise<Presence> {
  const client = new pg.Client({
    connectionString: database.url,
    application_name: 'ocop worker',
    options: '-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=20 -c tcp_keepalives_count=3',
  })
  client.on('error', (error) => log.warn({ code: 'worker-presence-lost', message: error.message }))
  await client.connect()
  return {
    announce: async (workerId) => {
      await client.query(
        `insert into platform.job_worker (worker_id, session_pid, session_started_at)
         select $1, pid, backend_start from pg_stat_activity where pid = pg_backend_pid()
         on conflict (worker_id) do nothing`,
        [workerId],
      )
    },
    leave: async () => {
      await client
        .query('delete from platform.job_worker where session_pid = pg_backend_pid()')
        .catch((error: Error) => log.warn({ code: 'worker-presence-lost', message: error.message }))
      await client.end()
    },
  }
}

/** A worker that was never announced (a command that runs its own jobs) is given this long before its jobs are taken over. */
const unannouncedMinutes = 30

/**
 * Gives back the jobs of workers whose process has ended without finishing them; answers how many. A job may run twice without harm, so a
 * worker that only lost its session is no danger.
 */
export async function releaseOrphanedJobs(database: Database): Promise<number> {
  const found = await database.pool.query<{ workers: string[] }>(
    `with gone as (
       delete from platform.job_worker w
       where not exists (select from pg_stat_activity a where a.pid = w.session_pid and a.backend_start = w.session_started_at)
       returning w.worker_id
     )
     select array(
       select distinct j.locked_by from graphile_worker._private_jobs j
       where j.locked_by in (select g.worker_id from gone g)
         or (j.locked_at < now() - make_interval(mins => $1) and j.locked_by not in (select w.worker_id from platform.job_worker w))
     ) as workers`,
    [unannouncedMinutes],
  )
  const workers = found.rows[0]?.workers ?? []
  if (workers.length > 0)
    await database.pool.query('select graphile_worker.force_unlock_workers($1::text[])', [workers])
  return workers.length
}
