import { type Actor, nobody, type Scope } from '../../platform/access/actor.ts'
import { isPermission } from '../../platform/access/permissions.ts'
import type { Db } from '../../platform/db/database.ts'
import { findSession, type SessionRow } from './queries.ts'
import { sessionIdleMs, touchEveryMs } from './rules.ts'
import { isToken, tokenHash } from './tokens.ts'

/** When a session must have been seen last to be alive at `now`. */
export function aliveAt(now: Date): { now: Date; seenAfter: Date } {
  return { now, seenAfter: new Date(now.getTime() - sessionIdleMs) }
}

function scopeOf(row: SessionRow): Scope {
  if (row.isCountryWide) return { country: true }
  return {
    country: false,
    provinceCodes: row.provinceCodes,
    communeCodes: row.communeCodes,
    producerIds: row.producerId === null ? [] : [row.producerId],
  }
}

/** Who acts through a session, with the rights that the database holds at this moment. */
export function toActor(row: SessionRow, sessionHash: string): Actor {
  return {
    accountId: row.accountId,
    sessionHash,
    grantId: row.grantId,
    displayName: row.displayName,
    roleCode: row.roleCode,
    permissions: new Set(row.mustEnrol ? [] : row.permissions.filter(isPermission)),
    confirmedAt: row.confirmedAt,
    mustEnrol: row.mustEnrol,
    scope: scopeOf(row),
  }
}

// Outside the read path: nobody waits for it, and when it fails the next request tries again. The condition lets one of many parallel
// requests write. A touch that is lost ends a session at most a minute early.
function touch(db: Db, hash: string, now: Date): void {
  const update = db
    .updateTable('accounts.session')
    .set({ last_seen_at: now })
    .where('token_hash', '=', hash)
    .where('last_seen_at', '<=', new Date(now.getTime() - touchEveryMs))
    .execute()
  update.catch(() => undefined)
}

/** The actor behind a session token, or nobody when the token is absent, unknown, ended, idle for 8 hours or 7 days old. */
export async function findActor(db: Db, token: string | null, now: Date): Promise<Actor> {
  if (token === null || !isToken(token)) return nobody
  const hash = tokenHash(token)
  const row = await findSession(db, hash, aliveAt(now))
  if (row === undefined) return nobody
  if (now.getTime() - row.lastSeenAt.getTime() >= touchEveryMs) touch(db, hash, now)
  return toActor(row, hash)
}
