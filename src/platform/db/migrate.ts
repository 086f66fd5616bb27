import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

/** What a migration run did. */
export interface MigrationOutcome {
  applied: string[]
  known: number
}

const lockKey = 720_260_522

async function readMigrations(directory: string): Promise<{ name: string; sql: string; sha256: string }[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(directory, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyOne(
  client: pg.PoolClient,
  migration: { name: string; sql: string; sha256: string },
): Promise<void> {
  await client.query('begin')
  try {
    await client.query("set local lock_timeout = '4s'")
    await client.query(migration.sql)
    await client.query('insert into public.migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed and was rolled back`, { cause: error })
  }
}

async function applyPending(client: pg.PoolClient, directory: string): Promise<MigrationOutcome> {
  await client.query(
    'create table if not exists public.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  )
  const done = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migration')
  const known = new Map(done.rows.map((row) => [row.name, row.sha256]))
  const applied: string[] = []
  const migrations = await readMigrations(directory)
  for (const migration of migrations) {
    const before = known.get(migration.name)
    if (before === migration.sha256) continue
    if (before !== undefined)
      throw new Error(`migration ${migration.name} was changed after it had been applied: write a new one`)
    await applyOne(client, migration)
    applied.push(migration.name)
  }
  return { applied, known: migrations.length }
}

/** Brings the database to the present schema: numbered SQL files, forward only, one at a time behind an advisory lock, then the job queue's own. */
export async function migrate(pool: pg.Pool, directory: string): Promise<MigrationOutcome> {
  const client = await pool.connect()
  try {
    const version = await client.query<{ number: number }>(
      "select current_setting('server_version_num')::int as number",
    )
    const number = version.rows[0]?.number ?? 0
    if (number < 150_000) throw new Error(`PostgreSQL ≥ 15 is needed, this server is ${number}`)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    try {
      const outcome = await applyPending(client, directory)
      await migrateQueue(client, pool)
      await admitApplication(client)
      return outcome
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lockKey])
    }
  } finally {
    client.release()
  }
}

/** Whatever tables this release brought, the application may use them, and none of them is its own (docs/decisions/0010). */
async function admitApplication(client: pg.PoolClient): Promise<void> {
  const found = await client.query("select to_regprocedure('platform.admit_application()') is not null as there")
  if (found.rows[0]?.there === true) await client.query('select platform.admit_application()')
}

/** The queue's migrations take a second of start-up, so they run only when its schema is not the one this release ships. */
async function migrateQueue(client: pg.PoolClient, pool: pg.Pool): Promise<void> {
  const marker = `graphile-worker ${queueVersion}`
  const found = await client.query('select 1 from public.migration where name = $1', [marker])
  if (found.rowCount === 1) return
  await runMigrations({ pgPool: pool })
  await client.query("insert into public.migration (name, sha256) values ($1, 'library')", [marker])
}

const queueVersion = '0.18'
