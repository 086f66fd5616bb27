import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/database.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { findProducerMatches } from './find-producer-matches.ts'
import { anOfficer, aProducer, ninhGia } from './testing.ts'

const { db } = await testDatabase()
const hanoi = {
  ...ninhGia,
  unitCode: '01',
  provinceCode: '01',
  communeCode: null,
  placeState: 'province-only' as const,
}
const [seagull, inHanoi] = await inTransaction(db, async (tx) => [
  await aProducer(tx, { name: 'Công ty TNHH Seagull', taxNumber: '0100109106' }),
  await aProducer(tx, { name: 'Công ty TNHH Seagull', place: hanoi, taxNumber: '0300588569' }),
  await aProducer(tx, { name: 'HTX Nông nghiệp An Phú' }),
])

test('the same tax number is the same producer, wherever and under whatever name', async () => {
  const found = await findProducerMatches(db, { name: 'Tên khác hẳn', taxNumber: '0300 588 569', provinceCode: '68' })
  expect(found).toMatchObject([{ id: inHanoi?.id, reasons: ['tax-number'], score: 1 }])
})

test('abbreviations and accents do not hide the same name in the same place', async () => {
  const found = await findProducerMatches(db, { name: 'CTY T.N.H.H SEAGULL', provinceCode: '68', communeCode: '24985' })
  expect(found).toMatchObject([{ id: seagull?.id, reasons: ['name-and-place'], score: 0.98 }])
})

test('a similar name counts within the province only', async () => {
  const found = await findProducerMatches(db, { name: 'Cty TNHH Seagul', provinceCode: '68' })
  expect(found.map((match) => [match.id, match.reasons])).toEqual([[seagull?.id, ['similar-name']]])
})

test('a shared legal form alone suggests nobody', async () => {
  expect(await findProducerMatches(db, { name: 'HTX Nông nghiệp Bình Minh', provinceCode: '68' })).toEqual([])
})

test('nobody learns of a producer out of their reach, and the one at hand is not its own match', async () => {
  const { scope } = anOfficer('68')
  const asked = { name: 'Seagull', taxNumber: '0300588569', provinceCode: '01', scope }
  expect(await findProducerMatches(db, asked)).toEqual([])
  const own = { name: 'Công ty TNHH Seagull', provinceCode: '68', exceptId: seagull?.id }
  expect(await findProducerMatches(db, own)).toEqual([])
})
