import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { type SourceLevel, unscopedFactsOf } from '../provenance/index.ts'
import { visibleProducer } from './lock-producer.ts'
import { type ProducerRevision, reviseProducer } from './revise-producer.ts'
import { anOfficer, aProducer, aSource, factoryMoment, ninhGia } from './testing.ts'
import { reviveProducer, withdrawProducer } from './withdraw-producer.ts'

const { db } = await testDatabase()
const actor = anOfficer('68')
const write = { actor, now: factoryMoment }

const made = (overrides = {}) => inTransaction(db, (tx) => aProducer(tx, overrides))

function revise(revision: Omit<ProducerRevision, 'sourceId'>, level: SourceLevel = 'B', officer = actor) {
  return inTransaction(db, async (tx) =>
    reviseProducer({ tx, actor: officer, now: factoryMoment }, { ...revision, sourceId: await aSource(tx, level) }),
  )
}

test('a change raises the version and leaves what it does not speak of', async () => {
  const { id } = await made({ phone: '0912345678' })
  expect(await revise({ id, version: 1, introduction: 'Trồng chè từ 1927.' })).toEqual({
    version: 2,
    contradicting: [],
  })
  expect(await visibleProducer(db, actor, id)).toMatchObject({
    introduction: 'Trồng chè từ 1927.',
    phone: '0912345678',
    updatedByName: 'Cán bộ tỉnh 68',
  })
})

test('whoever comes second with an older version is told who was quicker', async () => {
  const { id } = await made()
  await revise({ id, version: 1, introduction: 'Một' })
  await expect(revise({ id, version: 1, introduction: 'Hai' })).rejects.toMatchObject({
    refusal: {
      kind: 'stale',
      code: 'producer-stale',
      facts: { version: 2, changedBy: 'Cán bộ tỉnh 68', changedAt: '09:00 24/11/2026' },
    },
  })
})

test('of two changes at the same time one is applied and one is stale', async () => {
  const { id } = await made()
  const outcomes = await Promise.allSettled([
    revise({ id, version: 1, introduction: 'Một' }),
    revise({ id, version: 1, introduction: 'Hai' }),
  ])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await visibleProducer(db, actor, id)).version).toBe(2)
})

test('a weaker source is kept and shown but changes nothing', async () => {
  const { id } = await inTransaction(db, async (tx) =>
    aProducer(tx, { name: 'HTX Đúng Tên', sourceId: await aSource(tx, 'A') }),
  )
  expect(await revise({ id, version: 1, name: 'HTX Sai Tên' }, 'C')).toEqual({
    version: 1,
    contradicting: ['identity'],
  })
  expect((await visibleProducer(db, actor, id)).name).toBe('HTX Đúng Tên')
  const identity = (await unscopedFactsOf(db, 'producer', id)).filter((fact) => fact.fieldGroup === 'identity')
  expect(identity.map((fact) => fact.state)).toEqual(['current', 'contradicting'])
})

test('saying the same again changes nothing', async () => {
  const { id } = await made({ name: 'HTX Không Đổi' })
  expect(await revise({ id, version: 1, name: 'HTX Không Đổi' })).toEqual({ version: 1, contradicting: [] })
})

test('consent that is taken back hides the contacts', async () => {
  const { id } = await made({ phone: '0912345678', contactsPublic: true })
  await revise({ id, version: 1, contactsPublic: false })
  expect(await visibleProducer(db, actor, id)).toMatchObject({ contactsPublic: false, contactsConsentedAt: null })
})

test('an officer of another province finds nothing, and nobody moves a producer out of their own reach', async () => {
  const { id } = await made()
  await expect(revise({ id, version: 1, name: 'X' }, 'B', anOfficer('01'))).rejects.toMatchObject({
    refusal: { code: 'producer-missing' },
  })
  const hanoi = {
    ...ninhGia,
    unitCode: '01',
    provinceCode: '01',
    communeCode: null,
    placeState: 'province-only' as const,
  }
  await expect(revise({ id, version: 1, place: hanoi })).rejects.toMatchObject({
    refusal: { code: 'place-outside-scope' },
  })
})

test('a change of place takes the decided commune with it, whatever its source', async () => {
  const { id } = await made()
  await revise({ id, version: 1, place: { ...ninhGia, addressText: 'Thôn 1' } }, 'B')
  const provinceOnly = { ...ninhGia, unitCode: '68', communeCode: null, placeState: 'province-only' as const }
  expect((await revise({ id, version: 2, place: provinceOnly }, 'B')).contradicting).toEqual([])
  expect(await visibleProducer(db, actor, id)).toMatchObject({ communeCode: null, placeState: 'province-only' })
})

test('a withdrawn producer is changed only after it was restored; both leave a trace', async () => {
  const { id } = await made()
  const run = (step: typeof withdrawProducer) =>
    inTransaction(db, (tx) => step({ tx, ...write }, { id, reason: 'Nhập nhầm' }))
  await run(withdrawProducer)
  await expect(revise({ id, version: 2, name: 'X' })).rejects.toMatchObject({ refusal: { code: 'producer-withdrawn' } })
  await expect(run(withdrawProducer)).rejects.toMatchObject({ refusal: { code: 'producer-withdrawn' } })
  await run(reviveProducer)
  await expect(run(reviveProducer)).rejects.toMatchObject({ refusal: { code: 'producer-active' } })
  const row = await visibleProducer(db, actor, id)
  expect(row).toMatchObject({ state: 'active', version: 3 })
  const [state] = (await unscopedFactsOf(db, 'producer', id)).filter((fact) => fact.fieldGroup === 'state')
  expect(state?.source.title).toBe('Nhập nhầm')
})
