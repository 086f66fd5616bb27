import { join } from 'node:path'
import type { Config } from '../platform/config/config.ts'
import { asApplication } from '../platform/db/application-role.ts'
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
): Promise<{ url: string; ownerUrl: string; stop: () => Promise<void> }> {
  if (config.databaseUrl !== null) {
    return {
      url: config.databaseUrl,
      ownerUrl: config.databaseOwnerUrl ?? config.databaseUrl,
      stop: async () => undefined,
    }
  }
  const directory = join(config.dataDirectory, 'postgres')
  const running = mayJoin ? await joinEmbeddedPostgres(directory) : null
  if (running !== null) return { url: asApplication(running), ownerUrl: running, stop: async () => undefined }
  const started = await startEmbeddedPostgres({
    directory,
    fsync: true,
    log: (line) => log.info({ code: 'embedded-postgres', message: line }),
  })
  return { url: asApplication(started.url), ownerUrl: started.url, stop: started.stop }
}

/** Schema and reference data belong to the owner; the application that follows connects as somebody who owns nothing. */
async function prepare(ownerUrl: string, config: Config, log: Log): Promise<void> {
  const owner = openDatabase(ownerUrl, { size: 3, log })
  try {
    const outcome = await migrate(owner.pool, join(config.rootDirectory, 'db/migrations'))
    if (outcome.applied.length > 0) log.info({ code: 'migrated', applied: outcome.applied })
    await inTransaction(owner.db, (tx) => loadReference(tx, config.rootDirectory))
  } finally {
    await owner.close()
  }
}

/**
 * Opens the database that the configuration names: the external one, or the embedded one, which commands (`mayJoin`) share with a running
 * server. Brings schema and reference data up to date.
 */
export async function openInstallation(config: Config, log: Log, mayJoin: boolean): Promise<Installation> {
  const server = await findServer(config, log, mayJoin)
  try {
    await prepare(server.ownerUrl, config, log)
  } catch (error) {
    await server.stop()
    throw error
  }
  const database = openDatabase(server.url, { size: config.poolSize, log })
  const close = async () => {
    await database.close()
    await server.stop()
  }
  return { database, close }
}
