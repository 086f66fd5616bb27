import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { openSpreadsheet } from './open-spreadsheet.ts'
import { readAll, tempFile, textsOf } from './testing.ts'

const table = [
  ['Tên sản phẩm', 'Chủ thể', 'Hạng sao'],
  ['Chè Tân Cương', 'Hợp tác xã chè Hảo Đạt', '5 sao'],
  ['Miến dong, loại "đặc biệt"', 'Cơ sở Tài Hoan', '4 sao'],
]

function csv(delimiter: string, lineEnd = '\r\n'): string {
  return table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter) + lineEnd).join('')
}

test.each([',', ';', '\t'])('the delimiter %j is found', async (delimiter) => {
  expect(textsOf(await readAll(tempFile(csv(delimiter))))).toEqual(table)
})

test('titles above and commas in the text do not mislead', async () => {
  const text = 'DANH SÁCH SẢN PHẨM, CHỦ THỂ, NĂM 2024\n\nTT;Tên;Giá\n1;Chè, gói 100 g, loại 1;250.000\n2;Gạo;30,5\n'
  const rows = await readAll(tempFile(text))
  expect(rows.map(({ row }) => row)).toEqual([1, 3, 4, 5])
  expect(rows[2]?.cells.map((cell) => cell.text)).toEqual(['1', 'Chè, gói 100 g, loại 1', '250.000'])
})

test.each([
  ['UTF-8', Buffer.from(csv(','))],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${csv(',')}`)],
  ['UTF-16 LE', iconv.encode(csv('\t'), 'utf-16le', { addBOM: true })],
  ['UTF-16 BE', iconv.encode(csv(';'), 'utf-16be', { addBOM: true })],
  ['UTF-8, NFD', Buffer.from(csv(',').normalize('NFD'))],
  ['old Mac line ends', Buffer.from(csv(',', '\r'))],
  ['Unix line ends', Buffer.from(csv(';', '\n'))],
])('%s is read', async (_, bytes) => {
  expect(textsOf(await readAll(tempFile(bytes)))).toEqual(table)
})

/** Windows-1258 has the letters with hats and horns as one sign, and the tones as signs that follow. */
function to1258(text: string): Buffer {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
  const signs = Array.from(text, (letter) => {
    const parts = letter.normalize('NFD')
    return parts.replace(tones, '').normalize('NFC') + (parts.match(tones)?.join('') ?? '')
  })
  return iconv.encode(signs.join(''), 'windows-1258')
}

test('Windows-1258 is told from other code pages and decoded', async () => {
  const text = 'sản phẩm;chủ thể\nmật ong rừng;hộ kinh doanh Đỗ\nrau củ quả;hợp tác xã Thưởng\n'
  const path = tempFile(to1258(text))
  expect((await openSpreadsheet(path)).encoding).toBe('windows-1258')
  expect(textsOf(await readAll(path)).map((row) => row.join(';'))).toEqual(text.trim().split('\n'))
})

test('a file in TCVN3 bytes is decoded', async () => {
  const bytes = Buffer.from('S¶n phÈm,Chñ thÓ,X·\nChÌ T©n C­¬ng,Hîp t¸c x· H¶o §¹t,X· T©n C­¬ng\n', 'latin1')
  const spreadsheet = await openSpreadsheet(tempFile(bytes))
  expect(spreadsheet.encoding).toBe('tcvn3')
  expect(textsOf(await readAll(tempFile(bytes)))).toEqual([
    ['Sản phẩm', 'Chủ thể', 'Xã'],
    ['Chè Tân Cương', 'Hợp tác xã Hảo Đạt', 'Xã Tân Cương'],
  ])
})

test('a file in VNI bytes is decoded', async () => {
  const bytes = Buffer.from('Saûn phaåm,Chuû theå\nCaø pheâ Ñaø Laït,Hôïp taùc xaõ Laâm Ñoàng\n', 'latin1')
  expect(textsOf(await readAll(tempFile(bytes)))).toEqual([
    ['Sản phẩm', 'Chủ thể'],
    ['Cà phê Đà Lạt', 'Hợp tác xã Lâm Đồng'],
  ])
})

test('TCVN3 mojibake inside good UTF-8 is decoded, what was written is kept', async () => {
  const rows = await readAll(tempFile('S¶n phÈm,Chñ thÓ\nB¸nh ®a,Hîp t¸c x· §«ng Anh\nCam,X· V©n Hµ\n'))
  expect(textsOf(rows)).toEqual([
    ['Sản phẩm', 'Chủ thể'],
    ['Bánh đa', 'Hợp tác xã Đông Anh'],
    ['Cam', 'Xã Vân Hà'],
  ])
  expect(rows[1]?.cells[0]?.raw).toBe('B¸nh ®a')
})

test('quotes hold line ends, doubled quotes and delimiters; ragged and blank lines survive', async () => {
  const rows = await readAll(tempFile('a;b;c\r\n"x\r\ny";"nói ""có""";"1;2"\r\n\r\nđơn;6" x 4"\r\n;;\r\n1;2;3;4\r\n'))
  expect(textsOf(rows)).toEqual([
    ['a', 'b', 'c'],
    ['x\ny', 'nói "có"', '1;2'],
    ['đơn', '6" x 4"'],
    ['1', '2', '3', '4'],
  ])
  expect(rows.map(({ row }) => row)).toEqual([1, 2, 4, 6])
})

test('a line that names the delimiter is obeyed and left out', async () => {
  expect(textsOf(await readAll(tempFile('sep=;\r\na,b;c\r\n')))).toEqual([['a,b', 'c']])
})

test('errors that were written out as text are marked', async () => {
  const [row] = await readAll(tempFile('#REF!,3 sao\n'))
  expect(row?.cells[0]?.error).toBe('#REF!')
})

test('whoever leaves after a few rows of a longer list does no harm', async () => {
  const lines = Array.from({ length: 500 }, (_each, index) => `Chè ${index},Hợp tác xã ${index}`)
  const opened = await openSpreadsheet(tempFile(lines.join('\n')))
  for await (const row of opened.rows(0)) if (row.row === 40) break
  // the parser's own end comes a turn later, past every try
  await new Promise((resolve) => setTimeout(resolve, 50))
  await opened.close()
})
