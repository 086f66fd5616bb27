import pg from 'pg'

/** Only one program may own a cluster; the number is arbitrary, the database is the cluster's `postgres`. */
const ownerLockKey = 720_260_521

/** What an attempt to become the owner of a running server gave. */
export type Claim =
  | { outcome: 'owner'; client: pg.Client; clusterName: string }
  | { outcome: 'held'; by: string }
  | { outcome: 'unreachable' }

async function findOwner(client: pg.Client): Promise<string> {
  const found = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1`,
    [ownerLockKey],
  )
  return found.rows[0]?.name ?? ''
}

async function tryLock(client: pg.Client): Promise<Claim> {
  const found = await client.query<{ locked: boolean; name: string; present: boolean }>(
    `select pg_try_advisory_lock($1) as locked, current_setting('cluster_name') as name,
       exists (select 1 from pg_database where datname = 'ocop') as present`,
    [ownerLockKey],
  )
  const row = found.rows[0]
  if (!row?.locked) {
    const by = await findOwner(client)
    await client.end()
    return { outcome: 'held', by }
  }
  if (!row.present) await client.query('create database ocop owner ocop')
  return { outcome: 'owner', client, clusterName: row.name }
}

/**
 * Tries to own the server by an advisory lock of a connection that stays open: PostgreSQL itself gives it to one program
 * only, and takes it back the moment that program dies, however it dies. So an orphan is a server whose lock is free.
 */
export async function claimServer(socketDirectory: string, ownerName: string): Promise<Claim> {
  const client = new pg.Client({
    host: socketDirectory,
    user: 'ocop',
    database: 'postgres',
    application_name: ownerName,
  })
  // A server that stops or crashes is told by 'end' to whoever owns it; without a listener it would end our program.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await tryLock(client)
  } catch {
    await client.end().catch(() => undefined)
    return { outcome: 'unreachable' }
  }
}
