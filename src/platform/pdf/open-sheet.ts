import { join } from 'node:path'
import PdfDocument from 'pdfkit'

const subsets = ['latin', 'latin-ext', 'vietnamese'] as const
type Subset = (typeof subsets)[number]

/** The letters of each font file (from its CSS unicode-range); what neither names is Latin. */
const vietnameseLetters =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]/u
const extendedLetters = /[\u0100-\u02ba\u1d00-\u1dbf\u1e00-\u1e9f\u1ef2-\u1eff]/u

function subsetOf(letter: string): Subset {
  if (vietnameseLetters.test(letter)) return 'vietnamese'
  return extendedLetters.test(letter) ? 'latin-ext' : 'latin'
}

/** How a text is set: size in points, at most `width` points wide, from the left edge `x` and the upper edge `y`. */
export interface TextSetting {
  x: number
  y: number
  width: number
  size: number
  bold?: boolean
  colour?: string
}

/** An A4 document in Vietnamese letters. */
export interface Sheet {
  document: PDFKit.PDFDocument
  /** Writes a text with its lines broken at words; answers the height in points. */
  write: (text: string, setting: TextSetting) => number
  /** Ends the document and answers its bytes. */
  finish: () => Promise<Buffer>
}

interface Run {
  subset: Subset
  text: string
}

function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const letter of text) {
    const subset = subsetOf(letter)
    const last = runs.at(-1)
    if (last?.subset === subset) last.text += letter
    else runs.push({ subset, text: letter })
  }
  return runs
}

function fontOf(subset: Subset, bold: boolean): string {
  return `${subset}-${bold ? 700 : 400}`
}

function widthOf(document: PDFKit.PDFDocument, text: string, setting: TextSetting): number {
  document.fontSize(setting.size)
  return runsOf(text).reduce(
    (sum, run) => sum + document.font(fontOf(run.subset, setting.bold ?? false)).widthOfString(run.text),
    0,
  )
}

function linesOf(document: PDFKit.PDFDocument, text: string, setting: TextSetting): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.normalize('NFC').split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(document, longer, setting) > setting.width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function writeText(document: PDFKit.PDFDocument, text: string, setting: TextSetting): number {
  const step = setting.size * 1.4
  const lines = linesOf(document, text, setting)
  for (const [index, line] of lines.entries()) {
    let { x } = setting
    for (const run of runsOf(line)) {
      document.font(fontOf(run.subset, setting.bold ?? false)).fontSize(setting.size)
      document.fillColor(setting.colour ?? '#1b1b1b')
      const options = { lineBreak: false, baseline: 'alphabetic' } as const
      document.text(run.text, x, setting.y + index * step + setting.size, options)
      x += document.widthOfString(run.text)
    }
  }
  return lines.length * step
}

/** Opens an empty A4 document (595 × 842 points) with the fonts of the programme; pages are added by the caller. */
export function openSheet(rootDirectory: string, title: string): Sheet {
  const document = new PdfDocument({ size: 'A4', margin: 0, autoFirstPage: false, info: { Title: title } })
  for (const subset of subsets) {
    for (const weight of [400, 700]) {
      const file = join(rootDirectory, `src/platform/pdf/fonts/be-vietnam-pro-${subset}-${weight}-normal.woff`)
      document.registerFont(`${subset}-${weight}`, file)
    }
  }
  const pieces: Buffer[] = []
  document.on('data', (piece: Buffer) => pieces.push(piece))
  return {
    document,
    write: (text, setting) => writeText(document, text, setting),
    finish: () =>
      new Promise((resolve, reject) => {
        document.on('end', () => resolve(Buffer.concat(pieces)))
        document.on('error', reject)
        document.end()
      }),
  }
}
