import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '../platform/access/actor.ts'
import { readConfig } from '../platform/config/config.ts'
import type { Database } from '../platform/db/database.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { fillRegister } from './fill-register.ts'

let database: Database
let directory: string
const now = new Date('2026-11-24T03:00:00Z')
const actor = { ...nobody, displayName: 'demo test', roleCode: 'command-line', scope: { country: true } as const }

function fill() {
  const config = readConfig({ DATA_DIR: directory }, directory)
  return fillRegister({ db: database.db, actor, now, config }, { products: 120, pictures: 1 }, () => undefined)
}

async function count(table: string): Promise<number> {
  const found = await sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`.execute(database.db)
  return found.rows[0]?.rows ?? 0
}

beforeAll(async () => {
  database = await testDatabase()
  directory = await mkdtemp(join(tmpdir(), 'ocop-demo-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('filling the register', () => {
  test('registers every product as a demonstration, with its recognitions, through the doors of the domains', async () => {
    const filled = await fill()
    expect(filled.products).toBe(120)
    expect(filled.provinces).toBe(34)
    expect(await count('products.product')).toBe(120)
    expect(await count('certification.recognition')).toBe(filled.recognitions)
    expect(await count('products.picture')).toBe(filled.pictures)
    const real = await sql<{
      rows: number
    }>`select count(*)::int as rows from products.product where not demonstration`.execute(database.db)
    expect(real.rows).toEqual([{ rows: 0 }])
  })

  test('leaves one rebuild of the catalogue to do, not a refresh a picture', async () => {
    const waiting = await sql<{ task: string; jobs: number }>`
      select task_identifier as task, count(*)::int as jobs from graphile_worker.jobs group by 1`.execute(database.db)
    expect(waiting.rows).toEqual([{ task: 'catalogue:rebuild', jobs: 1 }])
  })

  test('a second run changes nothing', async () => {
    expect(await fill()).toMatchObject({ provinces: 0, skipped: 34, products: 0 })
    expect(await count('products.product')).toBe(120)
  })

  test('is refused where the register holds a real product', async () => {
    await sql`update products.product set demonstration = false where id = (select min(id::text)::uuid from products.product)`.execute(
      database.db,
    )
    await expect(fill()).rejects.toThrow('đã có dữ liệu thật')
  })
})
