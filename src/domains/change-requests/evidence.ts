import type { Actor } from '../../platform/access/actor.ts'
import type { Config } from '../../platform/config/config.ts'
import type { Db } from '../../platform/db/database.ts'
import { documentTypeOf } from '../../platform/files/document-type.ts'
import { keepFile, openStored } from '../../platform/files/file-store.ts'
import type { Upload, Write } from '../../platform/http/rows.ts'
import { isOwnSide } from './policy.ts'
import { findEvidence, visibleRequest } from './queries.ts'
import { refuse } from './refusals.ts'
import { evidenceLimit } from './rules.ts'
import { lockOpenRequest } from './settle.ts'

export type Keeping = Pick<Write, 'tx' | 'actor' | 'now' | 'config'>

/** Keeps a paper that somebody sent, checked by its content; answers the file's id. */
export async function keepPaper({ tx, actor, now, config }: Keeping, file: Upload, purpose: string): Promise<string> {
  const mediaType = await documentTypeOf(file.path)
  if (mediaType === null) throw refuse('evidence-not-accepted')
  const stored = await keepFile(tx, config, { ...file, mediaType, purpose, storedBy: actor.accountId, now })
  return stored.id
}

/** The side that made a request adds a paper to it while it waits. */
export async function attachEvidence(write: Keeping, { id }: { id: string }, file: Upload): Promise<{ id: string }> {
  const { request } = await lockOpenRequest(write, id)
  if (!isOwnSide(write.actor, request)) throw refuse('not-your-side')
  const known = await findEvidence(write.tx, id)
  if (known.length >= evidenceLimit) throw refuse('evidence-limit', { limit: evidenceLimit })
  const fileId = await keepPaper(write, file, 'evidence')
  return await write.tx
    .insertInto('change_requests.evidence')
    .values({ request_id: id, file_id: fileId, added_by: write.actor.accountId, added_at: write.now })
    .returning(['id'])
    .executeTakeFirstOrThrow()
}

/** A paper of a request, for those in whose scope the request lies; always saved, never shown in place: it came from outside. */
export async function readEvidence(
  { db, actor, config }: { db: Db; actor: Actor; config: Config },
  { id, evidenceId }: { id: string; evidenceId: string },
) {
  await visibleRequest(db, actor, id)
  const found = (await findEvidence(db, id)).find((each) => each.id === evidenceId)
  if (found === undefined) throw refuse('evidence-missing')
  return {
    body: openStored(config, found.sha256),
    mediaType: found.media_type,
    downloadName: found.original_name,
    etag: `"${found.sha256.slice(0, 32)}"`,
  }
}
