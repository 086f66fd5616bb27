import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import {
  lockOneToManage,
  lockVisible,
  type ManagedAccount,
  type Managing,
  requireAnotherAdministrator,
} from './manage-account.ts'
import { authorOf } from './policy.ts'
import { refuse } from './refusals.ts'
import { type EventKind, endSessionsOf, recordEvent } from './store.ts'

interface Act {
  id: string
  reason: string
}
const done = { done: true } as const

/** Notes an act on an account with its actor and reason. */
export async function note(
  { tx, actor, now }: Managing,
  event: { accountId: string; kind: EventKind; reason: string; grantId?: string; otherAccountId?: string },
): Promise<void> {
  await recordEvent(tx, { ...event, actorId: authorOf(actor), actorRole: actor.roleCode, now })
}

async function setState(tx: Tx, id: string, state: 'active' | 'suspended' | 'ended'): Promise<void> {
  await tx.updateTable('accounts.account').set({ state }).where('id', '=', id).execute()
}

/** Suspends an account: its sessions end at once and nobody can sign in with it until it is reinstated. */
export async function suspendAccount(managing: Managing, { id, reason }: Act): Promise<typeof done> {
  const { tx, actor, now } = managing
  const account = await lockOneToManage(tx, actor, id)
  if (account.state !== 'active') throw refuse('account-not-active')
  await requireAnotherAdministrator(tx, account)
  await setState(tx, id, 'suspended')
  await endSessionsOf(tx, { accountId: id }, now)
  await note(managing, { accountId: id, kind: 'suspended', reason })
  return done
}

/** Lets a suspended account sign in again with the roles that it kept. */
export async function reinstateAccount(managing: Managing, { id, reason }: Act): Promise<typeof done> {
  const { tx, actor } = managing
  const account = await lockOneToManage(tx, actor, id)
  if (account.state === 'ended') throw refuse('account-ended')
  if (account.state !== 'suspended') throw refuse('account-not-suspended')
  await setState(tx, id, 'active')
  await note(managing, { accountId: id, kind: 'reinstated', reason })
  return done
}

/** Ends an account for good: its roles, sessions and the invitations that it issued and nobody used yet. The row stays, so history keeps the name. */
export async function closeAccount(tx: Tx, account: ManagedAccount, now: Date): Promise<void> {
  await requireAnotherAdministrator(tx, account)
  await setState(tx, account.id, 'ended')
  await tx
    .updateTable('accounts.role_grant')
    .set({ ended_at: now })
    .where('account_id', '=', account.id)
    .where('ended_at', 'is', null)
    .execute()
  await endSessionsOf(tx, { accountId: account.id }, now)
  await tx
    .updateTable('accounts.invitation')
    .set({ expires_at: now })
    .where('issued_by', '=', account.id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}

/** Ends somebody else's account, with a reason. */
export async function endAccount(managing: Managing, { id, reason }: Act): Promise<typeof done> {
  const { tx, actor, now } = managing
  const account = await lockOneToManage(tx, actor, id)
  if (account.state === 'ended') throw refuse('account-ended')
  await closeAccount(tx, account, now)
  await note(managing, { accountId: id, kind: 'ended', reason })
  return done
}

/** Ends one's own account: the one thing that people may do to themselves. */
export async function leave(managing: Managing, { reason }: { reason: string }): Promise<typeof done> {
  const { tx, actor, now } = managing
  const [account] = await lockVisible(tx, unlimited(actor), [actor.accountId])
  if (account === undefined) throw refuse('account-missing')
  await closeAccount(tx, account, now)
  await note(managing, { accountId: account.id, kind: 'left', reason })
  return done
}

/** People always see themselves, whatever place they act in. */
function unlimited(actor: Actor): Actor {
  return { ...actor, scope: { country: true } }
}
