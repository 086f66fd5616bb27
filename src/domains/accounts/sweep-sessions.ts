import type { Tx } from '../../platform/db/database.ts'
import { sessionIdleMs } from './rules.ts'
import { knownPairDays, windowSeconds } from './throttle-rules.ts'

/** Forgets sessions that can no longer be used and attempts that no longer count; answers how many of each. */
export async function sweepSessions(tx: Tx, now: Date): Promise<{ sessions: number; attempts: number }> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  const sessions = await tx
    .deleteFrom('accounts.session')
    .where((row) =>
      row.or([
        row('expires_at', '<=', now),
        row('ended_at', 'is not', null),
        row('last_seen_at', '<=', before(sessionIdleMs)),
      ]),
    )
    .executeTakeFirst()
  const attempts = await tx
    .deleteFrom('accounts.sign_in_attempt')
    .where((row) =>
      row.or([
        row.and([row('succeeded', '=', false), row('attempted_at', '<=', before(windowSeconds * 1000))]),
        row('attempted_at', '<=', before(knownPairDays * 24 * 3600 * 1000)),
      ]),
    )
    .executeTakeFirst()
  return { sessions: Number(sessions.numDeletedRows), attempts: Number(attempts.numDeletedRows) }
}
