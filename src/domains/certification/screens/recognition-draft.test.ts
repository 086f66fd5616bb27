import { expect, test } from 'vitest'
import { expiryOfDraft, type RecognitionDraft, toFields, usualLevel } from './recognition-draft.ts'

const draft: RecognitionDraft = {
  kind: 'first',
  star: '4',
  decisionNumber: ' 12/QĐ-UBND ',
  decidedOn: '2024-02-29',
  decidedYear: '',
  isOnlyYear: false,
  authorityLevel: 'province',
  authorityName: 'Ủy ban nhân dân tỉnh Lâm Đồng',
  documentPage: '',
  isVerified: true,
}

test('the expiry is shown as soon as the day is whole: 36 months, month ends clamped', () => {
  expect(expiryOfDraft(draft)).toEqual({ expiresOn: '2027-02-28', expiresBy: '2027-02-28' })
  expect(expiryOfDraft({ ...draft, decidedOn: '29/02' })).toBeNull()
})

test('of a year alone two days are shown between which it expires', () => {
  const year = { ...draft, isOnlyYear: true, decidedYear: '2024' }
  expect(expiryOfDraft(year)).toEqual({ expiresOn: '2027-01-01', expiresBy: '2027-12-31' })
  expect(toFields(year)).toMatchObject({ decidedOn: '', decidedYear: '2024' })
})

test('five stars are usually the ministry’s, the others the province’s', () => {
  expect(usualLevel('5')).toBe('ministry')
  expect(usualLevel('3')).toBe('province')
})
