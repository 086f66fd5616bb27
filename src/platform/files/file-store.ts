import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '../config/config.ts'
import type { Tx } from '../db/database.ts'

/** What is kept of a stored file. */
export interface StoredFile {
  id: string
  sha256: string
  sizeBytes: number
  mediaType: string
}

/** Where the bytes with this digest lie: files are named by content, so the same bytes are kept once. */
export function storedPath(config: Config, sha256: string): string {
  return join(config.dataDirectory, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

interface FileToKeep {
  path: string
  sha256: string
  sizeBytes: number
  mediaType: string
  originalName: string
  purpose: string
  storedBy: string | null
  now: Date
}

/** Keeps a file's bytes by content and records it; the bytes are on disk before the row is, so no row points at nothing. */
export async function keepFile(tx: Tx, config: Config, file: FileToKeep): Promise<StoredFile> {
  const path = storedPath(config, file.sha256)
  if (!existsSync(path)) {
    await mkdir(dirname(path), { recursive: true })
    const arriving = `${path}.${process.pid}.arriving`
    await copyFile(file.path, arriving)
    await rename(arriving, path)
  }
  const written = await stat(path)
  if (written.size !== file.sizeBytes)
    throw new Error(`stored file ${file.sha256} has ${written.size} bytes, expected ${file.sizeBytes}`)
  const row = await tx
    .insertInto('platform.file')
    .values({
      sha256: file.sha256,
      size_bytes: file.sizeBytes,
      media_type: file.mediaType,
      original_name: file.originalName,
      purpose: file.purpose,
      stored_by: file.storedBy,
      stored_at: file.now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  return { id: row.id, sha256: file.sha256, sizeBytes: file.sizeBytes, mediaType: file.mediaType }
}

/** Opens a stored file for reading. */
export function openStored(config: Config, sha256: string): Readable {
  return createReadStream(storedPath(config, sha256))
}
