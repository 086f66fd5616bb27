import { expect, test } from 'vitest'
import { toFields } from './producer-draft.ts'

test('an emptied field is sent as not known, an untouched one not at all', () => {
  expect(toFields({ phone: ' ', introduction: '' })).toEqual({ phone: null, introduction: '' })
})

test('a place is sent as the unit that was chosen', () => {
  const unit = { scheme: '2025', code: '24781', label: 'Xã Đức Trọng' } as const
  expect(toFields({ place: { addressText: '', unit, communeCode: null } })).toEqual({
    place: { addressText: '', unit: { scheme: '2025', code: '24781' }, communeCode: null },
  })
})
