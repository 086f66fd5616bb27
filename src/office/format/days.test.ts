import { expect, test } from 'vitest'
import { daysSince, maskDay, readDay, showDay, showMoment } from './days.ts'

test('a day is read as Vietnamese officials type it', () => {
  expect(readDay('24/11/2026')).toBe('2026-11-24')
  expect(readDay(' 4-1-2026 ')).toBe('2026-01-04')
  expect(readDay('04.01.2026')).toBe('2026-01-04')
  expect(readDay('24112026')).toBe('2026-11-24')
})

test('a day that the calendar lacks, or half a day, is not read', () => {
  for (const text of ['31/02/2026', '24/13/2026', '24/11/26', '24/11', '', 'hôm nay', '2026-11-24'])
    expect(readDay(text)).toBeNull()
  expect(readDay('29/02/2024')).toBe('2024-02-29')
  expect(readDay('29/02/2026')).toBeNull()
})

test('slashes come by themselves while typing and go away while deleting', () => {
  expect(maskDay('24', '2')).toBe('24/')
  expect(maskDay('24/11', '24/1')).toBe('24/11/')
  expect(maskDay('24', '24/')).toBe('24')
  expect(maskDay('24112026', '')).toBe('24/11/2026')
  expect(maskDay('4/1', '4/')).toBe('4/1')
  expect(maskDay('24/11/20266', '24/11/2026')).toBe('24/11/2026')
})

test('a moment is shown on the day and hour of Vietnam', () => {
  expect(showDay('2026-11-24')).toBe('24/11/2026')
  expect(showDay('2026-11-24T17:30:00.000Z')).toBe('25/11/2026')
  expect(showMoment('2026-11-24T17:30:00.000Z')).toBe('25/11/2026 00:30')
  expect(showDay(null)).toBe('')
})

test('days are counted in Vietnam’s calendar: an hour past midnight there is a new day', () => {
  expect(daysSince('2026-11-23T16:59:00Z', '2026-11-24')).toBe(1)
  expect(daysSince('2026-11-23T17:01:00Z', '2026-11-24')).toBe(0)
  expect(daysSince('2026-10-31T03:00:00Z', '2026-11-24')).toBe(24)
  expect(daysSince('2026-11-25T03:00:00Z', '2026-11-24')).toBe(0)
})
