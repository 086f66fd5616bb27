import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { type PlaceColumns, visibleProducer } from '../producers/index.ts'
import { anOfficer, aProducer, aSource, factoryMoment as now } from '../producers/testing.ts'
import { unscopedFactsOf } from '../provenance/index.ts'
import { decidePlaces } from './decide-places.ts'
import { listUndecidedPlaces } from './list-undecided-places.ts'
import { visibleProduct } from './lock-product.ts'
import { reviseProduct } from './revise-product.ts'
import { aProduct } from './testing.ts'

const { db } = await testDatabase()
const actor = anOfficer('01')
const filter = { limit: 20 }
const reason = 'Chủ thể xác nhận qua điện thoại'

/** Phường Ngọc Thụy, quận Long Biên: divided on 01/07/2025 between Bồ Đề (all the people) and Hồng Hà. */
const ngocThuy: PlaceColumns = {
  addressText: 'phường Ngọc Thụy, quận Long Biên, Hà Nội',
  unitScheme: '2004-2025',
  unitCode: '00118',
  provinceCode: '01',
  communeCode: null,
  placeState: 'undecided',
}

function undecided(level: 'A' | 'B' = 'A') {
  return inTransaction(db, async (tx) => {
    const sourceId = await aSource(tx, level)
    const producer = await aProducer(tx, { place: ngocThuy, sourceId })
    return { producer, product: await aProduct(tx, { producerId: producer.id, sourceId }) }
  })
}

function decide(subjects: { kind: 'producer' | 'product'; id: string }[], communeCode = '00118', officer = actor) {
  return inTransaction(db, (tx) => decidePlaces({ tx, actor: officer, now }, { subjects, communeCode, reason }))
}

test('what waits is grouped by the unit as recorded, with the candidates and the likely one marked', async () => {
  const { producer, product } = await undecided()
  const { items, total } = await listUndecidedPlaces({ db, actor }, filter)
  expect(total).toBeGreaterThanOrEqual(2)
  const [group] = items
  expect(group?.recorded).toMatchObject({ scheme: '2004', code: '00118' })
  expect(group?.candidates).toEqual([
    { code: '00097', name: 'Phường Hồng Hà', isDefault: false },
    { code: '00118', name: 'Phường Bồ Đề', isDefault: true },
  ])
  expect(group?.subjects.map((subject) => subject.id)).toEqual(expect.arrayContaining([producer.id, product.id]))
})

test('one decision settles many, with its reason as the source, even where a signed decision named the old unit', async () => {
  const { producer, product } = await undecided('A')
  expect(
    await decide([
      { kind: 'producer', id: producer.id },
      { kind: 'product', id: product.id },
    ]),
  ).toEqual({ decided: 2 })
  for (const row of [await visibleProducer(db, actor, producer.id), await visibleProduct(db, actor, product.id)])
    expect(row).toMatchObject({ placeState: 'decided', communeCode: '00118', unitCode: '00118', version: 2 })
  const commune = (await unscopedFactsOf(db, 'product', product.id)).find((fact) => fact.fieldGroup === 'commune')
  expect(commune?.source).toMatchObject({ kind: 'officer', title: reason })
})

test('a list that names only the old unit again leaves the decision standing', async () => {
  const { product } = await undecided('B')
  await decide([{ kind: 'product', id: product.id }])
  await inTransaction(db, async (tx) => {
    const sourceId = await aSource(tx, 'A', '2026-12-24')
    await reviseProduct({ tx, actor, now }, { id: product.id, version: 2, place: ngocThuy, sourceId })
  })
  expect(await visibleProduct(db, actor, product.id)).toMatchObject({ placeState: 'decided', communeCode: '00118' })
})

test('a commune outside the recorded unit is refused, and so is deciding twice; then nothing is decided', async () => {
  const { producer, product } = await undecided()
  await expect(decide([{ kind: 'product', id: product.id }], '24985')).rejects.toMatchObject({
    refusal: { code: 'commune-not-candidate' },
  })
  await decide([{ kind: 'producer', id: producer.id }])
  const both = decide([
    { kind: 'producer', id: producer.id },
    { kind: 'product', id: product.id },
  ])
  await expect(both).rejects.toMatchObject({ refusal: { code: 'subject-decided' } })
  expect((await visibleProduct(db, actor, product.id)).placeState).toBe('undecided')
})

test('two officers who decide differently at the same time: one is told that it is decided', async () => {
  const { product } = await undecided()
  const subjects = [{ kind: 'product' as const, id: product.id }]
  const outcomes = await Promise.allSettled([decide(subjects, '00118'), decide(subjects, '00097')])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('another province sees none of it and decides none of it', async () => {
  const { product } = await undecided()
  const stranger = anOfficer('68')
  expect(await listUndecidedPlaces({ db, actor: stranger }, filter)).toMatchObject({ items: [], total: 0 })
  await expect(decide([{ kind: 'product', id: product.id }], '00118', stranger)).rejects.toMatchObject({
    refusal: { code: 'product-missing' },
  })
})

test('groups come a page at a time', async () => {
  await inTransaction(db, (tx) => aProducer(tx, { place: { ...ngocThuy, unitCode: '00139' } }))
  const first = await listUndecidedPlaces({ db, actor }, { limit: 1 })
  expect(first.items).toHaveLength(1)
  const second = await listUndecidedPlaces({ db, actor }, { limit: 1, cursor: first.next ?? '' })
  expect(second.items[0]?.recorded?.code).toBe('00139')
  expect(second.next).toBeNull()
})
