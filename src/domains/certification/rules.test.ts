import { expect, test } from 'vitest'
import {
  type AuthorityRule,
  criteriaVersionOf,
  decisionKey,
  departedRules,
  expiryOf,
  isSameDecision,
  repeats,
} from './rules.ts'

test.each([
  ['2025-01-15', '2028-01-15'],
  ['2024-02-29', '2027-02-28'],
  ['2021-02-28', '2024-02-28'],
  ['2023-08-31', '2026-08-31'],
  ['2024-12-31', '2027-12-31'],
])('a certificate of %s is valid up to and including %s', (decidedOn, expiresOn) => {
  const decided = { decidedOn, decidedYear: Number(decidedOn.slice(0, 4)) }
  expect(expiryOf(decided)).toEqual({ expiresOn, expiresBy: expiresOn })
})

test('of a year alone the certificate expires between the first and the last day three years on', () => {
  expect(expiryOf({ decidedOn: null, decidedYear: 2022 })).toEqual({ expiresOn: '2025-01-01', expiresBy: '2025-12-31' })
})

const rules: AuthorityRule[] = [
  {
    decisionNumber: '148/QĐ-TTg',
    star: 3,
    authorityLevel: 'district',
    effectiveFrom: '2023-02-24',
    effectiveTo: '2025-07-06',
  },
  {
    decisionNumber: '1489/QĐ-TTg',
    star: 3,
    authorityLevel: 'province',
    effectiveFrom: '2025-07-06',
    effectiveTo: '2026-07-21',
  },
]

test.each([
  ['2025-07-05', 'district', 0],
  ['2025-07-05', 'province', 1],
  ['2025-07-06', 'province', 0],
  ['2025-07-06', 'district', 1],
  ['2018-10-01', 'district', 0],
] as const)('3 stars decided on %s by a %s depart from %i rules', (decidedOn, authorityLevel, count) => {
  const stated = { decidedOn, decidedYear: Number(decidedOn.slice(0, 4)), star: 3, authorityLevel }
  expect(departedRules(rules, stated)).toHaveLength(count)
})

test('of a year that saw both rules either authority is right', () => {
  for (const authorityLevel of ['district', 'province'] as const) {
    expect(departedRules(rules, { decidedOn: null, decidedYear: 2025, star: 3, authorityLevel })).toEqual([])
  }
  expect(
    departedRules(rules, { decidedOn: null, decidedYear: 2024, star: 3, authorityLevel: 'province' }),
  ).toHaveLength(1)
})

const versions = [
  { code: 'QD1048-2019', effectiveFrom: '2019-08-21', effectiveTo: '2023-02-24' },
  { code: 'QD148-2023', effectiveFrom: '2023-02-24', effectiveTo: '2026-07-21' },
  { code: 'QD26-2026', effectiveFrom: '2026-05-22', effectiveTo: null },
]

test.each([
  ['2019-08-20', null],
  ['2019-08-21', 'QD1048-2019'],
  ['2023-02-23', 'QD1048-2019'],
  ['2023-02-24', 'QD148-2023'],
  ['2026-05-21', 'QD148-2023'],
  ['2026-05-22', 'QD26-2026'],
])('a decision of %s follows the criteria %s', (decidedOn, code) => {
  expect(criteriaVersionOf(versions, { decidedOn, decidedYear: Number(decidedOn.slice(0, 4)) })).toBe(code)
})

test.each([
  [2018, null],
  [2019, null],
  [2021, 'QD1048-2019'],
  [2023, null],
  [2024, 'QD148-2023'],
  [2026, null],
])('of the year %i alone the criteria are %s', (decidedYear, code) => {
  expect(criteriaVersionOf(versions, { decidedOn: null, decidedYear })).toBe(code)
})

test.each([
  '12/QĐ-UBND',
  'Số 12/QĐ-UBND',
  'Số: 12/QĐ - UBND',
  'Quyết định số 12/QĐ-UBND',
  '12/qđ-ubnd',
  '12/QD-UBND',
  '12/QĐ-UBND.'.normalize('NFD'),
])('"%s" names the same decision', (written) => {
  expect(decisionKey(written)).toBe('12/qd-ubnd')
})

test('a decision is known by its number within its year, and by its day where a number is missing', () => {
  const known = { star: 4, decisionNumber: '12/QĐ-UBND', decidedOn: '2025-01-15', decidedYear: 2025 }
  expect(isSameDecision(known, { ...known, decisionNumber: 'số 12/QĐ-UBND', decidedOn: '2025-02-15' })).toBe(true)
  expect(isSameDecision(known, { ...known, decisionNumber: '13/QĐ-UBND' })).toBe(false)
  expect(isSameDecision(known, { ...known, decidedOn: '2024-01-15', decidedYear: 2024 })).toBe(false)
  expect(isSameDecision(known, { ...known, decisionNumber: null })).toBe(true)
  expect(isSameDecision(known, { ...known, decisionNumber: null, decidedOn: '2025-03-01' })).toBe(false)
  expect(isSameDecision(known, { ...known, decisionNumber: null, decidedOn: null })).toBe(true)
})

test('a statement repeats a known one when it says no more: the same star, and the same day or only the year', () => {
  const known = { star: 4, decisionNumber: '12/QĐ-UBND', decidedOn: '2025-01-15', decidedYear: 2025 }
  expect(repeats(known, { ...known, decidedOn: null })).toBe(true)
  expect(repeats({ ...known, decidedOn: null }, known)).toBe(false)
  expect(repeats(known, { ...known, star: 3 })).toBe(false)
})
