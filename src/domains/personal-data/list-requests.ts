import { sql } from 'kysely'
import type { z } from 'zod'
import { today } from '../../platform/clock/clock.ts'
import type { Read } from '../../platform/http/rows.ts'
import type { ListRequests, RequestLines } from './messages.ts'
import { visibleRequests } from './queries.ts'

/** The requests in one's scope: open ones first, the one due soonest on top. */
export function listRequests(
  { db, actor, now }: Read,
  { state, limit }: z.infer<typeof ListRequests>,
): Promise<z.infer<typeof RequestLines>> {
  const where = state === undefined ? sql<boolean>`true` : sql<boolean>`r.state = ${state}`
  return visibleRequests({ db, actor, day: today(now) }, { where, limit })
}
