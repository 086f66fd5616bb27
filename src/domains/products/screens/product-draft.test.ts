import { expect, test } from 'vitest'
import { readCodes, toAmendment } from './product-draft.ts'

test('an amendment speaks only of what changed', () => {
  expect(toAmendment({ story: 'Mới' })).toEqual({ story: 'Mới' })
  expect(toAmendment({ setCode: '', gtin: ' ', priceMin: '120.000' })).toEqual({
    setCode: null,
    gtin: null,
    priceMin: 120000,
  })
})

test('a place goes with its unit and the commune that was chosen', () => {
  const unit = { scheme: '2004', code: '29461', label: 'Xã Thạnh Phú' } as const
  expect(toAmendment({ place: { addressText: 'Ấp 1', unit, communeCode: null } })).toEqual({
    place: { addressText: 'Ấp 1', unit: { scheme: '2004', code: '29461' }, communeCode: null },
  })
})

test('codes are told apart by their parts', () => {
  expect(readCodes('68-24781-3-2024, 42-317-09679-1-2021; ABC 12')).toEqual([
    { code: '68-24781-3-2024', kind: 'four-part' },
    { code: '42-317-09679-1-2021', kind: 'five-part' },
    { code: 'ABC 12', kind: 'other' },
  ])
})
