import { expect, test } from 'vitest'
import { ancestorsOn, type Level, termOn, type Unit, unitsOn } from './rules.ts'
import {
  belongsTo,
  oldProvinceOf,
  oldProvincesOf,
  predecessorsOf,
  presentCommunesOf,
  presentPlaceOf,
  presentProvinceOf,
  provinceKeysOf,
  successorsOf,
} from './succession.ts'
import { aGazetteer, aUnit } from './testing.ts'

const gazetteer = await aGazetteer()
const all = [...gazetteer.units.values()]
const oldCommunes = all.filter((unit) => unit.scheme === '2004-2025' && unit.level === 'commune')
const presentCommunes = all.filter((unit) => unit.scheme === '2025-' && unit.level === 'commune')
const old = (code: string): Unit => aUnit(gazetteer, '2004-2025', code)
const present = (code: string): Unit => aUnit(gazetteer, '2025-', code)

function countsOn(day: string) {
  const of = (level: Level) => unitsOn(gazetteer, level, day)
  const typed = (level: Level, type: string) => of(level).filter(({ term }) => term.type === type).length
  return {
    provinces: of('province').length,
    cities: typed('province', 'Thành phố trực thuộc trung ương'),
    districts: of('district').length,
    communes: of('commune').length,
    types: [
      typed('commune', 'Xã'),
      typed('commune', 'Phường'),
      typed('commune', 'Thị trấn'),
      typed('commune', 'Đặc khu'),
    ],
  }
}

test.each([
  ['2025-06-30', { provinces: 63, cities: 6, districts: 696, communes: 10_035, types: [7_692, 1_726, 617, 0] }],
  ['2025-07-01', { provinces: 34, cities: 6, districts: 0, communes: 3_321, types: [2_621, 687, 0, 13] }],
  ['2026-04-29', { provinces: 34, cities: 6, districts: 0, communes: 3_321, types: [2_621, 687, 0, 13] }],
  ['2026-04-30', { provinces: 34, cities: 7, districts: 0, communes: 3_321, types: [2_611, 697, 0, 13] }],
  ['2026-09-01', { provinces: 34, cities: 8, districts: 0, communes: 3_321, types: [2_611, 697, 0, 13] }],
  ['2026-09-20', { provinces: 34, cities: 9, districts: 0, communes: 3_321, types: [2_599, 709, 0, 13] }],
])('the units in force on %s are as many as the law says', (day, expected) => {
  expect(countsOn(day)).toEqual(expected)
})

test('a unit has the rank of its day: Đồng Nai is a city since 30/04/2026', () => {
  expect(termOn(present('75'), '2026-04-29')?.fullName).toBe('Tỉnh Đồng Nai')
  expect(termOn(present('75'), '2026-04-30')?.fullName).toBe('Thành phố Đồng Nai')
})

test('a unit does not exist before it was made nor after it was abolished', () => {
  expect(termOn(present('24985'), '2025-06-30')).toBeNull()
  expect(termOn(old('24985'), '2025-07-01')).toBeNull()
  expect(termOn(old('24985'), '2019-01-01')?.fullName).toBe('Xã Ninh Gia')
})

test('the units above are district and province in the old scheme, the province alone in the new', () => {
  expect(ancestorsOn(old('24985'), '2020-01-01').map(({ term }) => term.fullName)).toEqual([
    'Huyện Đức Trọng',
    'Tỉnh Lâm Đồng',
  ])
  expect(ancestorsOn(present('24985'), '2026-01-01').map(({ term }) => term.fullName)).toEqual(['Tỉnh Lâm Đồng'])
})

test('one code means two different units in the two schemes', () => {
  expect(old('00004').fullName).toBe('Phường Trúc Bạch')
  expect(present('00004').fullName).toBe('Phường Ba Đình')
})

test('every old commune has a successor, and every present commune a predecessor', () => {
  expect(oldCommunes.filter((unit) => successorsOf(gazetteer, unit).length === 0)).toEqual([])
  expect(presentCommunes.filter((unit) => predecessorsOf(gazetteer, unit).length === 0)).toEqual([])
})

test('441 old communes were divided and stay undecided; 59 of them have a successor that took all the people', () => {
  const places = oldCommunes
    .map((unit) => presentPlaceOf(gazetteer, unit))
    .filter((place) => place.state === 'undecided')
  expect(places).toHaveLength(441)
  expect(places.filter((place) => place.suggested !== null)).toHaveLength(59)
  expect(places.every((place) => place.candidates.length > 1)).toBe(true)
})

test('what became of a district is what became of its communes', () => {
  const place = presentPlaceOf(gazetteer, old('678'))
  expect(place.state).toBe('undecided')
  expect(place.province.name).toBe('Lâm Đồng')
  const communes = presentCommunesOf(gazetteer, old('678'))
  expect(communes.map((unit) => unit.name)).toContain('Đức Trọng')
  expect(communes.every((unit) => unit.province.code === '68')).toBe(true)
})

test('an island district without communes became one special zone', () => {
  const place = presentPlaceOf(gazetteer, old('498'))
  expect(place.state === 'decided' && place.commune.fullName).toBe('Đặc khu Hoàng Sa')
})

test('new Lâm Đồng holds what was recorded in old Lâm Đồng, Đắk Nông and Bình Thuận', () => {
  expect(oldProvincesOf(gazetteer, present('68')).map((unit) => unit.name)).toEqual([
    'Bình Thuận',
    'Đắk Nông',
    'Lâm Đồng',
  ])
  expect(provinceKeysOf(gazetteer, present('68'))).toEqual([
    { scheme: '2025-', code: '68' },
    { scheme: '2004-2025', code: '60' },
    { scheme: '2004-2025', code: '67' },
    { scheme: '2004-2025', code: '68' },
  ])
  expect(belongsTo(gazetteer, old('24736'), present('68'))).toBe(true)
  expect(belongsTo(gazetteer, old('00004'), present('68'))).toBe(false)
})

test('every present commune lies in exactly one old province, so a record without an old address can be grouped by the 63', () => {
  expect(presentCommunes.filter((unit) => oldProvinceOf(gazetteer, unit) === null)).toEqual([])
  expect(oldProvinceOf(gazetteer, present('24736'))?.name).toBe('Đắk Nông')
  expect(oldProvinceOf(gazetteer, present('68'))).toBeNull()
})

test('every successor of a commune lies in the successor of its province', () => {
  const strays = oldCommunes.filter((unit) =>
    successorsOf(gazetteer, unit).some((next) => next.unit.province !== presentProvinceOf(gazetteer, unit)),
  )
  expect(strays).toEqual([])
})

test('grouped by the 34 or by the 63, each old commune is counted once', () => {
  const by34 = Map.groupBy(oldCommunes, (unit) => presentProvinceOf(gazetteer, unit).code)
  const by63 = Map.groupBy(oldCommunes, (unit) => oldProvinceOf(gazetteer, unit)?.code)
  const sum = (groups: Map<unknown, unknown[]>) =>
    [...groups.values()].reduce((total, group) => total + group.length, 0)
  expect([by34.size, by63.size]).toEqual([34, 63])
  expect([sum(by34), sum(by63)]).toEqual([10_035, 10_035])
  for (const province of gazetteer.provinces.present) {
    const parts = oldProvincesOf(gazetteer, province).map((part) => by63.get(part.code)?.length ?? 0)
    expect(by34.get(province.code)?.length).toBe(parts.reduce((total, count) => total + count, 0))
  }
})
