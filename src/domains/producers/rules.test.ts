import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { isTaxNumberValid, producerKinds, writeTaxNumber } from './rules.ts'

test('real tax numbers of ten and 10-3 digits pass, a wrong digit does not', () => {
  for (const taxNumber of ['0100109106', '0300588569', '0301442379', '0100109106-001'])
    expect(isTaxNumberValid(taxNumber), taxNumber).toBe(true)
  for (const taxNumber of ['0100109107', '0300588568', '0100109107-001', '010010910', '01001091066', 'abcdefghij'])
    expect(isTaxNumberValid(taxNumber), taxNumber).toBe(false)
})

test('a personal identity number of twelve digits is a tax code without a check digit', () => {
  expect(isTaxNumberValid('068123456789')).toBe(true)
})

test('a remainder of zero leaves no check digit, so no number of ten digits with those nine is right', () => {
  const body = '000000000'
  for (let digit = 0; digit < 10; digit++) expect(isTaxNumberValid(`${body}${digit}`)).toBe(false)
})

test('at most one last digit is right', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9}$/), (body) => {
      const right = [...'0123456789'].filter((digit) => isTaxNumberValid(body + digit))
      expect(right.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('spaces, dots and a missing hyphen do not matter', () => {
  expect(writeTaxNumber(' 0100 109 106 ')).toBe('0100109106')
  expect(writeTaxNumber('0100109106001')).toBe('0100109106-001')
  expect(writeTaxNumber('0100109106 – 001')).toBe('0100109106-001')
  expect(writeTaxNumber('42a8001234')).toBe('42A8001234')
})

test('the kinds in the code are those in the database', async () => {
  const { db } = await testDatabase()
  const rows = await db.selectFrom('producers.kind').select(['code']).orderBy('position').execute()
  expect(rows.map((row) => row.code)).toEqual([...producerKinds])
})
