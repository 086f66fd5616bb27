import type { Writing } from '../producers/index.ts'
import { isOwnSide } from './policy.ts'
import { refuse } from './refusals.ts'
import { lockOpenRequest } from './settle.ts'
import { insertDecision } from './store.ts'

/** The side that made a request takes it back, saying why; the record stays as it is. */
export async function withdrawRequest(write: Writing, { id, reason }: { id: string; reason: string }) {
  const { request, subject } = await lockOpenRequest(write, id)
  if (!isOwnSide(write.actor, request)) throw refuse('not-your-side')
  const { tx, actor, now } = write
  await insertDecision(tx, { requestId: id, state: 'withdrawn', reason, versionAfter: null, by: actor, now })
  return { id, state: 'withdrawn' as const, version: subject.row.version }
}
