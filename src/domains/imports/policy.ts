import type { Actor } from '../../platform/access/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { refuse } from './refusals.ts'

/** The batches that an actor may see: the country's, or those of the actor's provinces and those the actor sent. */
export function visibleBatches(db: Db, actor: Actor) {
  const { scope } = actor
  const batches = db.selectFrom('imports.batch as batch')
  if (scope.country) return batches
  return batches.where((where) =>
    where.or([
      where('batch.created_by', '=', actor.accountId),
      ...(scope.provinceCodes.length > 0 ? [where('batch.province_code', 'in', scope.provinceCodes)] : []),
    ]),
  )
}

/** Locks a batch for change; one out of scope answers like one that does not exist. */
export async function lockBatch(tx: Tx, actor: Actor, batchId: string) {
  const batch = await visibleBatches(tx, actor)
    .select([
      'batch.id',
      'batch.state',
      'batch.province_code',
      'batch.former_province_code',
      'batch.level',
      'batch.sheet_index',
      'batch.sheet_names',
      'batch.header',
    ])
    .select([
      'batch.header_signature',
      'batch.attempt',
      'batch.sha256',
      'batch.source_title',
      'batch.sender_scope',
      'batch.file_id',
    ])
    .where('batch.id', '=', batchId)
    .forUpdate()
    .executeTakeFirst()
  if (batch === undefined) throw refuse('batch-unknown')
  return batch
}

/** The province an actor's list belongs to: the one named, or the actor's only one; null when the list itself must say. */
export function provinceForList(actor: Actor, named: string | undefined): string | null {
  const { scope } = actor
  if (scope.country) return named ?? null
  const own = scope.provinceCodes
  if (named !== undefined && !own.includes(named)) throw refuse('province-out-of-scope')
  return named ?? (own.length === 1 ? (own[0] ?? null) : null)
}
