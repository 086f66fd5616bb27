import { expect, test } from 'vitest'
import { judge, mayReplace } from './rules.ts'

const of = (level: 'A' | 'B' | 'C', checkedOn = '2026-11-24') => ({ level, checkedOn })

test('a source replaces those of its own level and below, never a better one', () => {
  expect(mayReplace('A', 'C')).toBe(true)
  expect(mayReplace('B', 'B')).toBe(true)
  expect(mayReplace('C', 'B')).toBe(false)
})

test('other content replaces the current statement unless its source is weaker', () => {
  expect(judge(of('B'), null, false)).toBe('first')
  expect(judge(of('B'), of('B'), false)).toBe('supersedes')
  expect(judge(of('A'), of('C'), false)).toBe('supersedes')
  expect(judge(of('C'), of('B'), false)).toBe('contradicts')
})

test('the same content confirms when it was checked later or stands on a better source, otherwise it only repeats', () => {
  expect(judge(of('B', '2026-11-25'), of('B'), true)).toBe('confirms')
  expect(judge(of('A'), of('B'), true)).toBe('confirms')
  expect(judge(of('B'), of('B'), true)).toBe('repeats')
  expect(judge(of('C', '2026-12-01'), of('B'), true)).toBe('repeats')
})
