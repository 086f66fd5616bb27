import { expect, test } from 'vitest'
import { chosenProvince, provinceFields } from './province-fields.ts'

test('a present and a former province of the same code stay apart', () => {
  expect(provinceFields('86')).toEqual({ provinceCode: '86' })
  expect(provinceFields('former 84')).toEqual({ formerProvinceCode: '84' })
  expect(provinceFields('')).toEqual({})
})

test('a batch shows the province that was chosen for it', () => {
  expect(chosenProvince({ provinceCode: '86', formerProvinceCode: '84' })).toBe('former 84')
  expect(chosenProvince({ provinceCode: '68', formerProvinceCode: null })).toBe('68')
  expect(chosenProvince({ provinceCode: null, formerProvinceCode: null })).toBe('')
})
