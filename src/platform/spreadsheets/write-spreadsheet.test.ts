import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnLetters, columnOf } from './cell-addresses.ts'
import { dateOfSerial, plainNumber, serialOfDate } from './cell-values.ts'
import type { OutgoingValue } from './outgoing-sheet.ts'
import { readAll, tempFile, textsOf } from './testing.ts'
import { writeSpreadsheet } from './write-spreadsheet.ts'

async function written(kind: 'xlsx' | 'csv', rows: OutgoingValue[][], delimiter: ',' | ';' = ','): Promise<string> {
  const path = tempFile('', `out.${kind}`)
  await writeSpreadsheet(path, [{ name: 'Sản phẩm', rows }], { kind, delimiter })
  return path
}

const explosive = [
  '=1+1',
  '+84 912',
  '-5',
  '@SUM(A1)',
  '\tx',
  '\rx',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x","y")',
]

describe('no cell runs when an export is opened', () => {
  test.each(explosive)('CSV: %j is shown, not run', async (text) => {
    const path = await written('csv', [[text, 'x']])
    expect(
      readFileSync(path, 'utf8')
        .replace(/^\ufeff"?/, '')
        .startsWith("'"),
    ).toBe(true)
  })
  test.each(explosive)('.xlsx: %j is a string with quotePrefix', async (text) => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(await written('xlsx', [[text]]))
    expect(workbook.worksheets[0]?.getCell('A1').type).toBe(ExcelJS.ValueType.String)
    expect(workbook.worksheets[0]?.getCell('A1').formula).toBeUndefined()
  })
  test('numbers stay numbers, also negative ones', async () => {
    const [row] = await readAll(await written('xlsx', [[-5, 250_000, 0.1]]))
    expect(row?.cells.map(({ raw }) => raw)).toEqual([-5, 250_000, 0.1])
    expect(readFileSync(await written('csv', [[-5, 250_000]], ';'), 'utf8')).toBe('\ufeff-5;250000\r\n')
  })
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are left out on purpose, and Latin-1, which may be a legacy encoding
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u00ff\ufffe\uffff]/g
const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('Chè “Tân Cương”', 'a\nb', 'x;y,z\t"q"', '=1', '-2', '@x', '_x000D_', '&<>"\'', 'phở bò'),
  )
  .map((text) => text.replace(/\r\n?/g, '\n').replace(controls, '').normalize('NFC').trim())
  .filter(
    (text) =>
      text !== '' && !/^[\u200b\u2060\ufeff']|[\u200b\u2060\ufeff]$|^[<{[%]|^sep=/i.test(text) && text.isWellFormed(),
  )

describe('what is written reads the same', () => {
  test('.xlsx', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(texts, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          expect(textsOf(await readAll(await written('xlsx', rows)))).toEqual(rows)
        },
      ),
      { numRuns: 20 },
    )
  })
  test('.csv with commas and with semicolons', async () => {
    const header = ['Tên sản phẩm', 'Chủ thể', 'Xã', 'Tỉnh', 'Sao']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(texts, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';'),
        async (rows, delimiter) => {
          const table = [header, header, header, header, ...rows]
          expect(textsOf(await readAll(await written('csv', table, delimiter)))).toEqual(table)
        },
      ),
      { numRuns: 20 },
    )
  })
  test('dates, moments, booleans and gaps', async () => {
    const day = new Date('2024-02-29T00:00:00Z')
    const moment = new Date('2026-11-24T08:30:15Z')
    const row = [day, moment, true, null, undefined, '', 'cuối']
    for (const kind of ['xlsx', 'csv'] as const) {
      expect(textsOf(await readAll(await written(kind, [row])))).toEqual([
        ['2024-02-29', '2026-11-24T08:30:15', kind === 'xlsx' ? 'TRUE' : 'TRUE', '', '', '', 'cuối'],
      ])
    }
  })
  test('another reader agrees, names of sheets are made acceptable', async () => {
    const path = tempFile('', 'two.xlsx')
    const rows = [
      ['Tên', 'Giá'],
      ['Chè', 250_000],
    ]
    await writeSpreadsheet(
      path,
      [
        { name: "'Tỉnh/Thành: [A]*?'", rows, hasHeader: true, widths: [30] },
        { name: 'x'.repeat(40), rows },
        { name: 'x'.repeat(40), rows },
      ],
      { kind: 'xlsx' },
    )
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    expect(workbook.worksheets.map(({ name }) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toEqual([
      true,
      true,
      true,
    ])
    expect(workbook.worksheets[0]?.getCell('B2').value).toBe(250_000)
    expect(workbook.worksheets[0]?.getCell('A1').font.bold).toBe(true)
  })
})

test('serials and dates are inverse, columns and letters too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      expect(serialOfDate(dateOfSerial(serial))).toBe(serial)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
      expect(columnOf(columnLetters(column))).toBe(column)
    }),
  )
  expect(dateOfSerial(1).toISOString().slice(0, 10)).toBe('1900-01-01')
  expect(dateOfSerial(59).toISOString().slice(0, 10)).toBe('1900-02-28')
  expect(plainNumber(1.5e300)).not.toContain('e')
})
