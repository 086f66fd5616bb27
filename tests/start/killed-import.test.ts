import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listOf, stagedList, stepBatch } from '../../src/domains/imports/testing.ts'
import { testDatabase } from '../../src/platform/testing/test-database.ts'
import { signInAs, testServer } from '../../src/platform/testing/test-server.ts'
import { runProgram, until, untilServing } from './program/testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const folder = await mkdtemp(join(tmpdir(), 'ocop-killed-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const lamDong = await signInAs(database, { province: '68' })

const rows = Array.from(
  { length: 40 },
  (_each, index) => `Chè Bị Ngắt ${index},HTX Bị Ngắt ${index % 8},xã Ninh Gia,,Lâm Đồng,3,Đồ uống,2026,3981/QĐ-UBND,,`,
)

const startWorker = () => runProgram(['worker'], { DATABASE_URL: database.url, DATA_DIR: folder })
const one = async (question: string, values: unknown[] = []) =>
  (await database.pool.query<{ answer: string | number | boolean }>(question, values)).rows[0]?.answer

test('an import whose worker is killed half-way is taken up by the next start and applied exactly once', async () => {
  const batch = await stagedList(server, lamDong, { content: listOf(...rows) })
  expect(batch.counts).toMatchObject({ new: 40, problem: 0 })

  // While this table is locked the import stands in the middle: products are written, recognitions are not.
  const blocker = await database.pool.connect()
  await blocker.query('begin; lock table certification.recognition in share mode')
  expect((await stepBatch(server, lamDong, `${batch.id}/application`)).status).toBe(202)
  const killed = startWorker()
  const isHalfWay = () =>
    one(
      `select exists (select from pg_locks l where l.relation = 'certification.recognition'::regclass and not l.granted
         and l.database = (select oid from pg_database where datname = current_database())) as answer`,
    )
  await until(async () => (await isHalfWay()) === true, killed.said)
  killed.child.kill('SIGKILL')
  await killed.ended
  await blocker.query('rollback')
  blocker.release()
  expect(await one('select state as answer from imports.batch where id = $1', [batch.id])).toBe('applying')

  const next = startWorker()
  await untilServing(next)
  await until(
    async () => (await one('select state as answer from imports.batch where id = $1', [batch.id])) === 'applied',
    next.said,
  )
  expect(await one(`select count(*) as answer from products.product where name like 'Chè Bị Ngắt %'`)).toBe(40)
  expect(await one(`select count(*) as answer from producers.producer where name like 'HTX Bị Ngắt %'`)).toBe(8)
  expect(await one(`select count(*) as answer from certification.recognition`)).toBe(40)
  next.child.kill('SIGTERM')
  expect(await next.ended).toBe(0)
  expect(await one('select count(*) as answer from platform.job_worker')).toBe(0)
}, 120_000)
