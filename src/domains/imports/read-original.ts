import { openStored } from '../../platform/files/file-store.ts'
import type { FileAnswer, Read } from '../../platform/http/rows.ts'
import { visibleBatches } from './policy.ts'
import { refuse } from './refusals.ts'

/** The list's file exactly as it was sent. */
export async function readOriginal({ db, actor, config }: Read, { batchId }: { batchId: string }): Promise<FileAnswer> {
  const batch = await visibleBatches(db, actor)
    .innerJoin('platform.file as file', 'file.id', 'batch.file_id')
    .select(['batch.sha256', 'batch.file_name', 'file.media_type'])
    .where('batch.id', '=', batchId)
    .executeTakeFirst()
  if (batch === undefined) throw refuse('batch-unknown')
  return { body: openStored(config, batch.sha256), mediaType: batch.media_type, downloadName: batch.file_name }
}
