import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImportField } from './fields.ts'
import { applyRemembered, recogniseHeader, rememberMapping } from './recognise-header.ts'
import { sheet } from './testing.ts'

function fieldsOf(rows: string[][]): Record<number, ImportField> {
  const header = recogniseHeader(sheet(rows))
  return Object.fromEntries(header?.columns.map(({ column, field }) => [column, field]) ?? [])
}

const english = [
  'product',
  'producer',
  'commune',
  'district',
  'province',
  'star',
  'group',
  'recognised_year',
  'decision_no',
  'price',
  'status',
]
const meant: ImportField[] = [
  'product',
  'producer',
  'commune',
  'district',
  'province',
  'star',
  'group',
  'year',
  'decisionNumber',
  'price',
  'status',
]

test('English snake case headings are recognised in any order', () => {
  const order = fc.shuffledSubarray(
    english.map((_, index) => index),
    { minLength: english.length },
  )
  fc.assert(
    fc.property(order, (indices) => {
      const found = fieldsOf([indices.map((index) => english[index] ?? '')])
      expect(indices.map((_, at) => found[at + 1])).toEqual(indices.map((index) => meant[index]))
    }),
  )
})

describe('Vietnamese headings in the wordings of offices', () => {
  const wordings: [ImportField, string[]][] = [
    ['ordinal', ['STT', 'TT', 'Số TT', 'Số thứ tự']],
    [
      'product',
      [
        'Tên SP',
        'Tên sản phẩm',
        'Sản phẩm',
        'Tên sản phẩm OCOP',
        'TÊN SẢN PHẨM',
        'Ten san pham',
        'Sản phẩm OCOP',
        'Tên sản phẩm được công nhận',
      ],
    ],
    [
      'producer',
      [
        'Chủ thể',
        'Tên chủ thể',
        'Đơn vị sản xuất',
        'Chủ thể OCOP',
        'Chủ thể sản xuất',
        'Cơ sở sản xuất',
        'Tên đơn vị',
        'Tên doanh nghiệp, HTX',
        'Chủ thể sản xuất kinh doanh',
        'chu the',
      ],
    ],
    ['producerKind', ['Loại hình', 'Loại hình chủ thể', 'Loại hình tổ chức', 'Hình thức tổ chức sản xuất']],
    ['group', ['Nhóm sản phẩm', 'Ngành hàng', 'Ngành', 'Nhóm', 'Phân nhóm', 'Nhóm ngành', 'Ngành/nhóm']],
    ['set', ['Bộ sản phẩm', 'Bộ']],
    ['commune', ['Xã', 'Xã/phường', 'Xã, phường, thị trấn', 'Xã/Phường/Đặc khu']],
    ['district', ['Huyện', 'Huyện/thị xã/thành phố', 'Huyện, TP']],
    ['province', ['Tỉnh', 'Tỉnh/Thành phố', 'Tỉnh/TP']],
    ['address', ['Địa chỉ', 'Địa chỉ sản xuất', 'Địa chỉ (thôn, xã)']],
    ['representative', ['Người đại diện', 'Họ tên người đại diện', 'Đại diện', 'Họ và tên']],
    ['phone', ['Số điện thoại', 'Điện thoại', 'SĐT', 'ĐT', 'Điện thoại liên hệ']],
    ['email', ['Email', 'E-mail']],
    ['taxNumber', ['MST', 'Mã số thuế']],
    [
      'star',
      [
        'Hạng sao',
        'Xếp hạng',
        'Sao',
        'Số sao',
        'Phân hạng',
        'Hạng',
        'Đạt sao',
        'Kết quả xếp hạng',
        'Hạng sao (3, 4, 5)',
        'Xếp hạng sao',
      ],
    ],
    ['currentStar', ['Hạng sao hiện tại', 'Sao hiện nay']],
    ['expiry', ['Ngày hết hạn', 'Thời hạn', 'Hết hiệu lực', 'Thời gian hết hạn']],
    [
      'decidedOn',
      ['Ngày ký', 'Ngày ban hành', 'Ngày quyết định', 'Ngày công nhận', 'Ngày cấp', 'Ngày, tháng, năm', 'Ngày QĐ'],
    ],
    ['year', ['Năm công nhận', 'Năm', 'Năm đạt', 'Năm đánh giá']],
    [
      'decisionNumber',
      [
        'Số QĐ',
        'Số quyết định',
        'Quyết định công nhận',
        'QĐ công nhận',
        'Quyết định',
        'Số Quyết định công nhận',
        'Số QĐ công nhận',
      ],
    ],
    ['authority', ['Cơ quan ban hành', 'Cơ quan', 'Cơ quan công nhận', 'Cấp công nhận', 'Đơn vị ban hành']],
    ['price', ['Giá bán', 'Giá', 'Đơn giá', 'Giá bán (đồng)', 'Giá sản phẩm', 'Giá bán lẻ']],
    ['unit', ['Đơn vị tính', 'ĐVT']],
    ['code', ['Mã sản phẩm', 'Mã SP', 'Mã OCOP']],
    ['gtin', ['Mã vạch', 'GTIN', 'Barcode']],
    ['status', ['Trạng thái', 'Tình trạng']],
    ['note', ['Ghi chú', 'Ghi chu', 'GHI CHÚ']],
    ['description', ['Mô tả', 'Mô tả sản phẩm', 'Câu chuyện sản phẩm']],
  ]
  test.each(wordings.flatMap(([field, texts]) => texts.map((text) => [text, field] as const)))(
    '%j is %s',
    (text, field) => {
      const others = ['Tên sản phẩm', 'Chủ thể', 'Hạng sao', 'Huyện'].filter(
        (_, index) => ['product', 'producer', 'star', 'district'][index] !== field,
      )
      const found = fieldsOf([[text, ...others]])
      expect(found[1]).toBe(field)
    },
  )
})

const wide = [
  [
    'TT',
    'Tên sản phẩm',
    'Nhóm sản phẩm',
    'Loại hình',
    'Chủ thể',
    'Xã',
    'Địa chỉ',
    'Người đại diện',
    'Điện thoại',
    'Hạng sao hiện tại',
    'Ngày hết hạn',
    'Công nhận lần đầu',
    '',
    '',
    '',
    '',
    'Công nhận lần 2 hoặc nâng hạng',
    '',
    '',
    '',
    '',
    'Ghi chú',
  ],
  [
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'Hạng sao',
    'Ngày',
    'Năm',
    'Số QĐ',
    'Cơ quan',
    'Hạng sao',
    'Ngày',
    'Năm',
    'Số QĐ',
    'Cơ quan',
    '',
  ],
]
const wideFields: ImportField[] = [
  'ordinal',
  'product',
  'group',
  'producerKind',
  'producer',
  'commune',
  'address',
  'representative',
  'phone',
  'currentStar',
  'expiry',
  'firstStar',
  'firstDecidedOn',
  'firstYear',
  'firstDecisionNumber',
  'firstAuthority',
  'secondStar',
  'secondDecidedOn',
  'secondYear',
  'secondDecisionNumber',
  'secondAuthority',
  'note',
]

test('the list of 22 columns: titles above, a heading of two lines, merged groups, numbered columns', () => {
  const numbers = wideFields.map((_, index) => `(${index + 1})`)
  const rows = sheet(
    [['UBND TỈNH A'], ['DANH SÁCH SẢN PHẨM OCOP'], ...wide, numbers, ['1', 'Chè', 'Đồ uống']],
    [
      'L3:P3',
      'Q3:U3',
      'A2:V2',
      ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'V'].map((letter) => `${letter}3:${letter}4`),
    ],
  )
  const header = recogniseHeader(rows)
  expect(header).toMatchObject({ firstRow: 3, lastRow: 5, unmapped: [] })
  expect(header?.columns.map(({ field }) => field)).toEqual(wideFields)
})

test('the same two lines without merged cells still give the columns, with the group heading over its first column only', () => {
  const header = recogniseHeader(sheet(wide))
  expect(header?.lastRow).toBe(2)
  expect(header?.columns.find(({ column }) => column === 12)?.field).toBe('firstStar')
  expect(header?.columns.find(({ column }) => column === 17)?.field).toBe('secondStar')
})

test('the first row of the list is never taken for a second line of the heading', () => {
  const header = recogniseHeader(
    sheet([
      ['TT', 'Tên sản phẩm', 'Chủ thể', 'Sao'],
      ['1', 'Sản phẩm chè', 'Hợp tác xã chè', '3 sao'],
    ]),
  )
  expect(header).toMatchObject({ firstRow: 1, lastRow: 1 })
})

test('columns that mean nothing known are shown as unmapped, doubtful ones have less confidence', () => {
  const header = recogniseHeader(sheet([['Tên sản phẩm', 'Chủ thể', 'Màu sắc', 'Kết luận về hạng của Hội đồng']]))
  expect(header?.unmapped).toEqual([{ column: 3, heading: 'Màu sắc' }])
  expect(header?.columns.at(-1)).toMatchObject({ field: 'star', confidence: 0.6 })
})

test('no heading is invented: prose, numbers, blank and headings beyond the thirtieth row give nothing', () => {
  expect(recogniseHeader([])).toBeUndefined()
  expect(
    recogniseHeader(sheet([['Kính gửi: Sở Nông nghiệp'], ['1', '2', '3'], ['Chè', 'Cam', 'Bưởi']])),
  ).toBeUndefined()
  expect(
    recogniseHeader(sheet([...Array.from({ length: 40 }, () => ['dòng']), ['Tên sản phẩm', 'Chủ thể', 'Hạng sao']])),
  ).toBeUndefined()
})

test('what a person decided for headings is remembered whatever the order of the columns', () => {
  const first = recogniseHeader(sheet([['Tên sản phẩm', 'Chủ thể', 'Màu sắc']]))
  const decided = rememberMapping([
    ...(first?.columns ?? []),
    { column: 3, heading: 'Màu sắc', field: 'description', confidence: 1 },
  ])
  const later = recogniseHeader(sheet([['màu sắc', 'CHỦ THỂ', 'Tên sản phẩm']]))
  const applied = later && applyRemembered(later, decided)
  expect(applied?.columns.map(({ column, field }) => [column, field])).toEqual([
    [1, 'description'],
    [2, 'producer'],
    [3, 'product'],
  ])
  expect(applied?.unmapped).toEqual([])
})

test('the signature is the same for the same headings and differs otherwise', () => {
  const signature = (rows: string[][]) => recogniseHeader(sheet(rows))?.signature
  expect(signature([['Tên sản phẩm', 'Chủ thể']])).toBe(
    signature([
      ['', ''],
      ['TÊN SẢN PHẨM ', 'chủ thể'],
    ]),
  )
  expect(signature([['Tên sản phẩm', 'Chủ thể']])).not.toBe(signature([['Chủ thể', 'Tên sản phẩm']]))
})
