import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { readPublicId } from '../../platform/ids/public-id.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { unscopedFactsOf } from '../provenance/index.ts'
import { visibleProducer } from './lock-producer.ts'
import type { ProducerEntry } from './prepare-producer.ts'
import { registerProducer, registerProducers } from './register-producer.ts'
import { anOfficer, aProducer, aSource, factoryMoment, ninhGia } from './testing.ts'

const { db } = await testDatabase()
const actor = anOfficer('68')

function register(overrides: Partial<ProducerEntry>, officer = actor) {
  return inTransaction(db, async (tx) => {
    const entry = { kindCode: 'cooperative' as const, name: 'HTX Chè', place: ninhGia, ...overrides }
    return registerProducer({ tx, actor: officer, now: factoryMoment }, { ...entry, sourceId: await aSource(tx) })
  })
}

test('a registered producer has a public identifier and a source behind each group of fields it speaks of', async () => {
  const { id, publicId } = await register({
    name: '  Hợp tác xã   Chè\u200b Cầu Đất ',
    taxNumber: '0100 109 106',
    representative: 'Nguyễn Thị Lan',
    representativeGender: 'female',
    phone: '0912 345 678',
    website: 'checaudat.vn',
    contactsPublic: true,
  })
  expect(readPublicId(publicId)).toBe(publicId)
  const row = await visibleProducer(db, actor, id)
  expect(row).toMatchObject({
    name: 'Hợp tác xã Chè Cầu Đất',
    taxNumber: '0100109106',
    taxNumberState: 'valid',
    website: 'https://checaudat.vn',
    contactsConsentedAt: factoryMoment,
    version: 1,
  })
  const groups = (await unscopedFactsOf(db, 'producer', id)).map((fact) => fact.fieldGroup)
  expect(groups).toEqual(['commune', 'contact', 'identity', 'people', 'place'])
})

test('without consent contacts are not public and nothing is dated', async () => {
  const { id } = await register({ phone: '0912345678' })
  const card = await db
    .selectFrom('producers.producer_card')
    .select(['public_phone', 'public_address'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(card).toEqual({ public_phone: null, public_address: null })
  expect((await visibleProducer(db, actor, id)).contactsConsentedAt).toBeNull()
})

test('a missing tax number is allowed and marked', async () => {
  const { id } = await register({ taxNumber: ' ' })
  expect(await visibleProducer(db, actor, id)).toMatchObject({ taxNumber: null, taxNumberState: 'missing' })
})

test('a tax number with a failing check digit needs a person’s word, then it is flagged', async () => {
  await expect(register({ taxNumber: '0100109107' })).rejects.toMatchObject({
    refusal: { code: 'producer-incomplete', fields: [{ path: 'taxNumber' }] },
  })
  const { id } = await register({ taxNumber: '0100109107', isTaxNumberConfirmed: true })
  expect((await visibleProducer(db, actor, id)).taxNumberState).toBe('flagged')
})

test('every wrong field is named at once', async () => {
  const wrong = register({ name: ' ', email: 'khong-phai', phone: 'abc', website: 'javascript:alert(1)' })
  await expect(wrong).rejects.toMatchObject({
    refusal: {
      kind: 'invalid',
      facts: { count: 4 },
      fields: [{ path: 'name' }, { path: 'phone' }, { path: 'email' }, { path: 'website' }],
    },
  })
  await expect(register({ name: 'a'.repeat(301) })).rejects.toMatchObject({ refusal: { fields: [{ path: 'name' }] } })
})

test('an officer does not register in another province', async () => {
  await expect(register({}, anOfficer('01'))).rejects.toMatchObject({ refusal: { code: 'place-outside-scope' } })
})

test('many producers are registered in order, with one refusal refusing all', async () => {
  const entries = Array.from({ length: 1500 }, (_, index) => ({
    kindCode: 'household' as const,
    name: `Hộ số ${index}`,
    place: ninhGia,
  }))
  const registered = await inTransaction(db, async (tx) => {
    const sourceId = await aSource(tx)
    return registerProducers(
      { tx, actor, now: factoryMoment },
      entries.map((entry) => ({ ...entry, sourceId })),
    )
  })
  expect(new Set(registered.map((row) => row.publicId)).size).toBe(1500)
  expect((await visibleProducer(db, actor, registered[1234]?.id ?? '')).name).toBe('Hộ số 1234')
  const refused = inTransaction(db, async (tx) => {
    const sourceId = await aSource(tx)
    const both = [
      { ...entries[0], name: 'Hộ mới' },
      { ...entries[0], name: '' },
    ]
    return registerProducers(
      { tx, actor, now: factoryMoment },
      both.map((entry) => ({ kindCode: 'household' as const, place: ninhGia, ...entry, sourceId })),
    )
  })
  await expect(refused).rejects.toMatchObject({ refusal: { code: 'producer-incomplete' } })
})

test('the factory makes a producer that the ministry sees and another province does not', async () => {
  const { id } = await inTransaction(db, (tx) => aProducer(tx))
  expect((await visibleProducer(db, anOfficer(), id)).id).toBe(id)
  await expect(visibleProducer(db, anOfficer('01'), id)).rejects.toMatchObject({
    refusal: { code: 'producer-missing' },
  })
})
