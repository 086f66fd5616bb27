import { expect, test } from 'vitest'
import { differing, isSameValue, lastConsentDay, meeting } from './rules.ts'
import { isOpen, next, requestStates, stateOf } from './states.ts'

test('only an open request waits; every other state is final', () => {
  expect(requestStates.filter(isOpen)).toEqual(['open'])
  expect(Object.values(next.open).sort()).toEqual(requestStates.filter((state) => state !== 'open').sort())
})

test('all accepted is accepted, some is partly accepted, none is returned', () => {
  expect(stateOf(['accept', 'accept'])).toBe('accepted')
  expect(stateOf(['accept', 'leave'])).toBe('partly-accepted')
  expect(stateOf(['leave'])).toBe('returned')
})

test('a value is the same whatever the order of its keys, and null is not the empty text', () => {
  expect(isSameValue({ a: 1, b: null }, { b: null, a: 1 })).toBe(true)
  expect(isSameValue(null, '')).toBe(false)
  expect(isSameValue(undefined, null)).toBe(true)
})

test('only fields that are named and differ are proposed', () => {
  const before = { name: 'Chè', story: 'Cũ', usage: '' }
  expect(differing(before, { name: 'Chè', story: 'Mới', usage: 'Pha' }, ['name', 'story'])).toEqual(['story'])
})

test('what the record says now decides whether a proposed value is clean, known already or in conflict', () => {
  const field = { before: 'Cũ', proposed: 'Mới' }
  expect([meeting(field, 'Cũ'), meeting(field, 'Mới'), meeting(field, 'Khác')]).toEqual(['clean', 'same', 'conflict'])
})

test('a consent holds twelve months at most, also over the end of February', () => {
  expect(lastConsentDay('2026-11-24')).toBe('2027-11-23')
  expect(lastConsentDay('2028-02-29')).toBe('2029-02-27')
  expect(lastConsentDay('2026-12-31')).toBe('2027-12-30')
  expect(lastConsentDay('2026-01-01')).toBe('2026-12-31')
})
