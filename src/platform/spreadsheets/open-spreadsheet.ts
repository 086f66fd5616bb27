import { open } from 'node:fs/promises'
import { openCsv } from './open-csv.ts'
import { openWorkbook } from './open-workbook.ts'
import { refuse } from './refusals.ts'
import { defaultLimits, type OpenedSpreadsheet, type OpenOptions, type Reading } from './workbook.ts'

const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const zipSignatures = ['PK\u0003\u0004', 'PK\u0005\u0006'].map((text) => Buffer.from(text, 'latin1'))
const otherSignatures: [name: string, start: Buffer][] = [
  ['PDF', Buffer.from('%PDF')],
  ['PNG', Buffer.from('89504e47', 'hex')],
  ['JPEG', Buffer.from('ffd8ff', 'hex')],
  ['GIF', Buffer.from('GIF8')],
  ['RAR', Buffer.from('Rar!')],
  ['7z', Buffer.from('377abcaf', 'hex')],
  ['GZIP', Buffer.from('1f8b', 'hex')],
  ['EXE', Buffer.from('4d5a90', 'hex')],
  ['ELF', Buffer.from('7f454c46', 'hex')],
]

/**
 * Opens a spreadsheet by its content, never by its extension, and reads it in bounded memory. Throws one of this folder's refusals
 * before anything is read that could harm: formulas are never evaluated, other files never opened.
 */
export async function openSpreadsheet(path: string, options: OpenOptions = {}): Promise<OpenedSpreadsheet> {
  const reading: Reading = { limits: { ...defaultLimits, ...options.limits }, signal: options.signal }
  reading.signal?.throwIfAborted()
  const { size, start } = await peek(path)
  if (size === 0) throw refuse('empty-file')
  if (size > reading.limits.fileBytes) {
    throw refuse('file-too-large', { limitMegabytes: Math.floor(reading.limits.fileBytes / 1_048_576) })
  }
  if (begins(start, oleSignature)) throw await refusalOfCompoundFile(path)
  if (zipSignatures.some((signature) => begins(start, signature))) return openWorkbook(path, reading)
  const other = otherSignatures.find(([, signature]) => begins(start, signature))
  if (other) throw refuse('not-a-spreadsheet', { found: other[0] })
  if (isBareBiff(start)) throw refuse('old-excel-file')
  return openCsv(path, reading)
}

/** Binary Excel files of versions 2 to 4, from before compound documents, begin with a BOF record. */
function isBareBiff(start: Buffer): boolean {
  return start[0] === 9 && [0, 2, 4].includes(start[1] ?? -1) && [4, 6, 8].includes(start[2] ?? -1) && start[3] === 0
}

async function peek(path: string): Promise<{ size: number; start: Buffer }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return { size, start: buffer.subarray(0, bytesRead) }
  } finally {
    await file.close()
  }
}

function begins(bytes: Buffer, signature: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature)
}

/** An OLE compound file is an encrypted .xlsx, a binary .xls, or a document of another program: its directory names the streams. */
async function refusalOfCompoundFile(path: string): Promise<Error> {
  const names = { encrypted: 'EncryptedPackage', workbook: 'Workbook', book: 'Book' }
  const found = await searchUtf16(path, Object.values(names))
  if (found.has(names.encrypted)) return refuse('file-encrypted')
  if (found.has(names.workbook) || found.has(names.book)) return refuse('old-excel-file')
  return refuse('not-a-spreadsheet', { found: 'OLE' })
}

async function searchUtf16(path: string, names: string[]): Promise<Set<string>> {
  const found = new Set<string>()
  const file = await open(path)
  let tail = Buffer.alloc(0)
  for await (const chunk of file.createReadStream({ highWaterMark: 256 * 1024 })) {
    if (!Buffer.isBuffer(chunk)) continue
    const window = Buffer.concat([tail, chunk])
    for (const name of names) if (window.includes(Buffer.from(name, 'utf16le'))) found.add(name)
    tail = Buffer.from(window.subarray(-64))
  }
  return found
}
