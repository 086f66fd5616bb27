import { expect, test } from 'vitest'
import type { z } from 'zod'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { testServer } from '../../platform/testing/test-server.ts'
import { ResolutionView, UnitDetail, UnitList } from './messages.ts'

const server = await testServer(await testDatabase())
const path = '/api/v1/administrative-units'

async function get<Output>(schema: z.ZodType<Output>, address: string): Promise<Output> {
  const response = await server.fetch(path + address)
  expect(response.status).toBe(200)
  return schema.parse(await response.json())
}

async function problem(address: string) {
  const response = await server.fetch(path + address)
  return { status: response.status, body: JSON.stringify(await response.json()) }
}

const labels = (list: z.infer<typeof UnitList>) => list.items.map(({ label }) => label)

test('the picker finds "tan chau" in both schemes', async () => {
  const found = labels(await get(UnitList, '?q=tan%20chau'))
  expect(found).toContain('Phường Tân Châu, An Giang')
  expect(found).toContain('trước 7/2025: Thị xã Tân Châu, An Giang')
})

test('the provinces of today are listed without asking for more, those of a day by the scheme of that day', async () => {
  expect((await get(UnitList, '?level=province&limit=100')).items).toHaveLength(34)
  expect((await get(UnitList, '?level=province&limit=100&on=2024-01-01')).items).toHaveLength(63)
})

test('a name is the one of the day asked for', async () => {
  const onDay = async (day: string) => (await get(UnitDetail, `/2025/75?on=${day}`)).fullName
  expect(await onDay('2025-08-01')).toBe('Tỉnh Đồng Nai')
  expect(await onDay('2026-05-01')).toBe('Thành phố Đồng Nai')
})

test('the communes of a province come page by page, each once, with a link to the next', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const response = await server.fetch(`${path}?scheme=2025&level=commune&parent=68&limit=50${cursor}`)
    const list = UnitList.parse(await response.json())
    expect(list.total).toBe(124)
    seen.push(...list.items.map(({ code }) => code))
    expect(response.headers.has('link')).toBe(list.nextCursor !== null)
    cursor = list.nextCursor === null ? '' : `&cursor=${list.nextCursor}`
  } while (cursor !== '')
  expect(new Set(seen).size).toBe(124)
  expect(seen).toHaveLength(124)
})

test('an old commune tells its line, what became of it, and where it lies today', async () => {
  const unit = await get(UnitDetail, '/2004/24736')
  expect(unit.label).toBe('trước 7/2025: Xã Quảng Trực, Huyện Tuy Đức, Đắk Nông')
  expect(unit.ancestors.map(({ fullName }) => fullName)).toEqual(['Huyện Tuy Đức', 'Tỉnh Đắk Nông'])
  expect(unit.successors).toMatchObject([
    { kind: 'whole', unit: { fullName: 'Xã Quảng Trực', provinceName: 'Lâm Đồng' } },
  ])
  expect(unit.place).toMatchObject({ state: 'decided', commune: { code: '24736' } })
})

test('a divided commune shows its candidates and decides nothing', async () => {
  const unit = await get(UnitDetail, '/2004/00181')
  expect(unit.place.state).toBe('undecided')
  expect(unit.place.commune).toBeNull()
  expect(unit.place.candidates.length).toBeGreaterThan(1)
})

test('a present province tells of which old ones it was made', async () => {
  const unit = await get(UnitDetail, '/2025/68')
  expect(unit.predecessors.map((before) => before.unit.name).sort()).toEqual(
    ['Bình Thuận', 'Lâm Đồng', 'Đắk Nông'].sort(),
  )
  expect(unit.presentCommunes).toHaveLength(124)
})

test('a text is read with confidence and candidates', async () => {
  const text = encodeURIComponent('xã Ninh Gia, tỉnh Lâm Đồng')
  const found = await get(ResolutionView, `/resolution?text=${text}&on=2022-05-01`)
  expect(found.best?.unit.label).toBe('trước 7/2025: Xã Ninh Gia, Huyện Đức Trọng, Lâm Đồng')
  expect(found.candidates.length).toBeGreaterThan(1)
  expect(found.place?.commune?.fullName).toBe('Xã Ninh Gia')
})

test('a province may be assumed for a text that names none', async () => {
  const text = encodeURIComponent('Xã Ninh Thới')
  const found = await get(ResolutionView, `/resolution?text=${text}&province=84&scheme=2004`)
  expect(found.best?.unit.provinceName).toBe('Trà Vinh')
})

test.each([
  ['/2025/99999', 404, 'unit-unknown'],
  ['/2004/24985?on=2026-01-01', 404, 'unit-not-on-day'],
  ['/2025/24985?on=2020-01-01', 404, 'unit-not-on-day'],
  ['?parent=68', 422, 'parent-without-scheme'],
  ['?parent=99&scheme=2025', 422, 'parent-unknown'],
  ['/1999/24985', 422, 'input-invalid'],
  ['?limit=0', 422, 'input-invalid'],
  ['?on=30-06-2025', 422, 'input-invalid'],
  ['/resolution', 422, 'input-invalid'],
  ['/resolution?text=Lao%20Cai&province=99', 404, 'unit-unknown'],
])('%s is refused with %i %s', async (address, status, code) => {
  const answer = await problem(address)
  expect(answer.body).toContain(code)
  expect(answer.status).toBe(status)
})
