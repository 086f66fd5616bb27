import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readGtin } from './read-gtin.ts'
import { readPhone } from './read-phone.ts'
import { hasCheckDigit, readTaxNumber } from './read-tax-number.ts'

/** A tax number with a right check digit from nine digits, or nothing where none exists. */
function taxNumber(nine: string): string | undefined {
  return Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(hasCheckDigit)
}

const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'))

describe('tax numbers', () => {
  test('published numbers of state bodies pass', () => {
    for (const number of ['0100109106', '0101243150', '0300588569', '0100112437'])
      expect(readTaxNumber(number)).toEqual({ kind: 'valid', taxNumber: number, form: '10' })
  })
  test('at most one check digit fits, and any other is wrong', () => {
    fc.assert(
      fc.property(nineDigits, fc.integer({ min: 1, max: 9 }), (nine, shift) => {
        const right = taxNumber(nine)
        fc.pre(right !== undefined)
        const wrong = `${nine}${(Number(right?.at(-1)) + shift) % 10}`
        expect(readTaxNumber(right ?? '').kind).toBe('valid')
        expect(readTaxNumber(wrong)).toEqual({ kind: 'wrong-check-digit', taxNumber: wrong })
      }),
    )
  })
  test('branches, spaces and labels', () => {
    expect(readTaxNumber('MST: 0100109106-001')).toEqual({ kind: 'valid', taxNumber: '0100109106-001', form: '10-3' })
    expect(readTaxNumber('0100109106001')).toMatchObject({ taxNumber: '0100109106-001' })
    expect(readTaxNumber('0100 109 106')).toMatchObject({ taxNumber: '0100109106' })
  })
  test('a first zero that a spreadsheet dropped is proposed, not put back', () => {
    expect(readTaxNumber('100109106')).toEqual({ kind: 'lost-zero', suggestion: '0100109106' })
    expect(readTaxNumber('79089012345')).toEqual({ kind: 'lost-zero', suggestion: '079089012345' })
  })
  test('identity numbers of twelve digits begin with a province', () => {
    expect(readTaxNumber('079089012345')).toMatchObject({ kind: 'valid', form: '12' })
    expect(readTaxNumber('999089012345').kind).toBe('unreadable')
  })
  test.each([
    ['', 'blank'],
    ['-', 'blank'],
    ['chưa có', 'unreadable'],
    ['12345', 'unreadable'],
  ])('%j is %s', (text, kind) => expect(readTaxNumber(text).kind).toBe(kind))
})

describe('barcodes', () => {
  test.each(['8934563138165', '8935049501503'])('%s is Vietnamese', (gtin) => {
    const checked = Array.from({ length: 10 }, (_, digit) => gtin.slice(0, -1) + digit).find(
      (one) => readGtin(one).kind === 'valid',
    )
    expect(readGtin(checked ?? '')).toMatchObject({ kind: 'valid', isVietnamese: true })
  })
  test('other prefixes and lengths pass with a note', () => {
    expect(readGtin('4006381333931')).toEqual({ kind: 'valid', gtin: '4006381333931', isVietnamese: false })
    expect(readGtin('036000291452')).toMatchObject({ kind: 'valid', isVietnamese: false })
    expect(readGtin('96385074')).toMatchObject({ kind: 'valid' })
  })
  test('one wrong digit never passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = Array.from('4006381333931', Number)
        const wrong = digits.map((digit, index) => (index === at ? (digit + shift) % 10 : digit)).join('')
        expect(readGtin(wrong)).toEqual({ kind: 'wrong-check-digit', gtin: wrong })
      }),
    )
  })
  test.each([
    ['', 'blank'],
    ['8.93E+12', 'unreadable'],
    ['không', 'unreadable'],
    ['123456789', 'unreadable'],
  ])('%j is %s', (text, kind) => expect(readGtin(text).kind).toBe(kind))
})

test.each([
  ['0912345678', ['0912345678'], false],
  ['0912.345.678', ['0912345678'], false],
  ['+84 912 345 678', ['0912345678'], false],
  ['84912345678', ['0912345678'], false],
  ['912345678', ['0912345678'], true],
  ['ĐT: 0263 3822 123', ['02633822123'], false],
  ['0912345678 / 0263.3822.123', ['0912345678', '02633822123'], false],
  ['0912345678; 0387654321', ['0912345678', '0387654321'], false],
  ['1900 1234', ['19001234'], false],
])('%j is %j', (text, phones, isRepaired) => {
  expect(readPhone(text)).toEqual({ kind: 'phones', phones, isRepaired })
})

test.each([
  ['', 'blank'],
  ['không có', 'unreadable'],
  ['12345', 'unreadable'],
  ['0912345678 / 123', 'unreadable'],
])('phone %j is %s', (text, kind) => expect(readPhone(text).kind).toBe(kind))
