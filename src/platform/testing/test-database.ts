import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../db/database.ts'
import { silentLog } from '../log/log.ts'
import { databaseAt, templateName } from './global-setup.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
  }
}

/** A database of this test file's own, cloned from the migrated template with all reference data; dropped when the file ends. */
export async function testDatabase(): Promise<Database> {
  const adminUrl = inject('adminUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = openDatabase(adminUrl, { size: 1, log: silentLog })
  await admin.pool.query(`create database ${name} template ${templateName}`)
  const database = openDatabase(databaseAt(adminUrl, name), { size: 8, log: silentLog })
  afterAll(async () => {
    await database.close()
    await admin.pool.query(`drop database if exists ${name} with (force)`)
    await admin.close()
  })
  return database
}
