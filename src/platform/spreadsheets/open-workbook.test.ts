import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { openSpreadsheet } from './open-spreadsheet.ts'
import { readAll, rowsOf, tempFile, textsOf, workbookFile } from './testing.ts'

async function workbookOf(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('Danh sách OCOP'), workbook)
  return tempFile(new Uint8Array(await workbook.xlsx.writeBuffer()), 'list.xlsx')
}

test('a merged producer is repeated downwards and says where it comes from', async () => {
  const path = await workbookOf((sheet) => {
    sheet.addRow(['TT', 'Chủ thể', 'Sản phẩm'])
    sheet.addRow([1, 'HTX Xuân Hòa', 'Chè'])
    sheet.addRow([2, null, 'Cam'])
    sheet.addRow([3, null, 'Bưởi'])
    sheet.addRow([4, 'HKD Minh', 'Gạo'])
    sheet.mergeCells('B2:B4')
  })
  const rows = await readAll(path)
  expect(textsOf(rows).slice(1)).toEqual([
    ['1', 'HTX Xuân Hòa', 'Chè'],
    ['2', 'HTX Xuân Hòa', 'Cam'],
    ['3', 'HTX Xuân Hòa', 'Bưởi'],
    ['4', 'HKD Minh', 'Gạo'],
  ])
  expect(rows[1]?.cells[1]?.mergedFrom).toBeUndefined()
  expect(rows[3]?.cells[1]).toMatchObject({ column: 2, mergedFrom: 'B2' })
})

test('a merged group header is repeated to the right', async () => {
  const path = await workbookOf((sheet) => {
    sheet.addRow(['TT', 'Công nhận lần đầu', null, null])
    sheet.addRow([null, 'Hạng sao', 'Ngày', 'Năm'])
    sheet.mergeCells('B1:D1')
    sheet.mergeCells('A1:A2')
  })
  expect(textsOf(await readAll(path))).toEqual([
    ['TT', 'Công nhận lần đầu', 'Công nhận lần đầu', 'Công nhận lần đầu'],
    ['TT', 'Hạng sao', 'Ngày', 'Năm'],
  ])
})

test('dates are ISO text and never shift a day', async () => {
  const days = ['1900-03-01', '1999-12-31', '2000-02-29', '2024-02-29', '2026-11-24']
  const path = await workbookOf((sheet) => {
    for (const day of days) sheet.addRow([new Date(`${day}T00:00:00Z`)]).getCell(1).numFmt = 'dd/mm/yyyy'
  })
  const rows = await readAll(path)
  expect(textsOf(rows).flat()).toEqual(days)
  expect(rows[3]?.cells[0]?.raw).toEqual(new Date('2024-02-29T00:00:00Z'))
})

test('dates of the 1904 system are four years later', async () => {
  const more = {
    'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="s1"/></sheets></workbook>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  }
  expect(textsOf(await readAll(workbookFile('<row r="1"><c r="A1" s="1"><v>43831</v></c></row>', more)))).toEqual([
    ['2024-01-02'],
  ])
})

test('custom date formats are seen, number formats with letters in quotes or colours are not', async () => {
  const path = await workbookOf((sheet) => {
    const formats = [
      'dd-mm-yyyy',
      '[$-42A]d mmmm yyyy;@',
      '#,##0 "đồng/sản phẩm"',
      '[Red]0.00',
      '0.00E+00',
      'General',
      '[h]:mm',
    ]
    for (const numFmt of formats) Object.assign(sheet.addRow([45_000]).getCell(1), { numFmt })
  })
  expect(textsOf(await readAll(path)).flat()).toEqual([
    '2023-03-15',
    '2023-03-15',
    '45000',
    '45000',
    '45000',
    '45000',
    '2023-03-15',
  ])
})

test('numbers are plain text without exponents or floating noise', async () => {
  const cells = [
    '250000',
    '2.5E5',
    '8931234567890',
    '1E21',
    '0.1',
    '0.30000000000000004',
    '1.0000000000000001E-7',
    '-3',
  ]
  const path = workbookFile(`<row>${cells.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`)
  expect(textsOf(await readAll(path))).toEqual([
    ['250000', '250000', '8931234567890', '1000000000000000000000', '0.1', '0.3', '0.0000001', '-3'],
  ])
})

test('formulas give their stored value, errors are named, a formula without a value is kept', async () => {
  const path = await workbookOf((sheet) => {
    sheet.addRow([
      { formula: 'A9&"x"', result: 'HTX A' },
      { formula: '1+1', result: 2 },
      { formula: 'Z1', result: { error: '#REF!' } },
      { error: '#N/A' },
    ])
  })
  const [row] = await readAll(path)
  expect(row?.cells).toEqual([
    { column: 1, text: 'HTX A', raw: 'HTX A', formula: true },
    { column: 2, text: '2', raw: 2, formula: true },
    { column: 3, text: '#REF!', raw: '#REF!', error: '#REF!', formula: true },
    { column: 4, text: '#N/A', raw: '#N/A', error: '#N/A' },
  ])
  const [bare] = await readAll(workbookFile('<row r="1"><c r="B1"><f>HYPERLINK("http://x")</f></c></row>'))
  expect(bare?.cells).toEqual([{ column: 2, text: '', raw: null, formula: true }])
})

test('rich text is flattened, links give their text, phonetic guides are left out', async () => {
  const path = await workbookOf((sheet) => {
    sheet.addRow([
      { richText: [{ text: 'Chè ' }, { font: { bold: true }, text: 'Thái Nguyên' }] },
      { text: 'Trang của HTX', hyperlink: 'https://example.vn' },
    ])
  })
  expect(textsOf(await readAll(path))).toEqual([['Chè Thái Nguyên', 'Trang của HTX']])
  const more = { 'xl/sharedStrings.xml': '<sst><si><t>Trà</t><rPh sb="0" eb="1"><t>チャ</t></rPh></si></sst>' }
  expect(textsOf(await readAll(workbookFile('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', more)))).toEqual([['Trà']])
})

test('booleans, ISO dates, inline strings and prefixed XML are read', async () => {
  const rows =
    '<row r="2"><c r="A2" t="b"><v>1</v></c><c r="C2" t="d"><v>2024-03-12T00:00:00</v></c><c r="D2" t="inlineStr"><is><t> a_x000D_\nb&amp;c </t></is></c></row>'
  const [row] = await readAll(workbookFile(rows))
  expect(row?.row).toBe(2)
  expect(row?.cells.map(({ column, text }) => [column, text])).toEqual([
    [1, 'TRUE'],
    [3, '2024-03-12'],
    [4, 'a\nb&c'],
  ])
  const prefixed = '<x:row r="1"><x:c r="A1" t="str"><x:v>chè</x:v></x:c></x:row>'
  expect(textsOf(await readAll(workbookFile(prefixed, {}, '')))).toEqual([['chè']])
})

test('cells and rows without addresses take their places one after another, empty ones too', async () => {
  const rows = await readAll(
    workbookFile('<row><c/><c><v>2</v></c><c s="0"/><c><v>4</v></c></row><row/><row><c><v>1</v></c></row>'),
  )
  expect(rows.map(({ row, cells }) => [row, ...cells.map(({ column }) => column)])).toEqual([
    [1, 2, 4],
    [3, 1],
  ])
})

test('cells typed in TCVN3 and VNI fonts become Unicode, capitals fonts become capitals', async () => {
  const path = await workbookOf((sheet) => {
    sheet.addRow(['Hîp t¸c x·', 'Hôïp taùc xaõ', 'hîp t¸c x·', 'Café', 'cà phê']).eachCell((cell, column) => {
      const name = ['.VnTime', 'VNI-Times', '.VnTimeH', 'Arial', '.VnTime'][column - 1]
      if (name) cell.font = { name }
    })
    sheet.addRow([
      {
        richText: [
          { font: { name: '.VnTime' }, text: 'B¸nh ' },
          { font: { name: 'Arial' }, text: 'cuốn' },
        ],
      },
    ])
  })
  const rows = await readAll(path)
  expect(textsOf(rows)).toEqual([['Hợp tác xã', 'Hợp tác xã', 'HỢP TÁC XÃ', 'Café', 'cà phê'], ['Bánh cuốn']])
  expect(rows[0]?.cells[0]).toMatchObject({ raw: 'Hîp t¸c x·', decodedFrom: 'tcvn3' })
})

test('NFD becomes NFC, ends are trimmed, curly quotes and inner spaces stay', async () => {
  const path = await workbookOf((sheet) => sheet.addRow(['  Chè \u201cTân  Cương\u201d\u00a0'.normalize('NFD')]))
  const [row] = await readAll(path)
  expect(row?.cells[0]?.text).toBe('Chè \u201cTân  Cương\u201d')
})

test('several sheets, hidden ones marked, each read as often as asked', async () => {
  const path = await workbookOf((sheet, workbook) => {
    sheet.addRow(['một'])
    workbook.addWorksheet('Ẩn', { state: 'hidden' }).addRow(['hai'])
  })
  const spreadsheet = await openSpreadsheet(path)
  expect(spreadsheet.sheets).toEqual([
    { name: 'Danh sách OCOP', hidden: false },
    { name: 'Ẩn', hidden: true },
  ])
  expect(textsOf(await rowsOf(spreadsheet, 1))).toEqual([['hai']])
  expect(textsOf(await rowsOf(spreadsheet, 0))).toEqual([['một']])
  expect(textsOf(await rowsOf(spreadsheet, 0))).toEqual([['một']])
  await spreadsheet.close()
})

test('merges are found even when their tags fall across the borders of what is read at once', async () => {
  const rows = Array.from(
    { length: 30_000 },
    (_, i) => `<row><c t="str"><v>${(i * 7919) % 100_003}</v></c><c/></row>`,
  ).join('')
  const merges = Array.from({ length: 15_000 }, (_, i) => `<mergeCell ref="A${i * 2 + 1}:B${i * 2 + 1}"/>`).join('')
  const read = await readAll(workbookFile(rows, {}, `<mergeCells>${merges}</mergeCells>`))
  expect(read.filter(({ cells }) => cells.length === 2)).toHaveLength(15_000)
})
