import type { Readable } from 'node:stream'
import type { Actor } from '../../platform/access/actor.ts'
import type { Config } from '../../platform/config/config.ts'
import type { Db } from '../../platform/db/database.ts'
import { openStored } from '../../platform/files/file-store.ts'
import { findDocument } from './queries.ts'
import { refuse } from './refusals.ts'

/** A decision file, for those in whose scope a product of that decision lies; always saved, never shown in place: it came from outside. */
export async function readDocument(
  { db, actor, config }: { db: Db; actor: Actor; config: Config },
  { fileId }: { fileId: string },
): Promise<{ body: Readable; mediaType: string; downloadName: string; etag: string }> {
  const found = await findDocument(db, actor.scope, fileId)
  if (found === undefined) throw refuse('document-unknown')
  return {
    body: openStored(config, found.sha256),
    mediaType: found.mediaType,
    downloadName: found.originalName,
    etag: `"${found.sha256.slice(0, 32)}"`,
  }
}
