import { sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuse as refuseAtEdge } from '../../platform/errors/refusals.ts'
import type { Me } from './messages.ts'
import { findGrants } from './queries.ts'
import { requireOpen } from './read-invitation.ts'
import { redeemInvitation } from './redeem-invitation.ts'
import { refuse } from './refusals.ts'
import { lockInvitation, recordEvent } from './store.ts'
import { switchGrant } from './switch-grant.ts'
import { tokenHash } from './tokens.ts'

/** Adds the role of an invitation to the account that is signed in, and acts through it from now on; the link is worth nothing afterwards. */
export async function joinRole(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { token }: { token: string },
): Promise<Me> {
  if (actor.sessionHash === null) throw refuseAtEdge('sign-in-required')
  const invitation = await lockInvitation(tx, tokenHash(token))
  if (invitation === undefined) throw refuse('invitation-unknown')
  requireOpen(invitation, now)
  const { accountId } = actor
  const same = sql<boolean>`g.account_id = ${accountId} and g.role_code = ${invitation.role_code} and g.ended_at is null
    and g.stands_in_for is null and g.unit_code is not distinct from ${invitation.unit_code}
    and g.producer_id is not distinct from ${invitation.producer_id}`
  if ((await findGrants(tx, same)).length > 0) throw refuse('role-held')
  const grantId = await redeemInvitation(tx, invitation, { accountId, now })
  const { roleCode } = actor
  await recordEvent(tx, {
    accountId,
    kind: 'joined',
    actorId: accountId,
    actorRole: roleCode,
    grantId,
    reason: 'invitation accepted',
    now,
  })
  return await switchGrant({ tx, actor, now }, { grantId })
}
