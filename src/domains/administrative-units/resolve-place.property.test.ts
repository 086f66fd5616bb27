import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../platform/text/fold.ts'
import { resolvePlace } from './resolve-place.ts'
import { ancestorsOf, type Unit } from './rules.ts'
import { presentProvinceOf } from './succession.ts'
import { aGazetteer } from './testing.ts'

const gazetteer = await aGazetteer()
const communes = [...gazetteer.units.values()].filter((unit) => unit.level === 'commune')
const oldCommunes = communes.filter((unit) => unit.scheme === '2004-2025')
const keyOf = (unit: Unit | undefined): string => (unit === undefined ? 'none' : `${unit.scheme}/${unit.code}`)
const lineOf = (unit: Unit): Unit[] => [unit, ...ancestorsOf(unit)]

const shortTypes: readonly (readonly [RegExp, string])[] = [
  [/^Thị trấn /, 'TT. '],
  [/^Thị xã /, 'Tx. '],
  [/^Thành phố /, 'TP.'],
  [/^Huyện /, 'H. '],
  [/^Quận /, 'Q. '],
  [/^Phường /, 'P. '],
  [/^Xã /, 'X. '],
  [/^Tỉnh /, 'T. '],
]
const abbreviate = (name: string): string => shortTypes.reduce((text, [long, short]) => text.replace(long, short), name)
const curl = (text: string): string => text.replaceAll("'", '’')
const otherTone = (text: string): string =>
  text.replaceAll('òa', 'oà').replaceAll('ủy', 'uỷ').replaceAll('ọa', 'oạ').replaceAll('óa', 'oá')

const spellings = [
  (text: string) => text,
  (text: string) => text.normalize('NFD'),
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
  curl,
  otherTone,
] as const
const street = fc.constantFrom('', 'Số 12, ', 'Thôn 3, ', '45/7 đường Lê Lợi, ', 'Tổ 5 khu phố 2, ')

test('every old and present commune, written in full, is the one that is read', () => {
  const others = communes.filter((unit) => {
    const text = lineOf(unit)
      .map((one) => one.fullName)
      .join(', ')
    return resolvePlace(gazetteer, text).best?.unit !== unit
  })
  expect(others).toEqual([])
})

test('casing, NFD, tone placement, curly quotes, abbreviations and a street in front do not change what is read', () => {
  const unit = fc.constantFrom(...communes)
  fc.assert(
    fc.property(unit, fc.constantFrom(...spellings), fc.boolean(), street, (meant, spell, isShort, front) => {
      const names = lineOf(meant).map((one) => (isShort ? abbreviate(one.fullName) : one.fullName))
      const found = resolvePlace(gazetteer, spell(front + names.join(', ')))
      expect(keyOf(found.best?.unit)).toBe(keyOf(meant))
    }),
    { numRuns: 3_000 },
  )
})

test('without accents the commune meant is the best or at least among the candidates, and never another commune alone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...communes), (meant) => {
      const found = resolvePlace(
        gazetteer,
        fold(
          lineOf(meant)
            .map((one) => one.fullName)
            .join(', '),
        ),
      )
      expect(found.candidates.map(({ unit }) => keyOf(unit))).toContain(keyOf(meant))
      expect(found.best === null || found.best.unit === meant).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})

test('columns without type words find the commune or list it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...oldCommunes), (meant) => {
      const columns = { commune: meant.name, district: meant.parent?.name ?? '', province: meant.province.name }
      expect(resolvePlace(gazetteer, columns).candidates.map(({ unit }) => keyOf(unit))).toContain(keyOf(meant))
    }),
    { numRuns: 2_000 },
  )
})

test('whatever is read of an old address, its present province is right', () => {
  fc.assert(
    fc.property(fc.constantFrom(...oldCommunes), (meant) => {
      const found = resolvePlace(
        gazetteer,
        lineOf(meant)
          .map((one) => one.name)
          .join(', '),
      )
      expect(found.place?.province.code).toBe(presentProvinceOf(gazetteer, meant).code)
    }),
    { numRuns: 2_000 },
  )
})

test('a divided commune is undecided, whichever way it is written', () => {
  const divided = oldCommunes.filter(
    (unit) => (gazetteer.successions.get(`${unit.scheme}/${unit.code}`)?.length ?? 0) > 1,
  )
  for (const unit of divided) {
    const found = resolvePlace(
      gazetteer,
      lineOf(unit)
        .map((one) => one.fullName)
        .join(', '),
    )
    expect(found).toMatchObject({ best: { unit }, undecided: true })
  }
})

test('any text at all is answered, with confidences between 0 and 1 in falling order', () => {
  const word = fc.constantFrom(
    'xã',
    'P.',
    'TP',
    'huyện',
    ',',
    '-',
    'Tân',
    'Thành',
    'Lâm',
    'Đồng',
    'Hòa',
    'Bình',
    '9',
    "H'",
    '(',
    'TPHCM',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(' ')),
      ),
      (text) => {
        const confidences = resolvePlace(gazetteer, text).candidates.map(({ confidence }) => confidence)
        expect(confidences.every((confidence) => confidence > 0 && confidence <= 1)).toBe(true)
        expect(confidences).toEqual([...confidences].sort((left, right) => right - left))
      },
    ),
    { numRuns: 1_000 },
  )
})

test('a thousand addresses a second are read, also while the machine is busy', () => {
  const texts = oldCommunes
    .filter((_, index) => index % 3 === 0)
    .map((unit) =>
      lineOf(unit)
        .map((one) => one.fullName)
        .join(', '),
    )
  const start = performance.now()
  for (const text of texts) resolvePlace(gazetteer, text)
  expect(texts.length / ((performance.now() - start) / 1000)).toBeGreaterThan(1_000)
})
