import { expect, test } from 'vitest'
import { countFilters, readFilters, withFilters } from './filters.ts'

test('only known and filled filters are read from an address', () => {
  const search = new URLSearchParams('q=+ca+phe+&set=03&evil=1&group=')
  expect(readFilters(search, ['q', 'set', 'group'])).toEqual({ q: 'ca phe', set: '03' })
})

test('changing a filter returns to the first page and keeps the others in one order', () => {
  const search = new URLSearchParams('set=03&q=tra&cursor=abc')
  expect(withFilters(search, { province: '68' }).toString()).toBe('province=68&q=tra&set=03')
  expect(withFilters(search, { set: null, q: ' ' }).toString()).toBe('')
})

test('words and order do not count as filters', () => {
  expect(countFilters({ q: 'tra', sort: 'name', set: '03', province: undefined })).toBe(1)
})
