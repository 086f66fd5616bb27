import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testServer } from '../../platform/testing/test-server.ts'
import { aSignedInActor } from '../accounts/testing.ts'
import { mergeProducers, mergeProducts } from '../products/index.ts'
import { aProduct } from './testing.ts'

const database = await testDatabase()
const server = await testServer(database)
const now = server.clock.now()
const reason = 'Ghi hai lần'

const made = await inTransaction(database.db, async (tx) => {
  const kept = await aProduct(tx, { product: 'Mật ong Giữ Lại', name: 'HTX Giữ Lại' })
  const twin = await aProduct(tx, { product: 'Mật ong Giữ lại', producerId: kept.producerId })
  const other = await aProduct(tx, { product: 'Trà Giữ Lại', name: 'HTX Gộp Vào' })
  await queue(tx, jobNames.rebuildCatalogue, {})
  return { kept, twin, other }
})
await server.runJobs()

async function follow(path: string): Promise<{ status: number; location: string }> {
  const answer = await server.fetch(path)
  return { status: answer.status, location: answer.headers.get('location') ?? '' }
}

test('before a merger each address is its own', async () => {
  const own = await follow(`/san-pham/${made.twin.publicId}`)
  expect(own.location).toContain(`/san-pham/${made.twin.publicId}/`)
  expect((await follow(own.location)).status).toBe(200)
})

test('the address of a merged product answers 301 to the kept one, in both languages and from its label', async () => {
  await inTransaction(database.db, async (tx) => {
    const { actor } = await aSignedInActor(tx, { province: '68' }, now)
    await mergeProducts({ tx, actor, now }, { keptId: made.kept.productId, mergedId: made.twin.productId, reason })
  })
  await server.runJobs()
  for (const [from, to] of [
    [`/san-pham/${made.twin.publicId}`, `/san-pham/${made.kept.publicId}/`],
    [`/san-pham/${made.twin.publicId}/mat-ong-giu-lai`, `/san-pham/${made.kept.publicId}/`],
    [`/en/san-pham/${made.twin.publicId}`, `/en/san-pham/${made.kept.publicId}/`],
    [`/p/${made.twin.publicId}`, `/san-pham/${made.kept.publicId}`],
  ] as const) {
    const moved = await follow(from)
    expect(moved, from).toMatchObject({ status: 301, location: expect.stringContaining(to) })
    expect((await server.fetch(moved.location, { redirect: 'follow' })).status).toBe(200)
  }
})

test('the address of a merged producer answers 301 to the kept one, whose page then lists the products of both', async () => {
  await inTransaction(database.db, async (tx) => {
    const { actor } = await aSignedInActor(tx, { province: '68' }, now)
    await mergeProducers({ tx, actor, now }, { keptId: made.kept.producerId, mergedId: made.other.producerId, reason })
  })
  await server.runJobs()
  for (const prefix of ['', '/en']) {
    const moved = await follow(`${prefix}/chu-the/${made.other.producerPublicId}`)
    expect(moved.status).toBe(301)
    expect(moved.location).toContain(`${prefix}/chu-the/${made.kept.producerPublicId}/`)
    const page = await server.fetch(moved.location)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Trà Giữ Lại')
  }
})
