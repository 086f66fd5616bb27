import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { anOfficer, aProducer, aSource, factoryMoment } from '../producers/testing.ts'
import type { SourceLevel } from '../provenance/index.ts'
import { findProductMatches } from './find-product-matches.ts'
import { visibleProduct } from './lock-product.ts'
import { type ProductRevision, reviseProduct } from './revise-product.ts'
import { aProduct } from './testing.ts'
import { reviveProduct, withdrawProduct } from './withdraw-product.ts'

const { db } = await testDatabase()
const actor = anOfficer('68')

const made = (overrides = {}) => inTransaction(db, (tx) => aProduct(tx, overrides))

function revise(revision: Omit<ProductRevision, 'sourceId'>, level: SourceLevel = 'B', officer = actor) {
  return inTransaction(db, async (tx) =>
    reviseProduct({ tx, actor: officer, now: factoryMoment }, { ...revision, sourceId: await aSource(tx, level) }),
  )
}

test('a change raises the version, a repeated one does not', async () => {
  const { id } = await made({ description: 'Mật hoa cà phê' })
  expect(await revise({ id, version: 1, priceMin: 90_000 })).toEqual({ version: 2, contradicting: [] })
  expect(await revise({ id, version: 2, priceMin: 90_000 })).toEqual({ version: 2, contradicting: [] })
  expect(await visibleProduct(db, actor, id)).toMatchObject({ priceMin: 90_000, description: 'Mật hoa cà phê' })
})

test('of two changes at the same time one is applied and one is stale', async () => {
  const { id } = await made()
  const outcomes = await Promise.allSettled([
    revise({ id, version: 1, story: 'Một' }),
    revise({ id, version: 1, story: 'Hai' }),
  ])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(revise({ id, version: 1, story: 'Ba' })).rejects.toMatchObject({
    refusal: { kind: 'stale', facts: { version: 2 } },
  })
})

test('a weaker source changes only what no better one has said', async () => {
  const { id } = await inTransaction(db, async (tx) =>
    aProduct(tx, { name: 'Tên trong quyết định', sourceId: await aSource(tx, 'A') }),
  )
  const revised = await revise({ id, version: 1, name: 'Tên trên mạng', story: 'Chuyện mới' }, 'C')
  expect(revised).toEqual({ version: 2, contradicting: ['identity'] })
  expect(await visibleProduct(db, actor, id)).toMatchObject({ name: 'Tên trong quyết định', story: 'Chuyện mới' })
})

test('a change of the set moves the group, a change of the group drops a set of another', async () => {
  const { id } = await made({ setCode: '04' })
  await revise({ id, version: 1, setCode: '13' })
  expect(await visibleProduct(db, actor, id)).toMatchObject({ setCode: '13', groupCode: 'I' })
  await revise({ id, version: 2, groupCode: 'II' })
  expect(await visibleProduct(db, actor, id)).toMatchObject({ setCode: null, groupCode: 'II' })
})

test('a product moves to another active producer within reach', async () => {
  const { id } = await made()
  const other = await inTransaction(db, (tx) => aProducer(tx))
  await revise({ id, version: 1, producerId: other.id })
  expect((await visibleProduct(db, actor, id)).producerId).toBe(other.id)
})

test('an officer of another province finds nothing', async () => {
  const { id } = await made()
  await expect(revise({ id, version: 1, name: 'X' }, 'B', anOfficer('01'))).rejects.toMatchObject({
    refusal: { code: 'product-missing' },
  })
})

test('a withdrawn product is changed only after it was restored', async () => {
  const { id } = await made()
  const run = (step: typeof withdrawProduct) =>
    inTransaction(db, (tx) => step({ tx, actor, now: factoryMoment }, { id, reason: 'Nhập nhầm' }))
  await run(withdrawProduct)
  await expect(revise({ id, version: 2, name: 'X' })).rejects.toMatchObject({ refusal: { code: 'product-withdrawn' } })
  await expect(run(withdrawProduct)).rejects.toMatchObject({ refusal: { code: 'product-withdrawn' } })
  await run(reviveProduct)
  await expect(run(reviveProduct)).rejects.toMatchObject({ refusal: { code: 'product-active' } })
})

test('the same and similar names of one producer are suggested, those of others are not', async () => {
  const { id, producerId } = await made({ name: 'Cà phê bột Robusta' })
  await made({ name: 'Cà phê bột Robusta' })
  expect(await findProductMatches(db, { producerId, name: 'CA PHE BOT ROBUSTA' })).toMatchObject([
    { id, reasons: ['same-name'], score: 1 },
  ])
  expect(await findProductMatches(db, { producerId, name: 'Cà phê bột Robusta rang xay' })).toMatchObject([
    { id, reasons: ['similar-name'] },
  ])
  expect(await findProductMatches(db, { producerId, name: 'Mắm nêm' })).toEqual([])
  expect(await findProductMatches(db, { producerId, name: 'Cà phê bột Robusta', exceptId: id })).toEqual([])
})
