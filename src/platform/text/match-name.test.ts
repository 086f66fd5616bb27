import { expect, test } from 'vitest'
import { distinctiveNameOf, matchNameOf, nameSimilarity } from './match-name.ts'

test('abbreviations of the same producer become the same name', () => {
  const written = matchNameOf('Hợp tác xã Nông nghiệp Thông Hòa')
  for (const spelling of ['HTX NN Thông Hòa', 'HTXNN Thông Hoà', 'H.T.X. nông nghiệp THÔNG HÒA', 'htx nn thong hoa'])
    expect(matchNameOf(spelling)).toBe(written)
})

test('company forms are written out and "và" and "&" do not matter', () => {
  const written = matchNameOf('Công ty Trách nhiệm hữu hạn Một thành viên Thương mại và Dịch vụ Seagull')
  for (const spelling of [
    'Cty TNHH MTV TM DV Seagull',
    'C.ty T.N.H.H MTV TM&DV "Seagull"',
    'CÔNG TY TNHH 1TV TM-DV SEAGULL',
  ])
    expect(matchNameOf(spelling)).toBe(written)
  expect(matchNameOf('CTCP Chè Shan')).toBe(matchNameOf('Công ty Cổ phần Chè Shan'))
  expect(matchNameOf('HKD Lê Thị B')).toBe('ho kinh doanh le thi b')
})

test('composed and decomposed Unicode give the same name', () => {
  expect(matchNameOf('Hộ kinh doanh Đỗ'.normalize('NFD'))).toBe(matchNameOf('Hộ kinh doanh Đỗ'))
})

test('a shared legal form does not make two producers alike', () => {
  const [one, other] = [matchNameOf('HTX nông nghiệp An Phú'), matchNameOf('HTX nông nghiệp Bình Minh')]
  expect(distinctiveNameOf(one)).toBe('an phu')
  expect(nameSimilarity(one, other)).toBeLessThan(0.2)
})

test('a slip of the pen stays alike, and a name of common words only is compared whole', () => {
  expect(nameSimilarity(matchNameOf('Công ty TNHH Seagull'), matchNameOf('Cty TNHH Seagul'))).toBeGreaterThan(0.6)
  expect(distinctiveNameOf('hop tac xa nong nghiep')).toBe('hop tac xa nong nghiep')
  expect(nameSimilarity('', '')).toBe(1)
  expect(nameSimilarity('', 'an phu')).toBe(0)
})
