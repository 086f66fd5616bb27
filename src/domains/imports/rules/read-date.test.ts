import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, readDate, vietnameseDate } from './read-date.ts'

test.each([
  '12/3/2024',
  '12-03-2024',
  '12.3.24',
  '12/03/24',
  'ngày 12 tháng 3 năm 2024',
  'Ngày 12/3/2024',
  'ngày 12 tháng 03 năm 2024',
  '2024-03-12',
  '2024-03-12T00:00:00',
  '45363',
  '12032024',
  ' 12 / 3 / 2024 ',
  'Hà Nội, ngày 12 tháng 3 năm 2024',
  '12 tháng 3, 2024',
  '12-3-2024 00:00',
  'NGÀY 12 THÁNG 3 NĂM 2024',
  'ngay 12 thang 3 nam 2024',
  '2024/03/12',
])('%j is 12 March 2024', (text) => {
  expect(readDate(text)).toEqual({ kind: 'date', date: '2024-03-12' })
})

test.each([
  ['2022', { kind: 'year', year: 2022 }],
  ['năm 2022', { kind: 'year', year: 2022 }],
  ['2022.0', { kind: 'year', year: 2022 }],
  ['3/2022', { kind: 'month', year: 2022, month: 3 }],
  ['tháng 3 năm 2022', { kind: 'month', year: 2022, month: 3 }],
  ['1905-07-14', { kind: 'year', year: 2022 }],
  ['', { kind: 'blank' }],
  ['-', { kind: 'blank' }],
  ['31/2/2024', { kind: 'impossible' }],
  ['29/02/2023', { kind: 'impossible' }],
  ['3/14/2022', { kind: 'impossible', suggestion: '2022-03-14' }],
  ['13/2022', { kind: 'impossible' }],
  ['hôm qua', { kind: 'unreadable' }],
  ['12', { kind: 'unreadable' }],
  ['99999', { kind: 'unreadable' }],
])('%j is %j', (text, reading) => {
  expect(readDate(text)).toEqual(reading)
})

test('every day is read from every usual spelling', () => {
  const days = fc.date({ min: new Date('2018-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom('/', '-', '.'), (moment, sign) => {
      const date = moment.toISOString().slice(0, 10)
      const [year = '', month = '', day = ''] = date.split('-')
      const spellings = [
        date,
        [day, month, year].join(sign),
        [Number(day), Number(month), year.slice(2)].join(sign),
        `ngày ${day} tháng ${month} năm ${year}`,
        vietnameseDate(date),
      ]
      for (const text of spellings) expect(readDate(text)).toEqual({ kind: 'date', date })
    }),
  )
})

test.each([
  ['2022-03-12', 36, '2025-03-12'],
  ['2024-02-29', 36, '2027-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2022-12-31', 1, '2023-01-31'],
  ['2022-10-31', 1, '2022-11-30'],
])('%s and %i months is %s, month ends clamped', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected)
})
