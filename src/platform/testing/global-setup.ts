import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { loadReference } from '../../reference.ts'
import { inTransaction, openDatabase } from '../db/database.ts'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { silentLog } from '../log/log.ts'

export const templateName = 'ocop_template'

async function makeTemplate(url: string): Promise<void> {
  const admin = openDatabase(url, { size: 1, log: silentLog })
  const template = openDatabase(databaseAt(url, templateName), { size: 4, log: silentLog })
  try {
    await admin.pool.query(`create database ${templateName}`)
    await migrate(template.pool, join(process.cwd(), 'db/migrations'))
    await inTransaction(template.db, (tx) => loadReference(tx, process.cwd()))
  } finally {
    await template.close()
    await admin.close()
  }
}

/** Starts one real PostgreSQL for the run and makes the migrated template that every test file clones. */
export async function setup(project: {
  provide: (key: 'adminUrl', value: string) => void
}): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'ocop-test-'))
  const server = await startEmbeddedPostgres({ directory, fsync: false, log: () => undefined })
  const stop = async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.url)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('adminUrl', server.url)
  return stop
}

/** The same server, another database. */
export function databaseAt(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}
