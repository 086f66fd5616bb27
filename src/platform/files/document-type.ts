import { open } from 'node:fs/promises'

const endBytes = 2048

interface Ends {
  head: Buffer
  tail: Buffer
  sizeBytes: number
  /** some bytes at a place in the file, for a PDF's table */
  at: (offset: number) => Promise<Buffer>
}

type Check = (ends: Ends) => Promise<boolean>

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return bytes.subarray(0, signature.length).equals(Buffer.from(signature))
}

/** A reader opens a PDF from its end: `startxref` names where the table of objects lies, and there it must be. */
const isPdf: Check = async ({ head, tail, sizeBytes, at }) => {
  const start = head.toString('latin1').indexOf('%PDF-')
  if (start < 0) return false
  const end = tail.toString('latin1')
  const found = /startxref\s+(\d+)\s+%%EOF/.exec(end.slice(end.lastIndexOf('startxref')))
  const offset = Number(found?.[1] ?? Number.NaN)
  if (!Number.isInteger(offset) || offset <= 0 || offset >= sizeBytes) return false
  // scanners put bytes before the header; some then count from the file's start, some from the header
  const places = await Promise.all([at(offset), at(offset + start)])
  return places.some((bytes) => /^\s*(xref|\d+\s+\d+\s+obj)/.test(bytes.toString('latin1')))
}

const isJpeg: Check = async ({ head, tail }) =>
  startsWith(head, [0xff, 0xd8, 0xff]) && tail.lastIndexOf(Buffer.from([0xff, 0xd9])) >= 0

const isPng: Check = async ({ head, tail }) =>
  startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) &&
  head.subarray(12, 16).toString('latin1') === 'IHDR' &&
  tail.lastIndexOf('IEND', undefined, 'latin1') >= 0

const accepted: readonly { mediaType: string; check: Check }[] = [
  { mediaType: 'application/pdf', check: isPdf },
  { mediaType: 'image/jpeg', check: isJpeg },
  { mediaType: 'image/png', check: isPng },
]

/** The media type of a document by its content, never by its name; null unless it is a whole PDF, JPEG or PNG. */
export async function documentTypeOf(path: string): Promise<string | null> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const at = async (offset: number) => {
      const bytes = Buffer.alloc(Math.min(endBytes, Math.max(0, size - offset)))
      await file.read(bytes, 0, bytes.length, offset)
      return bytes
    }
    const ends = { head: await at(0), tail: await at(Math.max(0, size - endBytes)), sizeBytes: size, at }
    for (const { mediaType, check } of accepted) {
      if (await check(ends)) return mediaType
    }
    return null
  } finally {
    await file.close()
  }
}
