import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPrice } from './read-price.ts'

test.each([
  ['250.000đ', 250_000, 250_000, undefined],
  ['250000.00', 250_000, 250_000, undefined],
  ['250000', 250_000, 250_000, undefined],
  ['250,000', 250_000, 250_000, undefined],
  ['250 000', 250_000, 250_000, undefined],
  ['1.250.000,50', 1_250_000.5, 1_250_000.5, undefined],
  ['12000000.00', 12_000_000, 12_000_000, undefined],
  ['250.000 VNĐ', 250_000, 250_000, undefined],
  ['250.000 đồng', 250_000, 250_000, undefined],
  ['250.000₫', 250_000, 250_000, undefined],
  ['250.000 - 300.000 đồng/kg', 250_000, 300_000, 'kg'],
  ['250.000đ - 300.000đ', 250_000, 300_000, undefined],
  ['từ 250.000 đến 300.000 đ/hộp 500g', 250_000, 300_000, 'hộp 500g'],
  ['45k', 45_000, 45_000, undefined],
  ['45K/gói', 45_000, 45_000, 'gói'],
  ['45 nghìn đồng', 45_000, 45_000, undefined],
  ['45 ngàn', 45_000, 45_000, undefined],
  ['1,2 triệu', 1_200_000, 1_200_000, undefined],
  ['1.2 triệu đồng/bộ', 1_200_000, 1_200_000, 'bộ'],
  ['1tr2', 1_200_000, 1_200_000, undefined],
  ['1 - 2 triệu', 1_000_000, 2_000_000, undefined],
  ['Giá: 80.000đ/Chai', 80_000, 80_000, 'Chai'],
  ['50.000/kg', 50_000, 50_000, 'kg'],
  ['300.000 - 250.000', 250_000, 300_000, undefined],
])('%j is %d to %d đồng', (text, min, max, unit) => {
  expect(readPrice(text)).toEqual({
    kind: 'price',
    min,
    max,
    ...(unit && { unit }),
    currency: 'VND',
    looksLikeThousands: false,
  })
})

test('a price below 1,000 đồng is asked about', () => {
  expect(readPrice('250')).toMatchObject({ min: 250, looksLikeThousands: true })
})

test.each([
  ['', 'blank'],
  ['-', 'blank'],
  ['Liên hệ', 'on-request'],
  ['thỏa thuận', 'on-request'],
  ['10 USD', 'unreadable'],
  ['$10', 'unreadable'],
  ['rẻ', 'unreadable'],
  ['250.000 - ', 'unreadable'],
  ['2 con 50.000', 'unreadable'],
])('%j is %s', (text, kind) => {
  expect(readPrice(text).kind).toBe(kind)
})

test('any whole price is read from its Vietnamese, English and plain spelling', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (price) => {
      const english = price.toLocaleString('en-US')
      for (const text of [
        String(price),
        english,
        english.replaceAll(',', '.'),
        `${price}.00`,
        `${english.replaceAll(',', '.')} đồng`,
        `${english.replaceAll(',', '.')}đ/kg`,
      ]) {
        expect(readPrice(text)).toMatchObject({ kind: 'price', min: price, max: price })
      }
    }),
  )
})
