import { writeSpreadsheet } from '../src/platform/spreadsheets/write-spreadsheet.ts'

const header = [
  'TT',
  'Tên sản phẩm',
  'Nhóm sản phẩm',
  'Chủ thể',
  'Loại hình chủ thể',
  'Địa chỉ',
  'Hạng sao',
  'Số quyết định',
  'Ngày quyết định',
  'Ghi chú',
]
const things = [
  'Cà phê rang mộc',
  'Trà atiso túi lọc',
  'Mắc ca sấy',
  'Hồng treo gió',
  'Dâu tây sấy',
  'Rượu sim',
  'Mật ong hoa cà phê',
  'Chè ô long',
  'Khoai lang sấy',
  'Tiêu đen',
]
const communes = ['xã Đức Trọng', 'xã Di Linh', 'xã Lạc Dương', 'xã Đơn Dương', 'phường Cam Ly - Đà Lạt', 'xã Đạ Huoai']

function* rowsOf(count: number): Generator<(string | number)[]> {
  yield ['', 'DANH SÁCH SẢN PHẨM OCOP (SINH RA ĐỂ ĐO TỐC ĐỘ)']
  yield header
  for (let index = 0; index < count; index++) {
    const producer = Math.floor(index / 2)
    const day = `${String(1 + (index % 28)).padStart(2, '0')}/${String(1 + (index % 12)).padStart(2, '0')}/2025`
    yield [
      index + 1,
      `${things[index % things.length]} mẫu ${index + 1}`,
      'Thực phẩm',
      `Hợp tác xã Mẫu số ${producer + 1}`,
      'Hợp tác xã',
      `Thôn ${1 + (producer % 9)}, ${communes[producer % communes.length]}, tỉnh Lâm Đồng`,
      index % 4 === 0 ? '4 sao' : '3 sao',
      `${1000 + (index % 12)}/QĐ-UBND`,
      day,
      '',
    ]
  }
}

/** Writes a made-up provincial list of so many rows; two products a producer. */
export async function aListOf(rows: number, path: string, kind: 'xlsx' | 'csv'): Promise<string> {
  await writeSpreadsheet(path, [{ name: 'Danh sách', rows: rowsOf(rows) }], { kind })
  return path
}
