import { expect, test } from 'vitest'
import { addDays } from '../../platform/clock/clock.ts'
import { isWorkingDay, workingDaysAfter } from './rules.ts'

const holidays = new Set(['2026-04-27', '2026-04-30', '2026-05-01'])
const calendar = { holidays, next: (day: string) => addDays(day, 1) }

test('offices work from Monday to Friday but not on holidays', () => {
  expect(isWorkingDay('2026-11-24', holidays)).toBe(true)
  expect(isWorkingDay('2026-11-28', holidays)).toBe(false)
  expect(isWorkingDay('2026-11-29', holidays)).toBe(false)
  expect(isWorkingDay('2026-04-30', holidays)).toBe(false)
})

test.each([
  ['2026-11-24', '2026-11-26'],
  ['2026-11-26', '2026-11-30'],
  ['2026-11-28', '2026-12-01'],
  ['2026-04-24', '2026-04-29'],
  ['2026-04-29', '2026-05-05'],
])('what is received on %s is due on %s: the day itself, weekends and holidays do not count', (received, due) => {
  expect(workingDaysAfter(received, 2, calendar)).toBe(due)
})
