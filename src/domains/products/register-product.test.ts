import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { withdrawProducer } from '../producers/index.ts'
import { anOfficer, aProducer, aSource, factoryMoment, ninhGia } from '../producers/testing.ts'
import { unscopedFactsOf } from '../provenance/index.ts'
import { visibleProduct } from './lock-product.ts'
import type { ProductEntry } from './prepare-product.ts'
import { registerProduct, registerProducts } from './register-product.ts'
import { aProduct } from './testing.ts'

const { db } = await testDatabase()
const actor = anOfficer('68')
const producer = await inTransaction(db, (tx) => aProducer(tx))

function register(overrides: Partial<ProductEntry>, officer = actor) {
  return inTransaction(db, async (tx) => {
    const entry = { producerId: producer.id, name: 'Mật ong rừng', ...overrides, sourceId: await aSource(tx) }
    return registerProduct({ tx, actor: officer, now: factoryMoment }, entry)
  })
}

test('a product takes its group from its set and its place from its producer', async () => {
  const { id } = await register({ setCode: '04', priceMin: 150_000, priceMax: 200_000, priceUnit: 'chai 500 ml' })
  expect(await visibleProduct(db, actor, id)).toMatchObject({
    setCode: '04',
    groupCode: 'I',
    communeCode: '24985',
    priceMin: 150_000,
    priceMax: 200_000,
    version: 1,
  })
  const groups = (await unscopedFactsOf(db, 'product', id)).map((fact) => fact.fieldGroup)
  expect(groups).toEqual(['commerce', 'commune', 'identity', 'place', 'producer'])
})

test('a group is kept while the set is unknown, and must agree with the set', async () => {
  const { id } = await register({ groupCode: 'I' })
  expect(await visibleProduct(db, actor, id)).toMatchObject({ setCode: null, groupCode: 'I' })
  for (const wrong of [{ setCode: '04', groupCode: 'II' }, { groupCode: 'XX' }])
    await expect(register(wrong)).rejects.toMatchObject({ refusal: { fields: [{ path: 'groupCode' }] } })
  await expect(register({ setCode: '27' })).rejects.toMatchObject({ refusal: { fields: [{ path: 'setCode' }] } })
})

test('a GTIN of another country is accepted with a note, a wrong one is not', async () => {
  const { id } = await register({ gtin: '4006381-333931' })
  expect(await visibleProduct(db, actor, id)).toMatchObject({ gtin: '4006381333931', gtinNote: 'foreign-prefix' })
  await expect(register({ gtin: '8934563138164' })).rejects.toMatchObject({ refusal: { fields: [{ path: 'gtin' }] } })
})

test('every wrong field is named at once', async () => {
  const wrong = register({ name: '', priceMin: 10.5, priceMax: 5, season: 'x'.repeat(201) })
  await expect(wrong).rejects.toMatchObject({
    refusal: {
      code: 'product-incomplete',
      fields: [{ path: 'priceMin' }, { path: 'priceMax' }, { path: 'season' }, { path: 'name' }],
    },
  })
})

test('texts stay plain: markup as typed, no control or direction marks', async () => {
  const { id } = await register({ story: 'Chuyện <script>alert(1)</script>\r\n\r\n\r\n\r\nhết\u202e.\u0000' })
  expect((await visibleProduct(db, actor, id)).story).toBe('Chuyện <script>alert(1)</script>\n\nhết.')
})

test('a producer out of reach is as if it did not exist, a withdrawn one takes no products', async () => {
  await expect(register({}, anOfficer('01'))).rejects.toMatchObject({ refusal: { code: 'producer-missing' } })
  const gone = await inTransaction(db, async (tx) => {
    const made = await aProducer(tx)
    await withdrawProducer({ tx, actor, now: factoryMoment }, { id: made.id, reason: 'Giải thể' })
    return made
  })
  await expect(register({ producerId: gone.id })).rejects.toMatchObject({ refusal: { code: 'producer-withdrawn' } })
})

test('nobody places a product where they may not act', async () => {
  const hanoi = {
    ...ninhGia,
    unitCode: '01',
    provinceCode: '01',
    communeCode: null,
    placeState: 'province-only' as const,
  }
  await expect(register({ place: hanoi })).rejects.toMatchObject({ refusal: { code: 'place-outside-scope' } })
})

test('many products are registered in order and ask for one rebuild', async () => {
  const registered = await inTransaction(db, async (tx) => {
    const sourceId = await aSource(tx)
    const entries = Array.from({ length: 1200 }, (_, index) => ({
      producerId: producer.id,
      name: `Sản phẩm số ${index}`,
      demonstration: true,
      sourceId,
    }))
    return registerProducts({ tx, actor, now: factoryMoment }, entries)
  })
  expect(registered).toHaveLength(1200)
  const row = await visibleProduct(db, actor, registered[777]?.id ?? '')
  expect(row).toMatchObject({ name: 'Sản phẩm số 777', demonstration: true })
  expect(await inTransaction(db, (tx) => registerProducts({ tx, actor, now: factoryMoment }, []))).toEqual([])
})

test('the factory makes a product that another province does not see', async () => {
  const { id } = await inTransaction(db, (tx) => aProduct(tx))
  await expect(visibleProduct(db, anOfficer('01'), id)).rejects.toMatchObject({ refusal: { code: 'product-missing' } })
})
