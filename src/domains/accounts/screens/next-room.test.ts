import { expect, test } from 'vitest'
import { nextRoom } from './next-room.ts'

test('after signing in one is where one wanted to go', () => {
  expect(nextRoom('/products?set=03')).toBe('/products?set=03')
  expect(nextRoom(null)).toBe('/')
})

test('an address outside the office is not followed', () => {
  for (const address of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/sign-in',
  ])
    expect(nextRoom(address)).toBe('/')
})
