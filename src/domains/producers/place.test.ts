import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { gazetteerOf, resolvePlace } from '../administrative-units/index.ts'
import { candidatesOf, decided, placeColumns, placeOf, toPlace } from './place.ts'

const { db } = await testDatabase()
const gazetteer = await gazetteerOf(db)
const columnsOf = (text: string) => placeColumns(resolvePlace(gazetteer, text), text)

test('an address becomes the unit as recorded and the present one', () => {
  expect(columnsOf('xã Ninh Gia, huyện Đức Trọng, tỉnh Lâm Đồng')).toEqual({
    addressText: 'xã Ninh Gia, huyện Đức Trọng, tỉnh Lâm Đồng',
    unitScheme: '2004-2025',
    unitCode: '24985',
    provinceCode: '68',
    communeCode: '24985',
    placeState: 'decided',
  })
})

test('a divided commune stays undecided, a province alone is only that, and what is unreadable is nothing', () => {
  expect(columnsOf('phường Ngọc Thụy, quận Long Biên, Hà Nội')).toMatchObject({
    unitCode: '00118',
    provinceCode: '01',
    communeCode: null,
    placeState: 'undecided',
  })
  expect(columnsOf('tỉnh Lâm Đồng')).toMatchObject({
    provinceCode: '68',
    communeCode: null,
    placeState: 'province-only',
  })
  expect(columnsOf('không rõ ở đâu')).toBeNull()
})

test('a person may choose only among the present communes that the recorded unit went into', () => {
  const place = columnsOf('phường Ngọc Thụy, quận Long Biên, Hà Nội')
  if (place === null) throw new Error('not read')
  expect(candidatesOf(gazetteer, place).map((unit) => unit.code)).toEqual(['00097', '00118'])
  expect(decided(gazetteer, place, '00097')).toMatchObject({ communeCode: '00097', placeState: 'decided' })
  expect(() => decided(gazetteer, place, '24985')).toThrow('commune-not-candidate')
})

test('where only the province is known, any of its communes may be chosen', async () => {
  const place = await placeOf(db, { addressText: '', unit: { scheme: '2025', code: '68' }, communeCode: '24985' })
  expect(place).toMatchObject({ unitCode: '68', communeCode: '24985', placeState: 'decided' })
  expect(toPlace(gazetteer, place)).toMatchObject({ provinceName: 'Lâm Đồng', communeName: 'Xã Ninh Gia' })
})

test('a unit that does not exist and an address without a province are refused by their field', async () => {
  await expect(placeOf(db, { addressText: '', unit: { scheme: '2004', code: '99999' } })).rejects.toMatchObject({
    refusal: { code: 'place-unknown', fields: [{ path: 'place.unit.code' }] },
  })
  await expect(placeOf(db, { addressText: 'thôn 5' })).rejects.toMatchObject({ refusal: { code: 'place-unreadable' } })
})
