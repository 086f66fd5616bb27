import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Log } from '../log/log.ts'
import { attribute } from './attribution.ts'
import type { Tables } from './tables.generated.ts'

/** A connection that reads; a transaction fits too. */
export type Db = Kysely<Tables>
/** A transaction: writing functions take nothing else, so a write outside one does not compile. */
export type Tx = Transaction<Tables>

/** The open database of a process, and how to close it. */
export interface Database {
  db: Db
  pool: pg.Pool
  url: string
  close: () => Promise<void>
}

/** Calendar days stay text (a Date would shift them by the zone); counts and prices fit a number (numeric(14,0) < 2^53). */
const typeParsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
])

const parsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    typeParsers.get(oid) ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
}

/** Opens a pool; a broken idle connection is logged and replaced, never a crash. */
export function openDatabase(url: string, options: { size: number; log: Log; name?: string }): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size,
    types: parsers,
    application_name: options.name ?? 'ocop',
    options: '-c statement_timeout=60000 -c lock_timeout=10000 -c timezone=Asia/Ho_Chi_Minh',
  })
  let isClosing = false
  const lost = (error: Error) => {
    if (!isClosing) options.log.warn({ code: 'database-connection-lost', message: error.message })
  }
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    url,
    close: () => {
      isClosing = true
      return db.destroy()
    },
  }
}

/** Runs work in one transaction, in the name that withAttribution gave, that commits on return and rolls back on any throw. */
export function inTransaction<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await attribute(tx)
    return work(tx)
  })
}
