import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPublicId, readPublicId } from './public-id.ts'

const seeded = (seeds: number[]) => {
  let index = 0
  return (below: number) => (seeds[index++ % seeds.length] ?? 0) % below
}

test('an identifier is read back as people type it: lower case, spaced, O for 0, I or L for 1', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (seeds) => {
      const id = newPublicId(seeded(seeds))
      const typed = `${id.slice(0, 4)}-${id.slice(4)}`.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readPublicId(typed)).toBe(id)
    }),
  )
})

test('one mistyped character is noticed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
      fc.nat(6),
      fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXY'),
      (seeds, at, wrong) => {
        const id = newPublicId(seeded(seeds))
        fc.pre(id[at] !== wrong && id[at] !== 'Z')
        expect(readPublicId(id.slice(0, at) + wrong + id.slice(at + 1))).toBeNull()
      },
    ),
  )
})

test('what is not an identifier is not taken for one', () => {
  expect(readPublicId('')).toBeNull()
  expect(readPublicId('cà phê')).toBeNull()
  expect(readPublicId('68-24988-1-2026')).toBeNull()
})
