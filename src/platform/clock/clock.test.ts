import { expect, test } from 'vitest'
import { addDays, addMonths, dayNumber, today } from './clock.ts'

test('the day changes at midnight in Vietnam, which is 17:00 UTC', () => {
  expect(today(new Date('2026-11-24T16:59:59Z'))).toBe('2026-11-24')
  expect(today(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25')
  expect(dayNumber(new Date('2026-11-24T17:00:00Z')) - dayNumber(new Date('2026-11-24T16:59:59Z'))).toBe(1)
})

test('months are added by the calendar and a day that the month lacks is clamped to its last', () => {
  expect(addMonths('2023-08-31', 6)).toBe('2024-02-29')
  expect(addMonths('2024-02-29', 36)).toBe('2027-02-28')
  expect(addMonths('2023-11-24', 36)).toBe('2026-11-24')
})

test('days are added across month and year ends', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
})
