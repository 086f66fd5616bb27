import { expect, test } from 'vitest'
import { type PlaceText, type ResolveOptions, resolvePlace } from './resolve-place.ts'
import { placeNameOf } from './rules.ts'
import { aGazetteer } from './testing.ts'

const gazetteer = await aGazetteer()

function read(text: PlaceText, options: ResolveOptions = {}) {
  const found = resolvePlace(gazetteer, text, options)
  const best = found.best
  const unit = best === null ? null : `${best.unit.scheme === '2025-' ? 'nay' : 'cũ'}: ${placeNameOf(best.unit)}`
  const today = found.place?.state === 'decided' ? found.place.commune.fullName : (found.place?.state ?? null)
  return { ...found, unit, today, confidence: best?.confidence ?? 0 }
}

test.each([
  ['xã Ninh Gia, tỉnh Lâm Đồng', 'nay: Xã Ninh Gia, Lâm Đồng', 'Xã Ninh Gia'],
  ['TT. Cầu Kè, H. Cầu Kè, Trà Vinh', 'cũ: Thị trấn Cầu Kè, Huyện Cầu Kè, Trà Vinh', 'Xã Cầu Kè'],
  ['TP.HCM', 'nay: Thành phố Hồ Chí Minh', 'province-only'],
  ['Tp Hồ Chí Minh', 'nay: Thành phố Hồ Chí Minh', 'province-only'],
  ['TPHCM', 'nay: Thành phố Hồ Chí Minh', 'province-only'],
  ['Sài Gòn', 'nay: Thành phố Hồ Chí Minh', 'province-only'],
  ['HN', 'nay: Thành phố Hà Nội', 'province-only'],
  ['BR-VT', 'cũ: Tỉnh Bà Rịa - Vũng Tàu', 'province-only'],
  ['TT-Huế', 'nay: Thành phố Huế', 'province-only'],
  ['Hòa Bình', 'cũ: Tỉnh Hoà Bình', 'province-only'],
  ['Đặc khu Phú Quốc', 'nay: Đặc khu Phú Quốc, An Giang', 'Đặc khu Phú Quốc'],
  ['TX. Tân Châu', 'cũ: Thị xã Tân Châu, An Giang', 'undecided'],
  ['P.9, TP Đà Lạt', 'cũ: Phường 9, Thành phố Đà Lạt, Lâm Đồng', 'Phường Lâm Viên - Đà Lạt'],
  ['P9 TP. Đà Lạt', 'cũ: Phường 9, Thành phố Đà Lạt, Lâm Đồng', 'Phường Lâm Viên - Đà Lạt'],
  ['Phường 09, thành phố Đà Lạt, Lâm Đồng', 'cũ: Phường 9, Thành phố Đà Lạt, Lâm Đồng', 'Phường Lâm Viên - Đà Lạt'],
  ['phường 9 đà lạt lâm đồng', 'cũ: Phường 9, Thành phố Đà Lạt, Lâm Đồng', 'Phường Lâm Viên - Đà Lạt'],
  ['xã Quảng Trực, huyện Tuy Đức, Đắk Nông', 'cũ: Xã Quảng Trực, Huyện Tuy Đức, Đắk Nông', 'Xã Quảng Trực'],
  ['X. Quảng Trực - H. Tuy Đức - T. Đăk Nông', 'cũ: Xã Quảng Trực, Huyện Tuy Đức, Đắk Nông', 'Xã Quảng Trực'],
  ['xã Đông Anh, Hà Nội', 'nay: Xã Đông Anh, Hà Nội', 'Xã Đông Anh'],
  ['phường Phan Thiết, Lâm Đồng', 'nay: Phường Phan Thiết, Lâm Đồng', 'Phường Phan Thiết'],
  ['123 Nguyễn Huệ, phường Bến Nghé, Quận 1, TPHCM', 'cũ: Phường Bến Nghé, Quận 1, Hồ Chí Minh', 'Phường Sài Gòn'],
  ['Số 5 Trần Phú, P. 3, Đà Lạt, Lâm Đồng', 'cũ: Phường 3, Thành phố Đà Lạt, Lâm Đồng', 'Phường Xuân Hương - Đà Lạt'],
  ['Thôn Đông Anh, xã Ninh Gia, Lâm Đồng', 'nay: Xã Ninh Gia, Lâm Đồng', 'Xã Ninh Gia'],
  [
    'Phường Xuân Hương - Đà Lạt, tỉnh Lâm Đồng',
    'nay: Phường Xuân Hương - Đà Lạt, Lâm Đồng',
    'Phường Xuân Hương - Đà Lạt',
  ],
  ['huyện đảo Phú Quý, Bình Thuận', 'cũ: Huyện Phú Quí, Bình Thuận', 'Đặc khu Phú Quý'],
  ['“Thị trấn Đạ M’ri”, huyện Đạ Huoai, Lâm Đồng', "cũ: Thị trấn Đạ M'ri, Huyện Đạ Huoai, Lâm Đồng", 'Xã Đạ Huoai 2'],
])('%s is read as %s, today %s', (text, unit, today) => {
  expect(read(text)).toMatchObject({ unit, today })
})

test('tone placement, missing accents, NFD, capitals and order make no difference', () => {
  const plain = read('xã Hòa Bắc, huyện Hòa Vang, Đà Nẵng')
  expect(plain.unit).toBe('cũ: Xã Hòa Bắc, Huyện Hòa Vang, Đà Nẵng')
  for (const written of [
    'xã Hoà Bắc, huyện Hoà Vang, Đà Nẵng',
    'xa Hoa Bac, huyen Hoa Vang, Da Nang',
    'XÃ HÒA BẮC, HUYỆN HÒA VANG, ĐÀ NẴNG',
    'xã Hòa Bắc, huyện Hòa Vang, Đà Nẵng'.normalize('NFD'),
    'xã Hòa Bắc huyện Hòa Vang thành phố Ðà Nẵng',
    'Đà Nẵng, huyện Hòa Vang, xã Hòa Bắc',
  ]) {
    expect(read(written).unit).toBe(plain.unit)
  }
})

test('a former commune is found through the one that took it in', () => {
  expect(read('phường Trung Phụng, quận Đống Đa, Hà Nội').unit).toBe('cũ: Phường Khâm Thiên, Quận Đống Đa, Hà Nội')
})

test('another official spelling is understood', () => {
  expect(read('thị trấn Nông trường Phong Hải, huyện Bảo Thắng, Lào Cai').unit).toBe(
    'cũ: Thị trấn N.T Phong Hải, Huyện Bảo Thắng, Lào Cai',
  )
})

test('where both schemes have the name, the day decides', () => {
  const text = 'xã Ninh Gia, tỉnh Lâm Đồng'
  expect(read(text, { on: '2022-05-01' }).unit).toBe('cũ: Xã Ninh Gia, Huyện Đức Trọng, Lâm Đồng')
  expect(read(text, { on: '2026-05-01' }).unit).toBe('nay: Xã Ninh Gia, Lâm Đồng')
})

test('without a day the present unit comes first and the old one stays a candidate', () => {
  expect(read('xã Ninh Gia, tỉnh Lâm Đồng').candidates.map(({ unit }) => unit.scheme)).toEqual(['2025-', '2004-2025'])
})

test('a named district means the old scheme, also after 2025', () => {
  expect(read('xã Ninh Gia, huyện Đức Trọng, Lâm Đồng', { on: '2026-05-01' }).unit).toBe(
    'cũ: Xã Ninh Gia, Huyện Đức Trọng, Lâm Đồng',
  )
})

test('a commune that exists only today is found also on an old day', () => {
  expect(read('xã Đông Anh, Hà Nội', { on: '2022-06-01' }).unit).toBe('nay: Xã Đông Anh, Hà Nội')
})

test('an old address under the new province is understood', () => {
  expect(read('xã Quảng Trực, huyện Tuy Đức, Lâm Đồng')).toMatchObject({
    unit: 'cũ: Xã Quảng Trực, Huyện Tuy Đức, Đắk Nông',
    today: 'Xã Quảng Trực',
  })
})

test('a district without a commune is undecided, but its province is known', () => {
  const found = read('huyện Đức Trọng, Lâm Đồng')
  expect(found).toMatchObject({ unit: 'cũ: Huyện Đức Trọng, Lâm Đồng', undecided: true })
  expect(found.place?.province.code).toBe('68')
  expect(found.place?.state === 'undecided' && found.place.candidates.length).toBe(7)
})

test('a bare name that was a district and is a commune is the one of its day, and undecided without a day', () => {
  expect(read('Đức Trọng, Lâm Đồng')).toMatchObject({ unit: 'cũ: Huyện Đức Trọng, Lâm Đồng', undecided: true })
  expect(read('Đức Trọng, Lâm Đồng', { on: '2022-01-01' }).unit).toBe('cũ: Huyện Đức Trọng, Lâm Đồng')
  expect(read('Đức Trọng, Lâm Đồng', { on: '2026-01-01' }).unit).toBe('nay: Xã Đức Trọng, Lâm Đồng')
})

test('a bare name under a present province that its old district never lay in is the present commune', () => {
  expect(read('Cái Bè, Đồng Tháp').unit).toBe('nay: Xã Cái Bè, Đồng Tháp')
})

test('a name is no namesake of the shorter name inside it', () => {
  expect(read('HTX Tân Qui, xã An Phú Tân').best?.unit.name).toBe('An Phú Tân')
})

test('a commune that is in no list is said not to be understood, and the district answers', () => {
  const found = read('xã Vô Danh Xứ, huyện Đức Trọng, Lâm Đồng')
  expect(found).toMatchObject({ unit: 'cũ: Huyện Đức Trọng, Lâm Đồng', undecided: true })
  expect(found.reading.commune).toEqual({ text: 'xã Vô Danh Xứ', understood: false })
})

test('an unknown commune under a province alone is left to a person', () => {
  expect(read('xã Vô Danh Xứ, Lâm Đồng')).toMatchObject({ unit: 'nay: Tỉnh Lâm Đồng', undecided: true })
})

test('a divided commune is understood, but where it lies today is never guessed', () => {
  const found = read('phường Văn Miếu - Quốc Tử Giám, quận Đống Đa, Hà Nội')
  expect(found.best?.unit.code).toBe('00181')
  expect(found.undecided).toBe(true)
  expect(found.place?.state === 'undecided' && found.place.candidates.length).toBeGreaterThan(1)
})

test('a name that many communes bear has candidates of low confidence and no best without a province', () => {
  const found = read('xã Tân Thành')
  expect(found.best).toBeNull()
  expect(found.candidates.length).toBeGreaterThan(3)
  expect(found.candidates.every(({ confidence }) => confidence < 0.5)).toBe(true)
  expect(found.place).toBeNull()
})

test('the province of a list helps rows that name none, be it the old or the new one', () => {
  const unit = 'cũ: Xã Ninh Thới, Huyện Cầu Kè, Trà Vinh'
  expect(read('Xã Ninh Thới', { province: { scheme: '2004-2025', code: '84' } }).unit).toBe(unit)
  expect(read('Xã Ninh Thới', { province: { scheme: '2025-', code: '86' } }).unit).toBe(unit)
})

test('where only a present province is known for a list, its namesakes of before and after are left to a person unless the day is known', () => {
  const province = { scheme: '2025-', code: '86' } as const
  expect(read('Xã Thạnh Phú', { province })).toMatchObject({ unit: null, undecided: true })
  expect(read('Xã Thạnh Phú', { province, on: '2023-01-01' }).unit).toBe('cũ: Xã Thạnh Phú, Huyện Cầu Kè, Trà Vinh')
  expect(read('Xã Thạnh Phú', { province, on: '2026-01-01' }).unit).toBe('nay: Xã Thạnh Phú, Vĩnh Long')
})

test('columns are read by what they are for, with or without type words', () => {
  expect(read({ commune: 'Ninh Gia', district: 'Đức Trọng', province: 'Lâm Đồng' }).unit).toBe(
    'cũ: Xã Ninh Gia, Huyện Đức Trọng, Lâm Đồng',
  )
  expect(read({ commune: 'Cầu Kè', province: 'Trà Vinh' }, { on: '2022-01-01' }).unit).toBe(
    'cũ: Thị trấn Cầu Kè, Huyện Cầu Kè, Trà Vinh',
  )
  expect(read({ address: 'Thôn 2, xã Ninh Gia', commune: null, province: 'Lâm Đồng' }).unit).toBe(
    'nay: Xã Ninh Gia, Lâm Đồng',
  )
})

test('a column whose text is in no list is said not to be understood', () => {
  const found = read({ commune: 'Vô Danh Xứ', province: 'Lâm Đồng' })
  expect(found.reading.commune).toEqual({ text: 'Vô Danh Xứ', understood: false })
  expect(found.undecided).toBe(true)
})

test('what contradicts the text is never the best', () => {
  expect(read('xã Ninh Gia, tỉnh Cao Bằng').best?.unit.level).toBe('province')
})

test('text without any place answers nothing', () => {
  for (const text of ['', '   ', 'mật ong rừng', '12/3', ',,,'])
    expect(read(text)).toMatchObject({ best: null, place: null })
})
