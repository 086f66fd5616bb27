import { expect, test } from 'vitest'
import { formatDate } from './format-date.ts'
import { formatNumber } from './format-number.ts'
import { formatPrice } from './format-price.ts'

test('a day is written the Vietnamese way, an unknown text is left alone', () => {
  expect(formatDate('2026-11-24')).toBe('24/11/2026')
  expect(formatDate('năm 2024')).toBe('năm 2024')
})

test('numbers group by thousands with the signs of the language', () => {
  expect(formatNumber(1234.5)).toBe('1.234,5')
  expect(formatNumber(1234567.891, 'en')).toBe('1,234,567.89')
  expect(formatNumber(999)).toBe('999')
  expect(formatNumber(-1000)).toBe('−1.000')
})

test('a price is a range, a single price or nothing', () => {
  expect(formatPrice({ lowest: 45000, highest: 60000, unit: 'kg' })).toBe('45.000 – 60.000 đ/kg')
  expect(formatPrice({ lowest: 45000, highest: 45000, unit: 'hộp 500 g' })).toBe('45.000 đ/hộp 500 g')
  expect(formatPrice({ lowest: null, highest: 60000, unit: null }, 'en')).toBe('60,000 đ')
  expect(formatPrice({ lowest: null, highest: null, unit: 'kg' })).toBeNull()
})
