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

/** Starts one real PostgreSQL for the run and makes the migrated template that every test file clones. */
export async function setup(project: {
  provide: (key: 'adminUrl', value: string) => void
}): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'ocop-test-'))
  const server = await startEmbeddedPostgres({ directory, fsync: false, log: () => undefined })
  const admin = openDatabase(server.url, { size: 1, log: silentLog })
  await admin.pool.query(`create database ${templateName}`)
  const template = openDatabase(databaseAt(server.url, templateName), { size: 4, log: silentLog })
  await migrate(template.pool, join(process.cwd(), 'db/migrations'))
  await inTransaction(template.db, (tx) => loadReference(tx, process.cwd()))
  await template.close()
  await admin.close()
  project.provide('adminUrl', server.url)
  return async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** The same server, another database. */
export function databaseAt(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}
