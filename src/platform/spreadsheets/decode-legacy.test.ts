import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeLegacy, encodingOfMany } from './decode-legacy.ts'
import { tcvn3Letters, vniPairs, vniSingles } from './legacy-tables.ts'
import { isVietnameseSyllable } from './vietnamese-syllables.ts'

const sentence =
  'danh sách sản phẩm được công nhận hạng sao của các chủ thể hợp tác xã nông nghiệp hộ kinh doanh cơ sở sản xuất huyện xã phường thị trấn đường bánh tráng mật ong rừng nước mắm cá cơm chè cà phê hữu cơ gạo nếp cái hoa vàng rượu bưởi da xanh dừa sáp thủ công mỹ nghệ du lịch cộng đồng quyết định ngày tháng năm ủy ban nhân dân tỉnh giấy chứng nhận khoai lang ruốc giò lụa tương ớt tỏi đen ngũ cốc nghệ quỳnh khuyến khuya ngoằn thuở yến trứng gà nướng muối ghẹ hũ kỹ vẽ lẫn mẫu'
const words = [...new Set(sentence.split(' '))]
const phrases = fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 12 }).map((list) => list.join(' '))

function encoderOf(table: Iterable<[string, string]>): (text: string) => string {
  const signs = new Map([...table].map(([sign, letter]) => [letter, sign]))
  return (text) => Array.from(text, (letter) => signs.get(letter) ?? letter).join('')
}
const toTcvn3 = encoderOf(tcvn3Letters)
const toVni = encoderOf([...vniSingles, ...vniPairs])
const isToned = (text: string) => /[\u0100-\uffff]/.test(text)

describe('what was typed in TCVN3 or VNI comes back exactly', () => {
  test('TCVN3', () => {
    fc.assert(
      fc.property(phrases, (text) => {
        fc.pre(isToned(text))
        expect(decodeLegacy(toTcvn3(text), { fileEncoding: 'tcvn3' })).toEqual({ text, encoding: 'tcvn3' })
      }),
      { numRuns: 300 },
    )
  })
  test('VNI, small and capital', () => {
    fc.assert(
      fc.property(phrases, fc.boolean(), (small, isCapital) => {
        fc.pre(isToned(small))
        const text = isCapital ? small.toUpperCase() : small
        expect(decodeLegacy(toVni(text), { fileEncoding: 'vni' })).toEqual({ text, encoding: 'vni' })
      }),
      { numRuns: 300 },
    )
  })
  test('without any hint, a phrase of six or more words is told apart', () => {
    const long = fc
      .uniqueArray(fc.constantFrom(...words.filter(isToned)), { minLength: 6, maxLength: 12 })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(long, (text) => {
        expect(decodeLegacy(toTcvn3(text))).toEqual({ text, encoding: 'tcvn3' })
        expect(decodeLegacy(toVni(text))).toEqual({ text, encoding: 'vni' })
      }),
      { numRuns: 300 },
    )
  })
  test('every letter has its sign', () => {
    expect(tcvn3Letters.size).toBe(74)
    const small = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ'
    for (const letter of small) {
      expect([...tcvn3Letters.values()]).toContain(letter)
      expect([...vniPairs.values(), ...vniSingles.values()]).toContain(letter)
      expect([...vniPairs.values(), ...vniSingles.values()]).toContain(letter.toUpperCase())
    }
  })
})

describe('what is not legacy is never touched', () => {
  test('Unicode Vietnamese, in any case and normal form', () => {
    fc.assert(
      fc.property(phrases, fc.constantFrom('NFC', 'NFD'), (text, form) => {
        expect(decodeLegacy(text.normalize(form))).toEqual({ text, encoding: 'unicode' })
        expect(decodeLegacy(text.toUpperCase().normalize(form)).encoding).toBe('unicode')
      }),
    )
  })
  test('a single Unicode word, even one that Latin-1 can write', () => {
    for (const word of words) expect(decodeLegacy(word)).toEqual({ text: word, encoding: 'unicode' })
  })
  test('ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(decodeLegacy(text).text).toBe(text)
      }),
    )
  })
  test.each([
    'Café crème brûlée',
    'Où est la boulangerie ?',
    'Château Dalat',
    'Thé vert',
    'Pâté de foie',
    'crème fraîche',
    'L’hôtel est fermé',
    'São Paulo',
    'El Niño',
    'mañana',
    'Müller Straße',
    'Søren',
    'naïve',
    'Nestlé',
    'Noël',
    'déjà vu',
    'Coca-Cola®',
    '© 2024',
    '25 °C',
    '500 g ± 5',
    '5µm',
    '½ kg',
    'A · B',
    '«Mộc»',
    'm²',
    'Bún',
    'Bánh',
    'Trà',
    'chè',
    'Hà',
    '¥ 500',
    'goût',
    'maïs',
    'bûche',
    '§ 12',
    'AÑO',
    'NIÑO',
  ])('%s', (text) => {
    expect(decodeLegacy(text)).toEqual({ text, encoding: 'unicode' })
  })
})

test.each([
  ['Hîp t¸c x·', 'Hợp tác xã'],
  ['HîP T¸C X·', 'HỢP TÁC XÃ'],
  ['Chñ thÓ', 'Chủ thể'],
  ['Hôïp taùc xaõ', 'Hợp tác xã'],
  ['HÔÏP TAÙC XAÕ', 'HỢP TÁC XÃ'],
  ['Ñaø Laït', 'Đà Lạt'],
  ['12/Q§-UBND', '12/QĐ-UBND'],
  ['12/QÑ-UBND', '12/QĐ-UBND'],
  ['§µ L¹t', 'Đà Lạt'],
  ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
])('%s is %s', (typed, meant) => {
  expect(decodeLegacy(typed).text).toBe(meant)
})

test('a file is of one encoding only when most of its texts are', () => {
  expect(encodingOfMany(['Hîp t¸c x·', 'Chñ thÓ', 'abc'])).toBe('tcvn3')
  expect(encodingOfMany(['Hợp tác xã', 'Chủ thể', 'Hîp t¸c x·'])).toBeUndefined()
  expect(encodingOfMany(['abc', '123'])).toBeUndefined()
})

test('syllables follow the rules of spelling', () => {
  for (const word of words) expect(isVietnameseSyllable(word), word).toBe(true)
  for (const word of ['gì', 'giết', 'quýt', 'quốc', 'nghiêng', 'Huỳnh', 'HOÀ', 'hòa', 'ơi', 'uống', 'yêu'])
    expect(isVietnameseSyllable(word), word).toBe(true)
  for (const word of ['bàk', 'cạfe', 'mặc cả', 'goủt', 'đz', 'crốme', 'tổt', 'ằ'])
    expect(isVietnameseSyllable(word), word).toBe(false)
})
