import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { readAll, tempFile } from '../../../platform/spreadsheets/testing.ts'
import { readList } from './read-list.ts'
import { recogniseHeader } from './recognise-header.ts'

const first = ['Hạng sao', 'Ngày', 'Năm', 'Số QĐ', 'Cơ quan']
const top = [
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
]

function date(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`)
}

/** The list of 22 columns as provinces keep it: titles, a heading of two lines, producers merged down, a total and a signature. */
async function provincialList(): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  const list = workbook.addWorksheet('OCOP')
  list.addRow(['ỦY BAN NHÂN DÂN TỈNH'])
  list.addRow(['DANH SÁCH SẢN PHẨM OCOP ĐẾN THÁNG 10/2026'])
  list.addRow([
    ...top,
    'Công nhận lần đầu',
    '',
    '',
    '',
    '',
    'Công nhận lần hai hoặc nâng hạng',
    '',
    '',
    '',
    '',
    'Ghi chú',
  ])
  list.addRow([...top.map(() => ''), ...first, ...first])
  list.addRow([
    1,
    'Chè hoa sen',
    'Đồ uống',
    'HTX',
    'Hợp tác xã chè Sơn Lâm',
    'Xã Sơn Lâm',
    'Thôn 1',
    'Nguyễn Thị Sen',
    912345678,
    '4 sao',
    date('2026-05-10'),
    '3 sao',
    date('2020-03-12'),
    2020,
    '10/QĐ-UBND',
    'UBND huyện',
    '4 sao',
    '10/05/2023',
    2023,
    '20/QĐ-UBND',
    'UBND tỉnh',
    '',
  ])
  list.addRow([
    2,
    'Chè hoa nhài',
    'Đồ uống',
    null,
    null,
    null,
    null,
    null,
    null,
    '3 sao',
    date('2026-12-01'),
    '3 sao',
    date('2023-12-01'),
    2022,
    '77/QĐ-UBND',
    'UBND tỉnh',
  ])
  list.addRow(['', 'Tổng cộng', '', '', 2])
  list.addRow(['', '', '', '', '', '', '', '', 'TM. ỦY BAN NHÂN DÂN'])
  for (const range of ['A1:F1', 'A2:V2', 'L3:P3', 'Q3:U3', 'D5:D6', 'E5:E6', 'F5:F6', 'G5:G6', 'H5:H6', 'I5:I6'])
    list.mergeCells(range)
  return tempFile(new Uint8Array(await workbook.xlsx.writeBuffer()), 'list.xlsx')
}

test('a provincial list of 22 columns is understood from file to recognition', async () => {
  const rows = await readAll(await provincialList())
  const header = recogniseHeader(rows)
  expect(header).toMatchObject({ firstRow: 3, lastRow: 4, unmapped: [] })
  const list = header ? readList(rows, header) : []
  expect(list.map(({ kind }) => kind)).toEqual(['product', 'product', 'total', 'footer'])
  const [sen, nhai] = list.flatMap((row) => (row.kind === 'product' ? [row] : []))
  expect(sen?.problems).toEqual([])
  expect(sen?.listed).toMatchObject({
    producer: 'Hợp tác xã chè Sơn Lâm',
    phones: ['0912345678'],
    expiry: '2026-05-10',
    group: 'II',
    recognitions: [
      { kind: 'first', star: 3, decidedOn: '2020-03-12', decisionNumber: '10/QĐ-UBND', authority: 'UBND huyện' },
      { kind: 'second', star: 4, decidedOn: '2023-05-10', decisionNumber: '20/QĐ-UBND', authority: 'UBND tỉnh' },
    ],
  })
  expect(nhai?.listed.producer).toBe('Hợp tác xã chè Sơn Lâm')
  expect(nhai?.listed.recognitions).toHaveLength(1)
  expect(nhai?.problems.map(({ code, column }) => [code, column])).toEqual([['year-differs-from-date', 14]])
})

test('a list typed in TCVN3 with semicolons is understood like any other', async () => {
  const text = 'TT;Tªn s¶n phÈm;Chñ thÓ;H¹ng sao;Sè Q§\n1;B¸nh ®a;Hîp t¸c x· §«ng Anh;4 sao;12/Q§-UBND\n'
  const rows = await readAll(tempFile(Buffer.from(text, 'latin1')))
  const header = recogniseHeader(rows)
  const [row] = header ? readList(rows, header) : []
  expect(row?.kind === 'product' && row.listed).toMatchObject({
    product: 'Bánh đa',
    producer: 'Hợp tác xã Đông Anh',
    producerKind: 'cooperative',
    recognitions: [{ star: 4, decisionNumber: '12/QĐ-UBND' }],
  })
  expect(row?.kind === 'product' && row.problems.map(({ code }) => code)).toContain('decoded-from-legacy')
})
