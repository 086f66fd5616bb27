import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../errors/refusals.ts'
import type { Upload } from './rows.ts'

/** What a multipart request brought: its text fields and its one file. */
export interface Received {
  fields: Record<string, string>
  file: Upload
  discard: () => Promise<void>
}

/** Streams the one file of a multipart request to disk, counting and hashing as it goes; nothing is held in memory. */
export async function receiveUpload(request: FastifyRequest, directory: string, limitBytes: number): Promise<Received> {
  if (!request.isMultipart()) throw refuse('media-type-unsupported')
  await mkdir(directory, { recursive: true })
  const path = join(directory, randomUUID())
  const discard = () => rm(path, { force: true })
  const fields: Record<string, string> = {}
  let file: Upload | null = null
  try {
    for await (const part of request.parts({
      limits: { fileSize: limitBytes, files: 1, fields: 40, fieldSize: 20_000 },
    })) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value
        continue
      }
      const hash = createHash('sha256')
      let sizeBytes = 0
      const measure = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          hash.update(chunk)
          sizeBytes += chunk.length
          done(null, chunk)
        },
      })
      await pipeline(part.file, measure, createWriteStream(path))
      if (part.file.truncated) throw refuse('request-too-large', { limitMegabytes: Math.round(limitBytes / 1_000_000) })
      file = { path, originalName: part.filename.normalize('NFC').slice(-200), sizeBytes, sha256: hash.digest('hex') }
    }
    if (file === null || file.sizeBytes === 0) throw refuse('file-missing')
    return { fields, file, discard }
  } catch (error) {
    await discard()
    throw error
  }
}
