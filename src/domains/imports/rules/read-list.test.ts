import { describe, expect, test } from 'vitest'
import type { ListRow } from './read-list.ts'
import { readList } from './read-list.ts'
import { recogniseHeader } from './recognise-header.ts'
import { sheet } from './testing.ts'

const heading = [
  'TT',
  'Tên sản phẩm',
  'Chủ thể',
  'Xã',
  'Huyện',
  'Hạng sao',
  'Ngày ký',
  'Năm',
  'Số QĐ',
  'Giá bán',
  'Trạng thái',
]

function read(rows: string[][], merges: string[] = [], columns = heading): ListRow[] {
  const all = sheet([columns, ...rows], merges)
  const header = recogniseHeader(all)
  if (!header) throw new Error('no header')
  return readList(all, header)
}

function only(row: string[], columns = heading) {
  const [first] = read([row], [], columns)
  if (first?.kind !== 'product') throw new Error(`not a product: ${first?.kind}`)
  return { ...first, codes: first.problems.map(({ code }) => code) }
}

const good = [
  '1',
  'Chè Tân Cương',
  'HTX Hảo Đạt',
  'Xã Tân Cương',
  '',
  '4 sao',
  '12/3/2022',
  '2022',
  '2008/QĐ-UBND',
  '250.000đ/kg',
  'công nhận',
]

function changed(changes: Record<number, string>): string[] {
  return good.map((text, index) => changes[index] ?? text)
}

test('a clean row is understood whole and has no problems', () => {
  const { listed, problems } = only(good)
  expect(problems).toEqual([])
  expect(listed).toMatchObject({
    row: 2,
    product: 'Chè Tân Cương',
    producer: 'HTX Hảo Đạt',
    producerKind: 'cooperative',
    commune: 'Xã Tân Cương',
    recognitions: [{ kind: 'only', star: 4, decidedOn: '2022-03-12', year: 2022, decisionNumber: '2008/QĐ-UBND' }],
    price: { min: 250_000, max: 250_000, unit: 'kg' },
  })
  expect(listed.written.price).toBe('250.000đ/kg')
})

describe('each problem names its column and what was found', () => {
  test.each<[string, Record<number, string>, string, number, string]>([
    ['a proposal', { 5: 'tiềm năng 5 sao' }, 'proposal-not-decision', 6, 'person'],
    ['a range of stars', { 5: '3-4 sao' }, 'star-needs-person', 6, 'person'],
    ['an impossible star', { 5: '10 sao' }, 'star-unreadable', 6, 'person'],
    ['no star', { 5: '' }, 'star-missing', 6, 'warning'],
    ['nought', { 5: '0' }, 'not-recognised', 6, 'warning'],
    ['two stars', { 5: '2 sao' }, 'below-three-stars', 6, 'warning'],
    ['a year that differs', { 7: '2021' }, 'year-differs-from-date', 8, 'person'],
    ['an impossible date', { 6: '31/02/2022' }, 'date-impossible', 7, 'person'],
    ['swapped day and month', { 6: '3/14/2022' }, 'date-impossible', 7, 'person'],
    ['a year before the programme', { 6: '', 7: '2010' }, 'year-before-programme', 8, 'person'],
    ['no decision', { 8: '' }, 'decision-missing', 9, 'warning'],
    ['two decisions', { 8: '1/QĐ-UBND, 2/QĐ-UBND' }, 'several-decisions', 9, 'person'],
    ['an odd decision', { 8: 'theo tờ trình' }, 'decision-unreadable', 9, 'person'],
    ['a spreadsheet error', { 2: '#REF!' }, 'cell-error', 3, 'error'],
    ['no product', { 1: '' }, 'product-missing', 2, 'error'],
    ['no producer', { 2: '' }, 'producer-missing', 3, 'error'],
    ['several products', { 1: '1. Chè xanh\n2. Chè đen' }, 'several-products', 2, 'person'],
    ['an address at the name', { 2: 'HTX Hảo Đạt, xã Tân Cương' }, 'address-glued', 3, 'warning'],
    ['capitals', { 1: 'CHÈ TÂN CƯƠNG' }, 'all-capitals', 2, 'warning'],
    ['curly quotes', { 1: 'Chè “Tân Cương”' }, 'curly-quotes', 2, 'warning'],
    ['an unreadable price', { 9: 'rẻ' }, 'price-unreadable', 10, 'warning'],
    ['a price in thousands', { 9: '250' }, 'price-maybe-thousands', 10, 'warning'],
    ['a status that contradicts', { 10: 'đã thu hồi' }, 'status-contradicts-star', 11, 'person'],
  ])('%s', (_, changes, code, column, level) => {
    const { problems } = only(changed(changes))
    const found = problems.find((problem) => problem.code === code)
    expect(found).toMatchObject({ column, level })
    expect(found?.vi).not.toMatch(/[{}]/)
    expect(found?.en).not.toMatch(/[{}]/)
  })

  test('suggestions name the field and the value', () => {
    expect(only(changed({ 7: '2021' })).problems[0]?.suggestion).toEqual({ field: 'year', value: '2022' })
    expect(only(changed({ 1: 'CHÈ TÂN CƯƠNG' })).problems[0]?.suggestion).toEqual({
      field: 'product',
      value: 'Chè Tân Cương',
    })
    expect(
      only(changed({ 6: '3/14/2022' })).problems.find(({ code }) => code === 'date-impossible')?.suggestion,
    ).toEqual({ field: 'decidedOn', value: '2022-03-14' })
  })
})

test('a star that is not recognised gives no recognition, the product stays', () => {
  for (const star of ['0', '', 'tiềm năng 5 sao', '3-4 sao', '2 sao', 'chưa đạt']) {
    const { listed } = only(changed({ 5: star }))
    expect(listed.product).toBe('Chè Tân Cương')
    expect(listed.recognitions).toEqual([])
  }
})

test('a decision cell may carry date and authority for the other columns', () => {
  const { listed } = only(
    changed({ 6: '', 7: '', 8: 'Quyết định số 15/QĐ-UBND ngày 5/1/2023 của UBND tỉnh Thái Nguyên' }),
  )
  expect(listed.recognitions).toEqual([
    {
      kind: 'only',
      star: 4,
      decidedOn: '2023-01-05',
      year: 2023,
      decisionNumber: '15/QĐ-UBND',
      authority: 'UBND tỉnh Thái Nguyên',
    },
  ])
})

test('a merged producer holds for every row, a merged product asks a person', () => {
  const rows = read([good, changed({ 1: 'Chè đinh', 2: '' }), changed({ 1: '', 2: '' })], ['C2:C4', 'B3:B4'])
  expect(rows.map((row) => row.kind === 'product' && row.listed.producer)).toEqual([
    'HTX Hảo Đạt',
    'HTX Hảo Đạt',
    'HTX Hảo Đạt',
  ])
  expect(rows.map((row) => row.kind === 'product' && row.problems.map(({ code }) => code))).toEqual([
    [],
    [],
    ['product-merged'],
  ])
})

describe('rows that are no products are told apart, and none is lost', () => {
  test('totals, sections, repeated headings, footers', () => {
    const rows = read([
      ['I', 'Huyện Đồng Hỷ'],
      good,
      ['', 'Tổng cộng', '', '', '', '12'],
      ['Cộng: 1 sản phẩm'],
      heading,
      ['', '3. Thành phố Sông Công (2 sản phẩm)'],
      changed({ 0: '2' }),
      ['TỔNG SỐ', '26'],
      ['Người lập biểu'],
      ['', '', '', '', '', 'Thái Nguyên, ngày 1 tháng 2 năm 2024'],
    ])
    expect(rows.map(({ kind }) => kind)).toEqual([
      'section',
      'product',
      'total',
      'total',
      'repeated-header',
      'section',
      'product',
      'total',
      'footer',
      'footer',
    ])
    const districts = rows.flatMap((row) => (row.kind === 'product' ? [row.listed.district] : []))
    expect(districts).toEqual(['Huyện Đồng Hỷ', 'Thành phố Sông Công'])
    expect(rows[1]?.kind === 'product' && rows[1].problems.map(({ code }) => code)).toEqual(['taken-from-section'])
  })

  test('a title merged across the table is a section even when its words are unknown', () => {
    const rows = read([['Danh sách bổ sung'], good], ['A2:K2'])
    expect(rows[0]).toMatchObject({ kind: 'section', title: 'Danh sách bổ sung' })
  })

  test('companies and products that begin like totals are products', () => {
    for (const product of ['Tổng hợp hạt dinh dưỡng', 'Cồng chiêng', 'Công nghệ sạch'])
      expect(read([changed({ 1: product })])[0]?.kind).toBe('product')
    expect(read([changed({ 2: 'Công ty Cổ phần Tổng' })])[0]?.kind).toBe('product')
  })

  test('a product alone in its row is kept, with what it lacks', () => {
    const { codes } = only(['', 'Mật ong bạc hà'])
    expect(codes).toContain('producer-missing')
  })

  test('every row below the heading comes back once, in order', () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      index % 7 === 0 ? ['', `Xã Số ${index}`] : index % 11 === 0 ? ['#REF!'] : changed({ 0: String(index) }),
    )
    expect(read(rows).map(({ row }) => row.row)).toEqual(rows.map((_, index) => index + 2))
  })
})

describe('numbers that were dragged down', () => {
  test('years that rise by one while the decision stays', () => {
    const rows = read(['2021', '2022', '2023', '2024'].map((year) => changed({ 6: '', 7: year })))
    for (const row of rows)
      expect(row.kind === 'product' && row.problems.map(({ code }) => code)).toContain('years-drag-filled')
  })
  test('decision numbers that rise by one', () => {
    const rows = read(['2008', '2009', '2010'].map((number) => changed({ 8: `${number}/QĐ-UBND` })))
    for (const row of rows)
      expect(row.kind === 'product' && row.problems.map(({ code }) => code)).toContain('decisions-drag-filled')
  })
  test('a year that a person mended is trusted, the others are asked about while three remain', () => {
    const all = sheet([heading, ...['2021', '2022', '2023', '2024'].map((year) => changed({ 6: '', 7: year }))])
    const header = recogniseHeader(all)
    const rows = header ? readList(all, header, new Map([[5, { year: '2021' }]])) : []
    const suspected = rows.map(
      (row) => row.kind === 'product' && row.problems.some(({ code }) => code === 'years-drag-filled'),
    )
    expect(suspected).toEqual([true, true, true, false])
  })
  test('two rows, or years with decisions of their own, are not suspected', () => {
    const two = read(['2021', '2022'].map((year) => changed({ 6: '', 7: year })))
    const own = read(
      ['2021', '2022', '2023'].map((year, index) => changed({ 6: '', 7: year, 8: `${index * 100 + 7}/QĐ-UBND` })),
    )
    for (const row of [...two, ...own])
      expect(row.kind === 'product' && row.problems.map(({ code }) => code)).not.toContain('years-drag-filled')
  })
})

describe('two recognitions in a row', () => {
  const columns = [
    'Tên sản phẩm',
    'Chủ thể',
    'Hạng sao hiện tại',
    'Ngày hết hạn',
    'Hạng sao lần đầu',
    'Ngày ký lần đầu',
    'Số QĐ lần đầu',
    'Hạng sao lần 2',
    'Ngày ký lần 2',
    'Số QĐ lần 2',
  ]
  const row = ['Chè', 'HTX A', '4', '10/5/2026', '3 sao', '12/3/2020', '10/QĐ-UBND', '4 sao', '10/5/2023', '20/QĐ-UBND']

  test('both are understood', () => {
    const { listed, problems } = only(row, columns)
    expect(problems).toEqual([])
    expect(listed.expiry).toBe('2026-05-10')
    expect(listed.recognitions).toEqual([
      { kind: 'first', star: 3, decidedOn: '2020-03-12', year: 2020, decisionNumber: '10/QĐ-UBND' },
      { kind: 'second', star: 4, decidedOn: '2023-05-10', year: 2023, decisionNumber: '20/QĐ-UBND' },
    ])
  })
  test('without a second there is one', () => {
    expect(
      only([...row.slice(0, 2), '3', '', ...row.slice(4, 7), '', '', ''], columns).listed.recognitions,
    ).toHaveLength(1)
  })
  test('a second before the first, another present star, another expiry are noticed', () => {
    const { codes } = only(
      [...row.slice(0, 2), '5', '1/1/2030', ...row.slice(4, 8), '10/5/2019', '20/QĐ-UBND'],
      columns,
    )
    expect(codes).toEqual(expect.arrayContaining(['second-before-first', 'current-star-differs', 'expiry-differs']))
  })
  test('an expiry 36 months later at the end of a month is right when clamped', () => {
    const { codes } = only(['Chè', 'HTX A', '3', '28/2/2027', '3', '29/2/2024', '1/QĐ-UBND', '', '', ''], columns)
    expect(codes).not.toContain('expiry-differs')
  })
})

test('what a person mended stands before the file, and its problem is gone', () => {
  const all = sheet([heading, changed({ 5: '3-4 sao' })])
  const header = recogniseHeader(all)
  const [row] = header ? readList(all, header, new Map([[2, { star: '3' }]])) : []
  expect(row?.kind === 'product' && row.listed.recognitions[0]?.star).toBe(3)
  expect(row?.kind === 'product' && row.problems).toEqual([])
  expect(row?.kind === 'product' && row.listed.written.star).toBe('3-4 sao')
})
