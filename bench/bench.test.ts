import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillRegister } from '../src/demo/fill-register.ts'
import { nobody } from '../src/platform/access/actor.ts'
import { readConfig } from '../src/platform/config/config.ts'
import { testDatabase } from '../src/platform/testing/test-database.ts'
import { answerByHand } from './hand-written.ts'
import { multiplyProducts } from './multiply-products.ts'
import { searchQueries } from './workloads.ts'

test('the search is measured with 200 different queries', () => {
  expect(new Set(searchQueries()).size).toBe(200)
})

test('copied rows make a register of the wished size, each product with its own identity and recognitions', async () => {
  const database = await testDatabase()
  const directory = await mkdtemp(join(tmpdir(), 'ocop-bench-test-'))
  const actor = { ...nobody, roleCode: 'command-line', scope: { country: true } as const }
  const setting = { db: database.db, actor, now: new Date('2026-11-24T03:00:00Z'), config: readConfig({}, directory) }
  await fillRegister(setting, { products: 60, pictures: 0, drawsFiveStars: false }, () => undefined)
  await multiplyProducts(database.pool, 2)
  const { rows } = await database.pool.query(
    `select count(*)::int as products, count(distinct public_id)::int as identities,
       count(*) filter (where exists (select from certification.recognition r where r.product_id = p.id))::int as recognised
     from products.product p`,
  )
  expect(rows).toEqual([{ products: 180, identities: 180, recognised: 180 }])
  await rm(directory, { recursive: true, force: true })
})

test('the hand-written queries are valid on today’s tables', async () => {
  const database = await testDatabase()
  const addresses = ['/api/v1/search?q=ca%20phe', '/api/v1/search?province=68&star=4,5', '/api/v1/products?limit=1000']
  for (const address of addresses) expect(await answerByHand(database.pool, address)).toBeTypeOf('object')
  expect(await answerByHand(database.pool, '/api/v1/products/00000000')).toBeUndefined()
})
