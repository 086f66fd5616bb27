import { expect, test } from 'vitest'
import { toUtcSchedule } from './schedule.ts'

test('seven in the morning in Vietnam is midnight in UTC', () => {
  expect(toUtcSchedule('0 7 * * *')).toBe('0 0 * * *')
  expect(toUtcSchedule('20 3 * * *')).toBe('20 20 * * *')
  expect(toUtcSchedule('0 6,18 * * *')).toBe('0 23,11 * * *')
})

test('a line of every hour stays as it is, one that names days is refused', () => {
  expect(toUtcSchedule('*/5 * * * *')).toBe('*/5 * * * *')
  expect(() => toUtcSchedule('0 3 1 * *')).toThrow(/cannot be moved/)
})
