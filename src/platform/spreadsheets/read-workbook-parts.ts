import { isDateFormat, unescapeControls } from './cell-values.ts'
import { decodeLegacy, type LegacyFont, legacyFontOf } from './decode-legacy.ts'
import { readWholeXml, type XmlListener } from './read-xml.ts'
import { refuse } from './refusals.ts'
import type { SheetSummary } from './workbook.ts'
import type { Archive } from './zip-archive.ts'

export interface SheetPart extends SheetSummary {
  part: string
}

export interface CellStyle {
  isDate: boolean
  font: LegacyFont | undefined
}

const ignore = (): void => {}

function readPart(archive: Archive, part: string, listener: Partial<XmlListener>): Promise<void> {
  return readWholeXml(archive.read(part), { open: ignore, close: ignore, text: ignore, ...listener })
}

/** Refuses what the list of content types and the part names give away: macros, links to other files, other formats. */
export async function refuseActiveContent(archive: Archive): Promise<void> {
  const names = archive.names()
  if (names.includes('mimetype') && names.includes('content.xml'))
    throw refuse('other-workbook-format', { found: '.ods' })
  if (!archive.has('[Content_Types].xml')) throw refuse('not-a-spreadsheet', { found: 'zip' })
  const types: string[] = []
  await readPart(archive, '[Content_Types].xml', { open: (_, attributes) => types.push(attributes.ContentType ?? '') })
  const isMacro = names.some((name) => name.endsWith('vbaproject.bin') || name.includes('/macrosheets/'))
  if (isMacro || types.some((type) => /macroEnabled|vbaProject|macrosheet/i.test(type))) throw refuse('macros-inside')
  if (types.some((type) => /sheet\.binary/i.test(type))) throw refuse('other-workbook-format', { found: '.xlsb' })
  if (names.some((name) => name.includes('/externallinks/'))) throw refuse('external-links-inside')
}

/** Where the workbook itself lies, as the package's own relations say. */
export async function findWorkbookPart(archive: Archive): Promise<string> {
  if (!archive.has('_rels/.rels')) throw refuse('not-a-spreadsheet', { found: 'zip' })
  const relations = await readRelations(archive, '_rels/.rels')
  const part = [...relations.values()].find((relation) => relation.type.endsWith('/officeDocument'))?.target
  if (!part || !archive.has(part) || !/workbook[^/]*\.xml$/i.test(part)) {
    throw refuse('not-a-spreadsheet', { found: part?.includes('word') ? 'Word' : 'zip' })
  }
  return part
}

interface Relation {
  type: string
  target: string
}

/** The relations of a part by their ids, with targets as names in the archive. */
export async function readRelations(archive: Archive, relationsPart: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>()
  const folder = relationsPart.replace(/_rels\/[^/]*$/, '')
  if (!archive.has(relationsPart)) return found
  await readPart(archive, relationsPart, {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name !== 'Relationship') return
      if (Type.endsWith('/externalLink')) throw refuse('external-links-inside')
      if (TargetMode !== 'External') found.set(Id, { type: Type, target: resolveTarget(folder, Target) })
    },
  })
  return found
}

function resolveTarget(folder: string, target: string): string {
  const joined = target.startsWith('/') ? target.slice(1) : folder + target
  const steps: string[] = []
  for (const step of joined.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** The sheets in the order of their tabs and whether dates count from 1904. Chart sheets are left out. */
export async function readSheets(
  archive: Archive,
  workbookPart: string,
  relations: Map<string, Relation>,
): Promise<{ sheets: SheetPart[]; is1904: boolean }> {
  const sheets: SheetPart[] = []
  let is1904 = false
  await readPart(archive, workbookPart, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      const relation = relations.get(attributes['r:id'] ?? attributes['ns0:id'] ?? anyId(attributes))
      if (!relation?.type.endsWith('/worksheet')) return
      if (!archive.has(relation.target)) throw refuse('broken-file', { found: relation.target })
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      sheets.push({ name: (attributes.name ?? '').normalize('NFC'), hidden, part: relation.target })
    },
  })
  return { sheets, is1904 }
}

function anyId(attributes: Record<string, string>): string {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'))
  return (name && attributes[name]) || ''
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** For each cell format: does it show dates, and is its font one of the legacy Vietnamese ones. */
export async function readStyles(archive: Archive, part: string | undefined): Promise<CellStyle[]> {
  if (!part || !archive.has(part)) return []
  const formats = new Map<number, string>()
  const fonts: (LegacyFont | undefined)[] = []
  const styles: CellStyle[] = []
  const path: string[] = []
  await readPart(archive, part, {
    open(name, attributes) {
      const parent = path.at(-1)
      path.push(name)
      if (name === 'numFmt' && parent === 'numFmts')
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'font' && parent === 'fonts') fonts.push(undefined)
      if (name === 'name' && parent === 'font' && path.at(-3) === 'fonts') {
        fonts[fonts.length - 1] = legacyFontOf(attributes.val ?? '')
      }
      if (name !== 'xf' || parent !== 'cellXfs') return
      const id = Number(attributes.numFmtId ?? 0)
      styles.push({ isDate: isDateFormat(id, formats.get(id)), font: fonts[Number(attributes.fontId ?? 0)] })
    },
    close: () => path.pop(),
  })
  return styles
}

/** A string of the shared table; runs in a legacy font are decoded already. */
export interface SharedString {
  text: string
  decodedFrom: 'tcvn3' | 'vni' | undefined
}

/** The table of shared strings; rich text is flattened, phonetic guides are left out. */
export async function readSharedStrings(archive: Archive, part: string | undefined): Promise<SharedString[]> {
  if (!part || !archive.has(part)) return []
  const strings: SharedString[] = []
  const collector = collectRichText()
  await readPart(archive, part, {
    open(name, attributes) {
      if (name === 'si') collector.reset()
      else collector.open(name, attributes)
    },
    close(name) {
      if (name === 'si') strings.push(collector.take())
      else collector.close(name)
    },
    text: collector.text,
  })
  return strings
}

/** Gathers the text of an `si` or `is` element: `t` directly or in runs `r`, each run with its own font. */
export function collectRichText() {
  let text = ''
  let run = ''
  let font: LegacyFont | undefined
  let decodedFrom: SharedString['decodedFrom']
  let isText = false
  let phonetic = 0
  const endRun = () => {
    const decoded = font ? decodeLegacy(unescapeControls(run), { font }) : undefined
    if (decoded && decoded.encoding !== 'unicode') decodedFrom = decoded.encoding
    text += decoded?.text ?? unescapeControls(run)
    run = ''
    font = undefined
  }
  return {
    reset() {
      text = run = ''
      font = decodedFrom = undefined
      isText = false
      phonetic = 0
    },
    open(name: string, attributes: Record<string, string>) {
      if (name === 'rPh') phonetic += 1
      if (name === 't') isText = phonetic === 0
      if (name === 'rFont') font = legacyFontOf(attributes.val ?? '')
    },
    close(name: string) {
      if (name === 'rPh') phonetic -= 1
      if (name === 't') isText = false
      if (name === 'r') endRun()
    },
    text(piece: string) {
      if (isText) run += piece
    },
    take(): SharedString {
      endRun()
      return { text, decodedFrom }
    },
  }
}
