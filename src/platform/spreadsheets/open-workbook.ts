import { encodingOfMany } from './decode-legacy.ts'
import { readMerges } from './read-merges.ts'
import { readSheetRows, type SheetContext } from './read-sheet-rows.ts'
import {
  findWorkbookPart,
  readRelations,
  readSharedStrings,
  readSheets,
  readStyles,
  refuseActiveContent,
  type SheetPart,
} from './read-workbook-parts.ts'
import { refuse } from './refusals.ts'
import { repeatMergedCells } from './repeat-merged-cells.ts'
import type { OpenedSpreadsheet, Reading, SheetRow } from './workbook.ts'
import { type Archive, openArchive } from './zip-archive.ts'

const votingStrings = 5_000

/** Opens an .xlsx workbook; everything but the sheets themselves is read here, the sheets as their rows are asked for. */
export async function openWorkbook(path: string, reading: Reading): Promise<OpenedSpreadsheet> {
  const archive = await openArchive(path, reading)
  try {
    return await describeWorkbook(archive, reading)
  } catch (cause) {
    archive.close()
    throw cause
  }
}

async function describeWorkbook(archive: Archive, reading: Reading): Promise<OpenedSpreadsheet> {
  await refuseActiveContent(archive)
  const part = await findWorkbookPart(archive)
  const relations = await readRelations(archive, part.replace(/([^/]*)$/, '_rels/$1.rels'))
  const targetOf = (kind: string) => [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target
  const { sheets, is1904 } = await readSheets(archive, part, relations)
  if (sheets.length === 0) throw refuse('not-a-spreadsheet', { found: '0 sheets' })
  if (sheets.length > reading.limits.sheets) throw refuse('unsafe-file', { found: `${sheets.length} sheets` })
  const styles = await readStyles(archive, targetOf('styles'))
  const strings = await readSharedStrings(archive, targetOf('sharedStrings'))
  const fileEncoding = encodingOfMany(strings.slice(0, votingStrings).map(({ text }) => text))
  return {
    kind: 'xlsx',
    encoding: 'utf-8',
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    rows(index) {
      const sheet = sheets[index]
      if (!sheet) throw refuse('no-such-sheet', { number: index + 1 })
      return readSheet(archive, sheet, { name: sheet.name, strings, styles, is1904, fileEncoding, reading })
    },
    close: async () => archive.close(),
  }
}

async function* readSheet(archive: Archive, { part }: SheetPart, context: SheetContext): AsyncGenerator<SheetRow> {
  const merges = await readMerges(archive.read(part), context.reading)
  const repeat = repeatMergedCells(merges, context.reading.limits.columns)
  for await (const row of readSheetRows(archive.read(part), context)) yield repeat(row)
}
