import { expect, test } from 'vitest'
import { readPrice, showBytes, showNumber } from './numbers.ts'

test('a price is read as it is typed, with dots, blanks or the sign of the đồng', () => {
  expect(readPrice('120.000')).toBe(120000)
  expect(readPrice('120 000 đ')).toBe(120000)
  expect(readPrice('120.000 đồng')).toBe(120000)
  expect(readPrice('')).toBeNull()
  expect(readPrice('khoảng 100')).toBeUndefined()
})

test('numbers and sizes are shown the Vietnamese way', () => {
  expect(showNumber(17234.5)).toBe('17.234,5')
  expect(showBytes(3_420_000)).toBe('3,4 MB')
  expect(showBytes(12_300)).toBe('12 kB')
})
