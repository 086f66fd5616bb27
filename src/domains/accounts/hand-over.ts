import { closeAccount, note } from './change-state.ts'
import { holdsRole } from './give-role.ts'
import { requireRole } from './issue-invitation.ts'
import { lockToManage, type ManagedAccount, type Managing } from './manage-account.ts'
import { passOnGrant } from './pass-on-grant.ts'
import { holdsAllOf } from './policy.ts'
import { refuse } from './refusals.ts'

/** Hands every role of an account to a successor and ends the account. History keeps the old name; accounts.handover tells later domains whose open work moves. */
export async function handOver(
  managing: Managing,
  input: { id: string; successorId: string; reason: string },
): Promise<{ done: true }> {
  const { tx, actor, now } = managing
  if (input.id === input.successorId) throw refuse('successor-same')
  const [leaver, successor] = await lockToManage(tx, actor, [input.id, input.successorId])
  if (leaver === undefined || successor === undefined) throw refuse('account-missing')
  if (leaver.state === 'ended') throw refuse('account-ended')
  if (successor.state !== 'active') throw refuse('account-not-active')
  await passAllOn(managing, leaver, successor)
  await closeAccount(tx, leaver, now)
  const { reason } = input
  await tx
    .insertInto('accounts.handover')
    .values({
      from_account_id: leaver.id,
      to_account_id: successor.id,
      reason,
      handed_over_by: actor.accountId,
      handed_over_at: now,
    })
    .execute()
  await note(managing, { accountId: leaver.id, kind: 'handed-over', otherAccountId: successor.id, reason })
  await note(managing, { accountId: successor.id, kind: 'took-over', otherAccountId: leaver.id, reason })
  return { done: true }
}

async function passAllOn(managing: Managing, leaver: ManagedAccount, successor: ManagedAccount): Promise<void> {
  for (const grant of leaver.grants) {
    if (grant.standsInForId !== null || holdsRole(successor.grants, grant.roleCode, grant)) continue
    const role = await requireRole(managing.tx, grant.roleCode)
    if (!holdsAllOf(managing.actor, role)) throw refuse('grant-beyond-own')
    await passOnGrant(managing, grant, { accountId: successor.id })
  }
}
