import ExcelJS from 'exceljs'
import type { Database } from '../../platform/db/database.ts'
import { tcvn3Letters } from '../../platform/spreadsheets/legacy-tables.ts'
import type { TestServer } from '../../platform/testing/test-server.ts'
import { BatchView, RowList } from './messages.ts'

const path = '/api/v1/office/imports'

/** Sends a list as the wizard does. */
export async function sendList(
  server: TestServer,
  cookie: string,
  list: { name?: string; content: string | Uint8Array<ArrayBuffer>; province?: string; level?: string },
): Promise<Response> {
  const form = new FormData()
  if (list.province !== undefined) form.set('provinceCode', list.province)
  if (list.level !== undefined) form.set('level', list.level)
  form.set('file', new Blob([list.content]), list.name ?? 'danh-sach.csv')
  return server.fetch(path, { method: 'POST', body: form, cookie })
}

/** Sends a list, lets the jobs run, and answers the batch as it then stands. */
export async function stagedList(
  server: TestServer,
  cookie: string,
  list: Parameters<typeof sendList>[2],
): Promise<BatchView> {
  const sent = BatchView.parse(await (await sendList(server, cookie, list)).json())
  await server.runJobs()
  return readBatchView(server, cookie, sent.id)
}

/** The batch as it stands now. */
export async function readBatchView(server: TestServer, cookie: string, batchId: string): Promise<BatchView> {
  return BatchView.parse(await (await server.fetch(`${path}/${batchId}`, { cookie })).json())
}

/** The rows of a batch. */
export async function readBatchRows(server: TestServer, cookie: string, batchId: string) {
  return RowList.parse(await (await server.fetch(`${path}/${batchId}/rows?limit=200`, { cookie })).json())
}

/** One step of a batch: application, undoing, discarding; or PUT mapping, rows. */
export function stepBatch(
  server: TestServer,
  cookie: string,
  step: string,
  body: object = {},
  method = 'POST',
): Promise<Response> {
  return server.fetch(`${path}/${step}`, {
    method,
    cookie,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
}

const header = 'product,producer,commune,district,province,star,group,recognised_year,decision_no,price,status'

/** A list as CSV under headings that need no question. */
export function listOf(...rows: string[]): string {
  return [header, ...rows].join('\n')
}

/** What the register holds after a list, and applying one with the jobs that follow. */
export function registerOf({ pool }: Database, server: TestServer) {
  return {
    count: async (table: string) => Number((await pool.query(`select count(*) as n from ${table}`)).rows[0].n),
    products: async (name: string) =>
      (
        await pool.query(
          `select p.id, p.state, p.version, p.commune_code, p.province_code, p.unit_scheme, p.place_state, p.public_id, p.price_min
          from products.product p where name = $1`,
          [name],
        )
      ).rows,
    recognitions: async (name: string) =>
      (
        await pool.query(
          `select r.star, r.decision_number, r.decided_on, r.decided_year, r.authority_name, r.level
          from certification.recognition_card r join products.product p on p.id = r.product_id
          where p.name = $1 order by r.decided_year`,
          [name],
        )
      ).rows,
    apply: async (cookie: string, batchId: string, body: object = {}) => {
      const answer = await stepBatch(server, cookie, `${batchId}/application`, body)
      await server.runJobs()
      return answer
    },
  }
}

const top = [
  ...['TT', 'Tên sản phẩm', 'Nhóm sản phẩm', 'Loại hình', 'Chủ thể', 'Xã', 'Địa chỉ', 'Người đại diện', 'Điện thoại'],
  ...['Hạng sao hiện tại', 'Ngày hết hạn'],
]
const each = ['Hạng sao', 'Ngày', 'Năm', 'Số QĐ', 'Cơ quan']
const date = (iso: string) => new Date(`${iso}T00:00:00Z`)

function provincialRows(name: string, commune: string) {
  const blanks = ['', '', '', '']
  return [
    ['ỦY BAN NHÂN DÂN TỈNH'],
    ['DANH SÁCH SẢN PHẨM OCOP ĐẾN THÁNG 10/2026'],
    [...top, 'Công nhận lần đầu', ...blanks, 'Công nhận lần hai hoặc nâng hạng', ...blanks, 'Ghi chú'],
    [...top.map(() => ''), ...each, ...each],
    [
      ...[1, `Chè hoa sen ${name}`, 'Đồ uống', 'HTX', `Hợp tác xã chè ${name}`, commune, 'Thôn 1', 'Nguyễn Thị Sen'],
      ...[912345678, '4 sao', date('2026-05-10')],
      ...['3 sao', date('2020-03-12'), 2020, '10/QĐ-UBND', 'UBND huyện'],
      ...['4 sao', '10/05/2023', 2023, '20/QĐ-UBND', 'UBND tỉnh', ''],
    ],
    [
      ...[2, `Chè hoa nhài ${name}`, 'Đồ uống', null, null, null, null, null, null, '3 sao', date('2026-12-01')],
      ...['3 sao', date('2023-12-01'), 2022, '77/QĐ-UBND', 'UBND tỉnh'],
    ],
    ['', 'Tổng cộng', '', '', 2],
    ['', '', '', '', '', '', '', '', 'TM. ỦY BAN NHÂN DÂN'],
  ]
}

const merged = ['A1:F1', 'A2:V2', 'L3:P3', 'Q3:U3', 'D5:D6', 'E5:E6', 'F5:F6', 'G5:G6', 'H5:H6', 'I5:I6']

/** A text as the fonts of TCVN3 keep it; their capitals with tones are the small letters in a font of capitals. */
export function inTcvn3(text: string): string {
  const signs = new Map([...tcvn3Letters].map(([sign, letter]) => [letter, sign]))
  return Array.from(text, (letter) => signs.get(letter) ?? signs.get(letter.toLowerCase()) ?? letter).join('')
}

/** The list of 22 columns as provinces keep it: titles, a heading of two lines, producers merged down, a total and a signature. */
export async function provincialWorkbook(
  wish: { name?: string; commune?: string; write?: (text: string) => string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { name = 'Sơn Lâm', commune = 'Xã Sơn Lâm', write = (text) => text } = wish
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('OCOP')
  for (const row of provincialRows(name, commune))
    sheet.addRow(row.map((cell) => (typeof cell === 'string' ? write(cell) : cell)))
  for (const range of merged) sheet.mergeCells(range)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
