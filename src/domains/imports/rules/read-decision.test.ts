import { describe, expect, test } from 'vitest'
import { readDecision } from './read-decision.ts'

test.each([
  '2008/QĐ-UBND',
  '2008/QD-UBND',
  '2008 /QĐ - UBND',
  '2008/QĐ–UBND',
  'Số 2008/QĐ-UBND',
  'QĐ số 2008/QĐ-UBND',
  'Quyết định số: 2008/QĐ-UBND',
  '2008/qđ-ubnd',
  '2008/QĐ.UBND',
  '2008-QĐ/UBND',
  '2008/QĐ UBND',
  '2008/QÐ-UBND',
  'số 2008/QĐ-UBND'.normalize('NFD'),
])('%j is decision 2008/QĐ-UBND', (text) => {
  expect(readDecision(text)).toMatchObject({ kind: 'decision', decision: { number: '2008/QĐ-UBND', isComplete: true } })
})

test('a full citation gives number, date and authority', () => {
  expect(readDecision('Quyết định số 2008/QĐ-UBND ngày 12/3/2022 của UBND tỉnh Lâm Đồng')).toEqual({
    kind: 'decision',
    decision: { number: '2008/QĐ-UBND', isComplete: true, date: '2022-03-12', authority: 'UBND tỉnh Lâm Đồng' },
  })
  expect(
    readDecision('QĐ số 15/QĐ-UBND ngày 5 tháng 1 năm 2023 của Chủ tịch UBND huyện Cầu Kè về việc công nhận'),
  ).toMatchObject({
    decision: { date: '2023-01-05', authority: 'Chủ tịch UBND huyện Cầu Kè' },
  })
})

describe('other numbers', () => {
  test('the year within the number', () => {
    expect(readDecision('26/2026/QĐ-TTg')).toMatchObject({ decision: { number: '26/2026/QĐ-TTg', yearInNumber: 2026 } })
  })
  test('issuers of more than one part', () => {
    expect(readDecision('1162/QĐ-VPĐP-OCOP')).toMatchObject({ decision: { number: '1162/QĐ-VPĐP-OCOP' } })
    expect(readDecision('3324/QĐ-BNN-VPĐP')).toMatchObject({ decision: { number: '3324/QĐ-BNN-VPĐP' } })
    expect(readDecision('148/QĐ-TTG')).toMatchObject({ decision: { number: '148/QĐ-TTg' } })
  })
  test('a bare number is kept, and said to be incomplete', () => {
    expect(readDecision('QĐ số 2008 ngày 12/3/2022')).toEqual({
      kind: 'decision',
      decision: { number: '2008', isComplete: false, date: '2022-03-12' },
    })
    expect(readDecision('2008')).toMatchObject({ decision: { number: '2008', isComplete: false } })
  })
  test('two decisions in one cell are shown, not chosen from', () => {
    const reading = readDecision('123/QĐ-UBND ngày 1/2/2020; 456/QĐ-UBND ngày 3/4/2023')
    expect(reading).toMatchObject({
      kind: 'several',
      decisions: [{ number: '123/QĐ-UBND' }, { number: '456/QĐ-UBND' }],
    })
  })
  test('the same decision cited twice is one', () => {
    expect(readDecision('123/QĐ-UBND (123/QD-UBND)').kind).toBe('decision')
  })
  test.each([
    ['', 'blank'],
    ['-', 'blank'],
    ['theo văn bản', 'unreadable'],
    ['công nhận', 'unreadable'],
  ])('%j is %s', (text, kind) => {
    expect(readDecision(text).kind).toBe(kind)
  })
})
