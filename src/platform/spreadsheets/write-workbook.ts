import { columnLetters } from './cell-addresses.ts'
import { plainNumber, serialOfDate } from './cell-values.ts'
import { isExplosive } from './defuse-cell.ts'
import type { OutgoingSheet, OutgoingValue } from './outgoing-sheet.ts'
import type { ZipPart } from './zip-writer.ts'

const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const longestText = 32_767
const usualWidth = 18

/** The cell formats of `styles.xml`, by index. */
const styleIndex = { plain: 0, header: 1, date: 2, moment: 3, quoted: 4 } as const

/**
 * The parts of an .xlsx file. Written here and not by a library because only `quotePrefix` keeps Excel from turning "=1+1" into a
 * formula once somebody edits the cell, and the libraries at hand cannot set it.
 */
export function* workbookParts(sheets: readonly OutgoingSheet[]): Generator<ZipPart> {
  yield { name: '[Content_Types].xml', pieces: [contentTypes(sheets.length)] }
  yield { name: '_rels/.rels', pieces: [relations([['officeDocument', 'xl/workbook.xml']])] }
  yield { name: 'xl/workbook.xml', pieces: [workbook(sheets)] }
  const targets = sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`])
  yield { name: 'xl/_rels/workbook.xml.rels', pieces: [relations([...targets, ['styles', 'styles.xml']])] }
  yield { name: 'xl/styles.xml', pieces: [styles] }
  for (const [index, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, pieces: sheetPieces(sheet) }
  }
}

function contentTypes(sheetCount: number): string {
  const overrides = Array.from(
    { length: sheetCount },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${contentType}.worksheet+xml"/>`,
  )
  return `${xmlStart}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${overrides.join('')}</Types>`
}

function relations(targets: [kind: string, target: string][]): string {
  const items = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${target}"/>`,
  )
  return `${xmlStart}<Relationships xmlns="${packageNamespace}/relationships">${items.join('')}</Relationships>`
}

function workbook(sheets: readonly OutgoingSheet[]): string {
  const used = new Set<string>()
  const items = sheets.map(({ name }, index) => {
    const unique = sheetName(name, index, used)
    return `<sheet name="${escapeXml(unique)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  })
  return `${xmlStart}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${items.join('')}</sheets></workbook>`
}

/** Excel allows 31 characters, none of `[]:*?/\`, no apostrophe at the ends, and no name twice. */
function sheetName(name: string, index: number, used: Set<string>): string {
  const clean =
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31)
      .trim() || `Sheet${index + 1}`
  const unique = used.has(clean.toLowerCase()) ? `${clean.slice(0, 26)} (${index + 1})` : clean
  used.add(unique.toLowerCase())
  return unique
}

const cellFormats = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>',
]
const styles = `${xmlStart}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs></styleSheet>`

async function* sheetPieces(sheet: OutgoingSheet): AsyncGenerator<string> {
  let piece = `${xmlStart}<worksheet xmlns="${main}">${frozenHeader(sheet)}${columnWidths(sheet)}<sheetData>`
  let number = 0
  for await (const row of sheet.rows) {
    number += 1
    const isHeader = number === 1 && sheet.hasHeader === true
    piece += `<row r="${number}">${row.map((value, index) => cell(value, `${columnLetters(index + 1)}${number}`, isHeader)).join('')}</row>`
    if (piece.length < 32_768) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData></worksheet>`
}

function frozenHeader({ hasHeader }: OutgoingSheet): string {
  if (!hasHeader) return ''
  return '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
}

function columnWidths({ widths = [] }: OutgoingSheet): string {
  if (widths.length === 0) return ''
  const items = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width || usualWidth}" customWidth="1"/>`,
  )
  return `<cols>${items.join('')}</cols>`
}

function cell(value: OutgoingValue, address: string, isHeader: boolean): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return textCell(value, address, isHeader)
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number')
    return Number.isFinite(value) ? `<c r="${address}"><v>${plainNumber(value)}</v></c>` : ''
  return dateCell(value, address)
}

function textCell(text: string, address: string, isHeader: boolean): string {
  const style = isExplosive(text) ? styleIndex.quoted : isHeader ? styleIndex.header : styleIndex.plain
  const kept = escapeXml(text.slice(0, longestText))
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${kept}</t></is></c>`
}

function dateCell(date: Date, address: string): string {
  const serial = serialOfDate(date)
  // Before 1 March 1900 Excel's calendar is wrong: the date goes out as text.
  if (!(serial >= 61)) return Number.isNaN(serial) ? '' : textCell(date.toISOString().slice(0, 10), address, false)
  return `<c r="${address}" s="${Number.isInteger(serial) ? styleIndex.date : styleIndex.moment}"><v>${plainNumber(serial)}</v></c>`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape
const forbiddenInXml = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/** Characters that XML 1.0 forbids are written the way Excel does, `_x0001_`, and a text that looks like that is escaped too. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(forbiddenInXml, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
