import type { z } from 'zod'
import { addDays, today } from '../../platform/clock/clock.ts'
import { note } from './change-state.ts'
import { holdsRole } from './give-role.ts'
import { requireRole } from './issue-invitation.ts'
import { lockToManage, type Managing } from './manage-account.ts'
import type { AppointStandIn } from './messages.ts'
import { passOnGrant } from './pass-on-grant.ts'
import { holdsAllOf } from './policy.ts'
import { refuse } from './refusals.ts'

const longestLeave = 366

/** Lets somebody act in a colleague's role during a leave, from the first to the last day; both names stay visible. */
export async function appointStandIn(
  managing: Managing,
  input: z.infer<typeof AppointStandIn>,
): Promise<{ done: true }> {
  const { tx, actor, now } = managing
  if (input.id === input.standInId) throw refuse('successor-same')
  const { startsOn, lastDay } = input
  if (lastDay < startsOn || lastDay < today(now) || lastDay > addDays(startsOn, longestLeave)) {
    throw refuse('days-unusable')
  }
  const [absent, standIn] = await lockToManage(tx, actor, [input.id, input.standInId])
  if (absent === undefined || standIn === undefined) throw refuse('account-missing')
  if (absent.state === 'ended') throw refuse('account-ended')
  if (standIn.state !== 'active') throw refuse('account-not-active')
  const grant = absent.grants.find((each) => each.id === input.grantId && each.standsInForId === null)
  if (grant === undefined) throw refuse('grant-missing')
  if (!holdsAllOf(actor, await requireRole(tx, grant.roleCode))) throw refuse('grant-beyond-own')
  if (holdsRole(standIn.grants, grant.roleCode, grant)) throw refuse('role-held')
  const grantId = await passOnGrant(managing, grant, {
    accountId: standIn.id,
    standIn: { startsOn, endsBefore: addDays(lastDay, 1), forAccountId: absent.id },
  })
  const { reason } = input
  await note(managing, { accountId: absent.id, kind: 'stand-in', grantId, otherAccountId: standIn.id, reason })
  return { done: true }
}
