import type { Writing } from '../producers/index.ts'
import { type RequestRow, visibleRequest } from './queries.ts'
import { refuse } from './refusals.ts'
import { isOpen } from './states.ts'
import { lockSubject, type Subject } from './subjects.ts'

/** An open request with its record locked, so that of two people at the same time the second meets `wrong-state`. */
export async function lockOpenRequest(
  { tx, actor }: Writing,
  id: string,
): Promise<{ request: RequestRow; subject: Subject }> {
  const seen = await visibleRequest(tx, actor, id)
  const subject = await lockSubject(tx, actor, seen.kind, seen.subjectId)
  const request = await visibleRequest(tx, actor, id)
  if (!isOpen(request.state)) throw refuse('wrong-state', { state: request.state, by: request.decidedBy ?? '' })
  return { request, subject }
}
