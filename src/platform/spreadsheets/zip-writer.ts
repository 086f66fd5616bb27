import { crc32, createDeflateRaw } from 'node:zlib'

/** One part of a zip file; its pieces are compressed as they come. */
export interface ZipPart {
  name: string
  pieces: AsyncIterable<string> | Iterable<string>
}

interface WrittenPart {
  name: Buffer
  checksum: number
  packed: number
  inflated: number
  offset: number
}

// Version 2.0; bit 3: sizes follow the content, bit 11: names are UTF-8; method 8: DEFLATE; 1 January 1980, so that the same rows
// always make the same file.
const commonHeader = [20, 0x0808, 8, 0, 0x0021]

/** Writes parts as a zip file in constant memory. Parts and file stay below 4 GB: no ZIP64. */
export async function* zipParts(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: WrittenPart[] = []
  let offset = 0
  for await (const part of parts) {
    const record = { name: Buffer.from(part.name), checksum: 0, packed: 0, inflated: 0, offset }
    const header = localHeader(record.name)
    yield header
    for await (const chunk of deflate(part.pieces, record)) yield chunk
    const trailer = fields('IIII', [0x08074b50, record.checksum, record.packed, record.inflated])
    yield trailer
    offset += header.length + record.packed + trailer.length
    written.push(record)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield fields('IHHHHIIH', [0x06054b50, 0, 0, written.length, written.length, directory.length, offset, 0])
}

async function* deflate(pieces: ZipPart['pieces'], record: WrittenPart): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: 6 })
  const feeding = feed(pieces, packer, record)
  feeding.catch((cause: unknown) => packer.destroy(cause instanceof Error ? cause : new Error(String(cause))))
  for await (const chunk of packer) {
    if (!Buffer.isBuffer(chunk)) continue
    record.packed += chunk.length
    yield chunk
  }
  await feeding
}

async function feed(pieces: ZipPart['pieces'], packer: NodeJS.WritableStream, record: WrittenPart): Promise<void> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    record.checksum = crc32(bytes, record.checksum)
    record.inflated += bytes.length
    if (!packer.write(bytes)) await new Promise<void>((resolve) => packer.once('drain', resolve))
  }
  packer.end()
}

function localHeader(name: Buffer): Buffer {
  return Buffer.concat([fields('IHHHHHIIIHH', [0x04034b50, ...commonHeader, 0, 0, 0, name.length, 0]), name])
}

function directoryEntry({ name, checksum, packed, inflated, offset }: WrittenPart): Buffer {
  const values = [0x02014b50, 20, ...commonHeader, checksum, packed, inflated, name.length, 0, 0, 0, 0, 0, offset]
  return Buffer.concat([fields('IHHHHHHIIIHHHHHII', values), name])
}

/** Little-endian fields: H two bytes, I four. */
function fields(layout: string, values: number[]): Buffer {
  const bytes = Buffer.alloc([...layout].reduce((length, kind) => length + (kind === 'I' ? 4 : 2), 0))
  let at = 0
  values.forEach((value, index) => {
    at = layout[index] === 'I' ? bytes.writeUInt32LE(value, at) : bytes.writeUInt16LE(value, at)
  })
  return bytes
}
