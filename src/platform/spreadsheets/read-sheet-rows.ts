import { columnOf } from './cell-addresses.ts'
import { dateOfSerial, plainNumber, serialText, tidyText, unescapeControls } from './cell-values.ts'
import { decodeLegacy, type LegacyEncoding, type LegacyFont } from './decode-legacy.ts'
import { type CellStyle, collectRichText, type SharedString } from './read-workbook-parts.ts'
import { readXml, type XmlListener } from './read-xml.ts'
import { refuse } from './refusals.ts'
import type { Cell, Reading, SheetRow } from './workbook.ts'

const lastSheetRow = 1_048_576

export interface SheetContext {
  name: string
  strings: SharedString[]
  styles: CellStyle[]
  is1904: boolean
  fileEncoding: LegacyEncoding | undefined
  reading: Reading
}

/** The rows of a worksheet part that hold something, merged ranges not yet repeated. */
export async function* readSheetRows(bytes: AsyncIterable<Buffer>, context: SheetContext): AsyncGenerator<SheetRow> {
  const gathered: SheetRow[] = []
  let count = 0
  for await (const _ of readXml(bytes, listenToRows(context, gathered))) {
    for (const row of gathered) {
      count += 1
      refuseTooMany(count, context)
      yield row
    }
    gathered.length = 0
  }
}

function refuseTooMany(count: number, { name, reading: { limits } }: SheetContext): void {
  if (count > limits.rowsPerSheet) throw refuse('too-many-rows', { sheet: name, limit: limits.rowsPerSheet })
}

interface RawCell {
  row: number
  column: number
  type: string
  style: CellStyle | undefined
  value: string
  isFormula: boolean
}

function listenToRows(context: SheetContext, gathered: SheetRow[]): XmlListener {
  const inline = collectRichText()
  const rows = buildRows(context, gathered)
  let cell: RawCell | undefined
  let isValue = false
  let isInline = false
  return {
    open(name, attributes) {
      if (name === 'row') rows.open(attributes.r)
      else if (name === 'c') {
        cell = rows.openCell(attributes)
        inline.reset()
      } else if (name === 'v') isValue = true
      else if (name === 'f' && cell) cell.isFormula = true
      else if (name === 'is') isInline = true
      else if (isInline) inline.open(name, attributes)
    },
    close(name) {
      if (name === 'v') isValue = false
      else if (name === 'is') isInline = false
      else if (isInline) inline.close(name)
      else if (name === 'row') rows.close()
      else if (name === 'c' && cell) {
        rows.closeCell(cell, cell.type === 'inlineStr' ? inline.take() : undefined)
        cell = undefined
      }
    },
    text(text) {
      if (isInline) inline.text(text)
      else if (isValue && cell) cell.value += text
    },
  }
}

/** Gathers cells into rows; rows and columns may leave out their addresses, but never go backwards. */
function buildRows(context: SheetContext, gathered: SheetRow[]) {
  const { limits } = context.reading
  let row: SheetRow = { row: 0, cells: [] }
  let lastColumn = 0
  return {
    open(address: string | undefined) {
      const number = address === undefined ? row.row + 1 : Number(address)
      if (!(number > row.row && number <= lastSheetRow)) throw refuse('broken-file', { found: `row ${address}` })
      row = { row: number, cells: [] }
      lastColumn = 0
    },
    openCell({ r, t = 'n', s }: Record<string, string>): RawCell {
      const column = r === undefined ? lastColumn + 1 : columnOf(r)
      if (column <= lastColumn) throw refuse('broken-file', { found: `cell ${r}` })
      lastColumn = column
      return { row: row.row, column, type: t, style: context.styles[Number(s ?? 0)], value: '', isFormula: false }
    },
    closeCell(raw: RawCell, inline: SharedString | undefined) {
      if (raw.value.length > limits.cellCharacters)
        throw refuse('cell-too-long', { row: row.row, limit: limits.cellCharacters })
      const made = makeCell(raw, inline, context)
      if (made && made.column > limits.columns) {
        throw refuse('too-many-columns', { sheet: context.name, limit: limits.columns, row: row.row })
      }
      if (made) row.cells.push(made)
    },
    close() {
      if (row.cells.length > 0) gathered.push(row)
    },
  }
}

function makeCell(raw: RawCell, inline: SharedString | undefined, context: SheetContext): Cell | undefined {
  const cell = cellValue(raw, inline, context)
  if (raw.isFormula) return { ...(cell ?? { column: raw.column, text: '', raw: null }), formula: true }
  return cell
}

function cellValue(raw: RawCell, inline: SharedString | undefined, context: SheetContext): Cell | undefined {
  const { column, type, value, style } = raw
  if (type === 's') return stringCell(raw, sharedAt(context, value), style?.font, context)
  if (inline) return stringCell(raw, inline, style?.font, context)
  if (value === '') return undefined
  if (type === 'str')
    return stringCell(raw, { text: unescapeControls(value), decodedFrom: undefined }, style?.font, context)
  if (type === 'e') return { column, text: value, raw: value, error: value }
  if (type === 'b') return { column, text: value === '1' ? 'TRUE' : 'FALSE', raw: value === '1' }
  if (type === 'd') return { column, text: value.replace(/T00:00:00(?:\.0+)?Z?$/, ''), raw: new Date(value) }
  return numberCell(column, value, style?.isDate ?? false, context.is1904)
}

function sharedAt({ strings }: SheetContext, index: string): SharedString {
  const found = strings[Number(index)]
  if (!found) throw refuse('broken-file', { found: `shared string ${index}` })
  return found
}

function stringCell(
  { row, column }: RawCell,
  shared: SharedString,
  font: LegacyFont | undefined,
  context: SheetContext,
): Cell | undefined {
  const { limits } = context.reading
  if (shared.text.length > limits.cellCharacters) throw refuse('cell-too-long', { row, limit: limits.cellCharacters })
  const hint = { ...(font && { font }), ...(context.fileEncoding && { fileEncoding: context.fileEncoding }) }
  const decoded = shared.decodedFrom ? undefined : decodeLegacy(shared.text, hint)
  const text = tidyText(decoded?.text ?? shared.text)
  if (text === '') return undefined
  const encoding = shared.decodedFrom ?? decoded?.encoding ?? 'unicode'
  return { column, text, raw: shared.text, ...(encoding !== 'unicode' && { decodedFrom: encoding }) }
}

function numberCell(column: number, value: string, isDate: boolean, is1904: boolean): Cell {
  const number = Number(value)
  if (Number.isNaN(number)) return { column, text: value, raw: value }
  // Beyond 31 December 9999 (serial 2,958,465) and below zero a date format shows only "#####": the number is what was typed.
  if (isDate && number >= 0 && number < 2_958_466) {
    return { column, text: serialText(number, is1904), raw: dateOfSerial(number, is1904) }
  }
  return { column, text: plainNumber(number), raw: number }
}
