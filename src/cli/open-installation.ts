import { join } from 'node:path'
import type { Config } from '../platform/config/config.ts'
import { type Database, inTransaction, openDatabase } from '../platform/db/database.ts'
import { startEmbeddedPostgres } from '../platform/db/embedded.ts'
import { joinEmbeddedPostgres } from '../platform/db/join-embedded.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { Log } from '../platform/log/log.ts'
import { loadReference } from '../reference.ts'

/** An opened installation: its database, migrated and with reference data; `close` leaves nothing behind that it started. */
export interface Installation {
  database: Database
  close: () => Promise<void>
}

async function findServer(
  config: Config,
  log: Log,
  mayJoin: boolean,
): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, stop: async () => undefined }
  const directory = join(config.dataDirectory, 'postgres')
  const running = mayJoin ? await joinEmbeddedPostgres(directory) : null
  if (running !== null) return { url: running, stop: async () => undefined }
  return startEmbeddedPostgres({
    directory,
    fsync: true,
    log: (line) => log.info({ code: 'embedded-postgres', message: line }),
  })
}

/**
 * Opens the database that the configuration names: the external one, or the embedded one, which commands (`mayJoin`) share with a running
 * server. Brings schema and reference data up to date.
 */
export async function openInstallation(config: Config, log: Log, mayJoin: boolean): Promise<Installation> {
  const server = await findServer(config, log, mayJoin)
  const database = openDatabase(server.url, { size: config.poolSize, log })
  const close = async () => {
    await database.close()
    await server.stop()
  }
  try {
    const outcome = await migrate(database.pool, join(config.rootDirectory, 'db/migrations'))
    if (outcome.applied.length > 0) log.info({ code: 'migrated', applied: outcome.applied })
    await inTransaction(database.db, (tx) => loadReference(tx, config.rootDirectory))
    return { database, close }
  } catch (error) {
    await close()
    throw error
  }
}
