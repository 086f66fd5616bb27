import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalCode, foldCode, isGtinValid, isVietnamesePrefix, readLegalCode, writeGtin } from './rules.ts'

test('GTINs of 8, 12, 13 and 14 digits pass with the right check digit only', () => {
  for (const gtin of ['96385074', '036000291452', '8934563138165', '4006381333931', '10614141000415'])
    expect(isGtinValid(gtin), gtin).toBe(true)
  for (const gtin of ['8934563138164', '893456313816', '123', '', '89345631381650000'])
    expect(isGtinValid(gtin), gtin).toBe(false)
})

test('exactly one check digit is right', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (body) => {
      expect([...'0123456789'].filter((digit) => isGtinValid(body + digit))).toHaveLength(1)
    }),
  )
})

test('893 is Vietnam’s prefix, behind the packaging digit too', () => {
  expect(isVietnamesePrefix('8934563138165')).toBe(true)
  expect(isVietnamesePrefix('18934563138162')).toBe(true)
  expect(isVietnamesePrefix('4006381333931')).toBe(false)
  expect(isVietnamesePrefix('893456313816')).toBe(false)
  expect(writeGtin('893 4563-138165')).toBe('8934563138165')
})

test('a legal code is read in every usual spelling', () => {
  const fourPart = { code: '68-24985-12-2026', kind: 'four-part' }
  for (const written of [
    '68-24985-12-2026',
    ' 68 / 24985 / 012 / 26 ',
    'OCOP: 68.24985.12.2026',
    '68 – 24985 – 12 – 2026',
  ])
    expect(readLegalCode(written), written).toEqual(fourPart)
  expect(readLegalCode('83-829-28780-3-2022')).toEqual({ code: '83-829-28780-3-2022', kind: 'five-part' })
  expect(readLegalCode('1-4-1234-1-2021')).toEqual({ code: '01-004-01234-1-2021', kind: 'five-part' })
})

test('what is not a legal code is none', () => {
  for (const written of [
    '',
    '68-24985-2026',
    '68-24985-0-2026',
    '68-24985-1-1999',
    '68-249851-1-2026',
    '68-24985-x-2026',
  ])
    expect(readLegalCode(written), written).toBeNull()
})

test('a certificate’s number is found whatever its separators, case and accents', () => {
  expect(foldCode('12/GCN - OCOP')).toBe('12-GCN-OCOP')
  expect(foldCode('12 gcn.ocop')).toBe('12-GCN-OCOP')
  expect(foldCode('05/QĐ-UBND')).toBe('05-QD-UBND')
  expect(canonicalCode('12/GCN-OCOP')).toEqual({ code: '12-GCN-OCOP', kind: 'other' })
})
