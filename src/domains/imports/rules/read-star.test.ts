import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStar } from './read-star.ts'

const threes = [
  '3',
  '3.0',
  '3,0',
  '03',
  '3.00',
  ' 3 ',
  '3*',
  '3 *',
  '***',
  '* * *',
  '★★★',
  '⭐⭐⭐',
  '☆☆☆',
  '3★',
  '3 ⭐',
  '3 sao',
  '3sao',
  '3 SAO',
  '3 Sao',
  '03 sao',
  '3  sao',
  'ba sao',
  'Ba Sao',
  'BA SAO',
  'ba ngôi sao',
  'hạng 3 sao',
  'Hạng 3',
  'hạng ba',
  'Hạng sao: 3',
  'OCOP 3 sao',
  'OCOP 3 sao cấp tỉnh',
  'Đạt 3 sao',
  'đạt hạng 3 sao',
  'Đạt OCOP 3 sao',
  '3 sao cấp huyện',
  'Sản phẩm OCOP 3 sao',
  '3 sao OCOP',
  'xếp hạng 3 sao',
  'III',
  'hạng III',
  'III sao',
  '(3 sao)',
  '3 sao.',
  '3-sao',
  '3_sao',
  '３ sao',
  '3 stars',
  'three stars',
  '3-star',
  '3 sao (2022)',
  '3 sao năm 2023',
  '3 sao (65 điểm)',
  '3 sao - 65,5 điểm',
  '3 sao, QĐ 123/QĐ-UBND',
  '3 sao ngày 12/3/2022',
  'công nhận 3 sao',
  '3 sao'.normalize('NFD'),
  'hang 3 sao',
  '3 sao cấp tỉnh đợt 1 năm 2024',
  'Sao: 3',
  '3 sao\n(đợt 2)',
  'giữ hạng 3 sao',
]

test.each(threes)('%j is three stars', (text) => {
  expect(readStar(text)).toEqual({ kind: 'star', star: 3 })
})

test.each([
  ['4 sao', 4],
  ['OCOP 4 sao cấp tỉnh', 4],
  ['bốn sao', 4],
  ['IV', 4],
  ['5 sao cấp quốc gia', 5],
  ['năm sao', 5],
  ['*****', 5],
  ['V', 5],
  ['OCOP quốc gia 5 sao', 5],
  ['tư sao', 4],
])('%j is %i stars', (text, star) => {
  expect(readStar(text)).toEqual({ kind: 'star', star })
})

test.each([
  ['tiềm năng 5 sao', 5],
  ['Tiềm năng 5*', 5],
  ['đề xuất 4 sao', 4],
  ['dự kiến 3 sao', 3],
  ['phấn đấu 4 sao', 4],
  ['đề nghị công nhận 5 sao', 5],
  ['đăng ký 3 sao', 3],
  ['5 sao (tiềm năng)', 5],
  ['trình Trung ương 5 sao', 5],
  ['potential 5 stars', 5],
])('%j is a wish, not a star', (text, star) => {
  expect(readStar(text)).toEqual({ kind: 'proposal', star })
})

test.each([
  '3-4 sao',
  '3/4',
  '3 hoặc 4 sao',
  '3, 4 sao',
  '3 – 4',
  'từ 3 lên 4 sao',
  '3 sao/4 sao',
  '3-4',
  '3 sao, tiềm năng 4 sao',
  '3 sao nâng hạng 4 sao',
  '3 sao?',
  'thu hồi 3 sao',
  '4 sao xuống 3 sao',
  'ba sao hoặc bốn sao',
])('%j needs a person', (text) => {
  expect(readStar(text).kind).toBe('needs-person')
})

test.each([
  '',
  '  ',
  '\u00a0',
  '0',
  '0 sao',
  '-',
  '–',
  'không đạt',
  'Không đạt 3 sao',
  'chưa',
  'Chưa đạt',
  'chưa công nhận',
  'chưa xếp hạng',
  'x',
  '0.0',
  'N/A',
  'không',
])('%j is not recognised', (text) => {
  expect(readStar(text).kind).toBe('not-recognised')
})

test.each(['1', '2 sao', 'hạng 2', 'một sao', '**', 'II'])('%j has no decision behind it', (text) => {
  expect(readStar(text)).toEqual({ kind: 'not-recognised', reason: 'below-three' })
})

test.each(['6', '10 sao', 'sáu mươi', 'vàng', '33', '******', 'Huy chương', '3000'])('%j is a problem', (text) => {
  expect(readStar(text).kind).toBe('problem')
})

describe('whatever the cell holds', () => {
  test('an answer comes, and a star only where its digit, word or sign is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const reading = readStar(text)
        const plain = text.normalize('NFKC')
        if (reading.kind === 'star')
          expect(/[3-5]|ba|b[oố]n|t[uư]|n[aă]m|three|four|five|i|v|[*★☆⭐✩✪✫✬✭✮✯✰🌟∗✱✶＊]/iu.test(plain)).toBe(true)
      }),
    )
  })
  test('case, accents, spaces and normal form do not change a spelling', () => {
    const change = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD'),
      (text: string) => `  ${text}\u00a0`,
      (text: string) => text.replaceAll(' ', '  '),
      (text: string) => `OCOP ${text}`,
    )
    fc.assert(
      fc.property(
        fc.constantFrom('3 sao', 'hạng 3 sao', 'ba sao', 'Đạt 3 sao'),
        fc.array(change, { maxLength: 3 }),
        (text, changes) => {
          expect(readStar(changes.reduce<string>((result, one) => one(result), text))).toEqual({
            kind: 'star',
            star: 3,
          })
        },
      ),
    )
  })
})
