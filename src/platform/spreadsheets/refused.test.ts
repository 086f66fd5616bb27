import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSpreadsheet } from './open-spreadsheet.ts'
import { makeZip, readAll, sheetXml, tempFile, workbookFile, workbookParts } from './testing.ts'

const aRow = '<row r="1"><c r="A1"><v>1</v></c></row>'
const oneCell = sheetXml(aRow)

async function refusalOf(path: string, limits = {}): Promise<string> {
  try {
    await readAll(path, { limits })
  } catch (thrown) {
    if (thrown instanceof Error && 'refusal' in thrown) {
      const { refusal } = thrown
      if (typeof refusal === 'object' && refusal && 'code' in refusal) return String(refusal.code)
    }
    throw thrown
  }
  return 'accepted'
}

function ole(stream: string): string {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  return tempFile(
    Buffer.concat([header, Buffer.alloc(262_100), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]),
    'x.xlsx',
  )
}

describe('what is not a spreadsheet is refused by its content, whatever its name', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'not-a-spreadsheet'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'not-a-spreadsheet'],
    ['a page that calls itself .xls', '<html><table><tr><td>1</td></tr></table></html>', 'not-a-spreadsheet'],
    ['a web page after a mark', '\ufeff<!DOCTYPE html><html></html>', 'not-a-spreadsheet'],
    ['JSON', '[{"product":"Chè"}]', 'not-a-spreadsheet'],
    ['random bytes', Buffer.concat([Buffer.from('abc'), randomBytes(4000)]), 'not-a-spreadsheet'],
    ['an empty file', '', 'empty-file'],
    ['blank lines only', '\ufeff \r\n\r\n', 'empty-file'],
    ['a binary Excel 4 file', Buffer.from('090406000000100000000000', 'hex'), 'old-excel-file'],
    ['the start of a zip file', Buffer.from('PK\u0003\u0004 and no more'), 'broken-file'],
  ])('%s', async (_, content, code) => {
    expect(await refusalOf(tempFile(content, 'list.xlsx'))).toBe(code)
  })

  test('a zip file of something else', async () => {
    expect(await refusalOf(tempFile(makeZip({ 'readme.txt': 'hello' })))).toBe('not-a-spreadsheet')
  })

  test('a Word document', async () => {
    const more = {
      '_rels/.rels':
        '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    }
    expect(await refusalOf(workbookFile(aRow, { ...more, 'word/document.xml': '<d/>' }))).toBe('not-a-spreadsheet')
  })

  test('an OpenDocument spreadsheet is told to be saved as .xlsx', async () => {
    expect(await refusalOf(tempFile(makeZip({ mimetype: 'application/vnd.oasis', 'content.xml': '<a/>' })))).toBe(
      'other-workbook-format',
    )
  })
})

describe('files of Excel that may not come in', () => {
  test('an encrypted workbook', async () => expect(await refusalOf(ole('EncryptedPackage'))).toBe('file-encrypted'))
  test('a binary .xls', async () => expect(await refusalOf(ole('Workbook'))).toBe('old-excel-file'))
  test('another OLE document', async () => expect(await refusalOf(ole('WordDocument'))).toBe('not-a-spreadsheet'))
  test('a zip file with a password', async () => {
    const parts = workbookParts('', { 'xl/worksheets/sheet1.xml': { content: oneCell, flags: 1 } })
    expect(await refusalOf(tempFile(makeZip(parts)))).toBe('file-encrypted')
  })
  test('macros, by part', async () =>
    expect(await refusalOf(workbookFile(aRow, { 'xl/vbaProject.bin': 'x' }))).toBe('macros-inside'))
  test('macros, by part in odd case', async () =>
    expect(await refusalOf(workbookFile(aRow, { 'XL/VBAPROJECT.BIN': 'x' }))).toBe('macros-inside'))
  test('Excel 4 macros', async () =>
    expect(await refusalOf(workbookFile(aRow, { 'xl/macrosheets/sheet1.xml': '<a/>' }))).toBe('macros-inside'))
  test('macros, by content type', async () => {
    const types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    expect(await refusalOf(workbookFile(aRow, { '[Content_Types].xml': types }))).toBe('macros-inside')
  })
  test('links to other files', async () => {
    expect(await refusalOf(workbookFile(aRow, { 'xl/externalLinks/externalLink1.xml': '<a/>' }))).toBe(
      'external-links-inside',
    )
  })
  test('a binary workbook', async () => {
    const types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.binary.main"/></Types>'
    expect(await refusalOf(workbookFile(aRow, { '[Content_Types].xml': types }))).toBe('other-workbook-format')
  })
})

describe('bombs and damaged files', () => {
  test('a part that inflates a thousandfold', async () => {
    const bomb = sheetXml(`${aRow}${' '.repeat(10 * 1024 * 1024)}`)
    expect(await refusalOf(tempFile(makeZip(workbookParts(bomb))))).toBe('zip-bomb')
  })
  test('a header that lies about the size is found out by counting', async () => {
    const parts = workbookParts('', {
      'xl/worksheets/sheet1.xml': { content: sheetXml(' '.repeat(9_000_000)), claimedSize: 400 },
    })
    expect(await refusalOf(tempFile(makeZip(parts)))).toBe('zip-bomb')
  })
  test('a header that claims more than there is', async () => {
    const parts = workbookParts('', { 'xl/worksheets/sheet1.xml': { content: oneCell, claimedSize: 40_000 } })
    expect(await refusalOf(tempFile(makeZip(parts)))).toBe('zip-bomb')
  })
  test('too many parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`xl/p${i}.xml`, 'x']))
    expect(await refusalOf(workbookFile(aRow, many))).toBe('zip-bomb')
  })
  test('parts that overlap', async () => {
    const zip = makeZip(workbookParts(oneCell))
    const last = zip.lastIndexOf(Buffer.from('PK\u0001\u0002'))
    zip.writeUInt32LE(0, last + 42)
    expect(await refusalOf(tempFile(zip))).toBe('zip-bomb')
  })
  test('more inflated bytes than allowed in all', async () => {
    expect(
      await refusalOf(workbookFile(aRow, { 'xl/media/a.bin': randomBytes(90_000).toString('hex') }), {
        inflatedBytes: 100_000,
      }),
    ).toBe('zip-bomb')
  })
  test.each(['../../etc/passwd', '/etc/passwd'])('a part named %s', async (name) => {
    expect(await refusalOf(workbookFile(aRow, { [name]: 'x' }))).toBe('unsafe-file')
  })
  test('the same part twice, in two cases', async () => {
    expect(await refusalOf(workbookFile(aRow, { 'xl/Worksheets/Sheet1.xml': oneCell }))).toBe('unsafe-file')
  })
  test('a DOCTYPE in the sheet, with entities or without', async () => {
    const lol = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${sheetXml(aRow).slice(38)}`
    expect(await refusalOf(tempFile(makeZip(workbookParts(lol))))).toBe('unsafe-file')
  })
  test('a DOCTYPE in another part', async () => {
    const more = { 'xl/workbook.xml': '<!DOCTYPE workbook SYSTEM "file:///etc/passwd"><workbook/>' }
    expect(await refusalOf(workbookFile(aRow, more))).toBe('unsafe-file')
  })
  test('an unknown entity', async () => {
    expect(await refusalOf(workbookFile('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>'))).toBe('broken-file')
  })
  test('a file cut off at any place', async () => {
    const whole = makeZip(
      workbookParts(
        sheetXml(
          Array.from({ length: 500 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i * 7919}</v></c></row>`).join(
            '',
          ),
        ),
      ),
    )
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      const code = await refusalOf(tempFile(whole.subarray(0, Math.floor(whole.length * share))))
      expect(['broken-file', 'unsafe-file', 'zip-bomb']).toContain(code)
    }
  })
  test('bytes changed inside the packed sheet', async () => {
    const zip = makeZip(
      workbookParts(
        sheetXml(
          Array.from({ length: 500 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i * 7919}</v></c></row>`).join(
            '',
          ),
        ),
      ),
    )
    const at = zip.indexOf('sheet1.xml') + 200
    zip.fill(0xa5, at, at + 40)
    expect(['broken-file', 'zip-bomb']).toContain(await refusalOf(tempFile(zip)))
  })
  test('a checksum that does not fit', async () => {
    const zip = makeZip(workbookParts(oneCell))
    const at = zip.lastIndexOf(Buffer.from('PK\u0001\u0002'))
    zip.writeUInt32LE(12_345, at + 16)
    expect(await refusalOf(tempFile(zip))).toBe('broken-file')
  })
  test('merged ranges without number that lie upon each other do not multiply the work', async () => {
    const rows = Array.from({ length: 300 }, () => '<row><c><v>1</v></c></row>').join('')
    const merges = Array.from(
      { length: 20_000 },
      (_, i) => `<mergeCell ref="A1:${i % 2 ? 'KN' : 'KM'}${50_000 + i}"/>`,
    ).join('')
    const path = workbookFile(rows, {}, `<mergeCells>${merges}</mergeCells>`)
    expect(await refusalOf(path)).toBe('accepted')
  })
  test('rows that go backwards', async () => {
    expect(
      await refusalOf(workbookFile('<row r="5"><c r="A5"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>')),
    ).toBe('broken-file')
  })
  test('cells that go backwards or stand upon each other', async () => {
    expect(await refusalOf(workbookFile('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'))).toBe(
      'broken-file',
    )
    expect(await refusalOf(workbookFile('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'))).toBe(
      'broken-file',
    )
  })
  test('a reference to a string that is not there', async () => {
    expect(await refusalOf(workbookFile('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))).toBe('broken-file')
  })
  test('CSV with a quote that never closes', async () => {
    expect(await refusalOf(tempFile('a,b\n"c,d\ne,f\n'))).toBe('broken-csv')
  })
})

test('a workbook with any bytes changed is read or refused, never a bug', async () => {
  const whole = makeZip(workbookParts(sheetXml(`${aRow}<row r="2"><c r="A2" t="str"><v>chè</v></c></row>`)))
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(changes, async (bytes) => {
      const zip = Buffer.from(whole)
      for (const [at, value] of bytes) zip[at] = value
      expect(await refusalOf(tempFile(zip))).toMatch(/^[a-z-]+$/)
    }),
    { numRuns: 50 },
  )
})

test('any text at all is read as a table or refused, never a bug', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.uint8Array()), async (content) => {
      expect(await refusalOf(tempFile(content))).toMatch(/^[a-z-]+$/)
    }),
    { numRuns: 50 },
  )
})

describe('limits', () => {
  test('a file of more than 20 MB', async () => {
    expect(await refusalOf(tempFile(Buffer.alloc(20 * 1024 * 1024 + 1, 'a,b\n')))).toBe('file-too-large')
  })
  test('a million rows: .csv', async () => {
    expect(await refusalOf(tempFile('a,b\n'.repeat(1_000_000)))).toBe('too-many-rows')
  })
  test('more rows than allowed: .xlsx', async () => {
    const rows = Array.from({ length: 50_001 }, (_, i) => `<row><c><v>${(i * 7919) % 99_991}</v></c></row>`).join('')
    expect(await refusalOf(workbookFile(rows))).toBe('too-many-rows')
    expect(await refusalOf(workbookFile(rows), { rowsPerSheet: 60_000 })).toBe('accepted')
  })
  test('rows without values do not count', async () => {
    expect(
      await refusalOf(workbookFile(`${aRow}${'<row><c s="0"/></row>'.repeat(60_000)}`), { inflationRatio: 2000 }),
    ).toBe('accepted')
  })
  test('more than 300 columns', async () => {
    expect(await refusalOf(tempFile(`${'a;'.repeat(301)}b\n`))).toBe('too-many-columns')
    expect(await refusalOf(workbookFile('<row r="1"><c r="KO1"><v>1</v></c></row>'))).toBe('too-many-columns')
    expect(await refusalOf(workbookFile('<row r="1"><c r="KN1"><v>1</v></c></row>'))).toBe('accepted')
  })
  test('a cell as long as a book', async () => {
    expect(
      await refusalOf(workbookFile(`<row r="1"><c r="A1" t="str"><v>${'dài '.repeat(30_000)}</v></c></row>`)),
    ).toBe('cell-too-long')
    expect(await refusalOf(tempFile(`a,${'dài '.repeat(10_000)}\n`))).toBe('cell-too-long')
  })
  test('a sheet that does not exist', async () => {
    const spreadsheet = await openSpreadsheet(workbookFile(aRow))
    expect(() => spreadsheet.rows(3)).toThrow('no-such-sheet')
    await spreadsheet.close()
  })
  test('reading stops when the caller gives up', async () => {
    const stop = new AbortController()
    const spreadsheet = await openSpreadsheet(tempFile('a,b\n'.repeat(40_000)), { signal: stop.signal })
    await expect(
      (async () => {
        for await (const { row } of spreadsheet.rows(0)) if (row === 100) stop.abort()
      })(),
    ).rejects.toThrow('aborted')
  })
})
