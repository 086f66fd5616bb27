import { expect, test } from 'vitest'
import { fold } from '../../platform/text/fold.ts'
import { searchUnits } from './search-units.ts'
import { aGazetteer, aUnit } from './testing.ts'

const gazetteer = await aGazetteer()
const labels = (typed: string, options = {}) => searchUnits(gazetteer, typed, options).map((found) => found.label)

test('"tan chau" finds the present ward and the old town, present units first', () => {
  const found = labels('tan chau')
  expect(found[0]).toMatch(/^(Phường|Xã) Tân Châu, /)
  expect(found).toContain('Phường Tân Châu, An Giang')
  expect(found).toContain('trước 7/2025: Thị xã Tân Châu, An Giang')
})

test('it finds as one types', () => {
  for (const typed of ['tân c', 'tân ch', 'tân châ', 'tân châu', 'TAN CHAU', 'phường tân châu', 'tân châu an giang']) {
    expect(labels(typed, { limit: 50 })).toContain('Phường Tân Châu, An Giang')
  }
})

test('accents that were typed count before those that were not', () => {
  const found = labels('tân thạnh', { limit: 60 })
  const firstOther = found.findIndex((label) => !label.includes('Tân Thạnh'))
  const lastSame = found.findLastIndex((label) => label.includes('Tân Thạnh'))
  expect(firstOther === -1 || lastSame < firstOther).toBe(true)
})

test('a name that begins with the text stands before one that holds it', () => {
  const found = searchUnits(gazetteer, 'gia', { scheme: '2025-', level: 'commune', limit: 100 })
  const begins = found.map(({ unit }) => fold(unit.name).startsWith('gia'))
  expect(begins.lastIndexOf(true)).toBeLessThan(begins.indexOf(false))
})

test('scheme, level and parent narrow the list', () => {
  const within = aUnit(gazetteer, '2025-', '68')
  const found = searchUnits(gazetteer, 'ninh gia', { scheme: '2025-', level: 'commune', within })
  expect(found.map(({ label }) => label)).toEqual(['Xã Ninh Gia, Lâm Đồng'])
})

test('the label of an old unit says so in both languages', () => {
  const [found] = searchUnits(gazetteer, 'đức trọng', { scheme: '2004-2025' })
  expect(found).toMatchObject({
    label: 'trước 7/2025: Huyện Đức Trọng, Lâm Đồng',
    labelEn: 'before 7/2025: Huyện Đức Trọng, Lâm Đồng',
  })
})

test('nothing typed finds nothing', () => {
  expect(labels('')).toEqual([])
  expect(labels(' ,. ')).toEqual([])
})

test('usual abbreviations and former names find their unit', () => {
  expect(labels('tphcm')[0]).toBe('Thành phố Hồ Chí Minh')
  expect(labels('Trung Phụng')).toContain('trước 7/2025: Phường Khâm Thiên, Quận Đống Đa, Hà Nội')
})
