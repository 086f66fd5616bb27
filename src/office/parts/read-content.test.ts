import { expect, test } from 'vitest'
import { readContent } from './read-content.ts'

test('a source is read by the names of the screen; unknown and empty fields are left out', () => {
  const labels = { name: 'Tên', priceMin: 'Giá' }
  expect(readContent({ name: 'Cà phê', priceMin: 120000, story: 'x', gtin: null }, labels)).toEqual([
    { label: 'Tên', value: 'Cà phê' },
    { label: 'Giá', value: '120000' },
  ])
  expect(readContent(null, labels)).toEqual([])
})
