import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll } from 'vitest'
import { openSpreadsheet } from './open-spreadsheet.ts'
import type { OpenedSpreadsheet, OpenOptions, SheetRow } from './workbook.ts'

let folder: string | undefined
let files = 0

/** A new file in the system's temporary folder. */
export function tempFile(content: string | Uint8Array, name = 'list'): string {
  folder ??= mkdtempSync(join(tmpdir(), 'spreadsheets-'))
  files += 1
  const path = join(folder, `${files}-${name}`)
  writeFileSync(path, content)
  return path
}

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
  folder = undefined
})

/** Opens a file, reads one sheet whole and closes it again. */
export async function readAll(path: string, options: OpenOptions & { sheet?: number } = {}): Promise<SheetRow[]> {
  const spreadsheet = await openSpreadsheet(path, options)
  try {
    return await rowsOf(spreadsheet, options.sheet)
  } finally {
    await spreadsheet.close()
  }
}

/** All rows of one sheet of an open spreadsheet. */
export async function rowsOf(spreadsheet: OpenedSpreadsheet, sheet = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of spreadsheet.rows(sheet)) rows.push(row)
  return rows
}

/** The texts of rows by column, with empty strings for the gaps. */
export function textsOf(rows: SheetRow[]): string[][] {
  return rows.map(({ cells }) =>
    Array.from(
      { length: cells.at(-1)?.column ?? 0 },
      (_, i) => cells.find(({ column }) => column === i + 1)?.text ?? '',
    ),
  )
}

export interface RawPart {
  content: string | Uint8Array
  /** What the headers claim, when it is not the truth. */
  claimedSize?: number
  /** General purpose bits; 1 = encrypted. */
  flags?: number
}

/** A zip file made byte by byte, so that tests can make it lie. */
export function makeZip(parts: Record<string, string | RawPart>): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, given] of Object.entries(parts)) {
    const part = typeof given === 'string' ? { content: given } : given
    const bytes = Buffer.from(part.content)
    const packed = deflateRawSync(bytes)
    const nameBytes = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(part.flags ?? 0, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(part.claimedSize ?? bytes.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, nameBytes, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    locals.push(local)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), shared, tail, nameBytes]))
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, entries, end])
}

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a one-sheet workbook around hand-written sheet XML; `more` adds or replaces parts. */
export function workbookParts(
  sheetXml: string,
  more: Record<string, string | RawPart> = {},
): Record<string, string | RawPart> {
  return {
    '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${officeTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="Danh sách" sheetId="1" r:id="s1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s1" Type="${officeTypes}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${officeTypes}/styles" Target="styles.xml"/><Relationship Id="s3" Type="${officeTypes}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more,
  }
}

/** A sheet's XML around its rows. */
export function sheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** A workbook file around hand-written rows. */
export function workbookFile(rows: string, more: Record<string, string | RawPart> = {}, after = ''): string {
  return tempFile(makeZip(workbookParts(sheetXml(rows, after), more)), 'list.xlsx')
}
