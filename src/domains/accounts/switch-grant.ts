import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuse as refuseAtEdge } from '../../platform/errors/refusals.ts'
import type { Me } from './messages.ts'
import { findGrants, isCurrent } from './queries.ts'
import { meOfSession } from './read-me.ts'
import { refuse } from './refusals.ts'

/** Changes the role in which this session acts to another grant of the same account that counts today. */
export async function switchGrant(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { grantId }: { grantId: string },
): Promise<Me> {
  if (actor.sessionHash === null) throw refuseAtEdge('sign-in-required')
  const own = sql<boolean>`g.id = ${grantId} and g.account_id = ${actor.accountId} and ${isCurrent(now)}`
  if ((await findGrants(tx, own)).length === 0) throw refuse('grant-missing')
  await tx
    .updateTable('accounts.session')
    .set({ grant_id: grantId })
    .where('token_hash', '=', actor.sessionHash)
    .where('ended_at', 'is', null)
    .execute()
  return await meOfSession(tx, actor.sessionHash, now)
}
