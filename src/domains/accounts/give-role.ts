import type { z } from 'zod'
import { note } from './change-state.ts'
import { placeForRole } from './invite-account.ts'
import { requireRole, requireWithinOwn } from './issue-invitation.ts'
import { lockOneToManage, type Managing } from './manage-account.ts'
import type { GiveRole } from './messages.ts'
import { authorOf, mayGrant } from './policy.ts'
import type { GrantRow } from './queries.ts'
import { refuse } from './refusals.ts'
import { type GrantPlace, insertGrant, placeColumns } from './store.ts'

/** Tells whether one of the grants is this role in this place already; standing in for somebody does not count. */
export function holdsRole(
  grants: readonly GrantRow[],
  roleCode: string,
  place: Omit<GrantPlace, 'producerName'>,
): boolean {
  return grants.some(
    (grant) =>
      grant.roleCode === roleCode &&
      grant.standsInForId === null &&
      grant.producerId === place.producerId &&
      (place.producerId !== null ||
        (grant.provinceCode === place.provinceCode && grant.communeCode === place.communeCode)),
  )
}

/** Gives an account that the actor may manage one more role, within what the actor may hand out. */
export async function giveRole(managing: Managing, input: z.infer<typeof GiveRole>): Promise<{ done: true }> {
  const { tx, actor, now } = managing
  const account = await lockOneToManage(tx, actor, input.id)
  if (account.state !== 'active') throw refuse('account-not-active')
  const role = await requireRole(tx, input.roleCode)
  if (!mayGrant(actor, role)) throw refuse('grant-beyond-own')
  const place = await placeForRole(tx, role, input)
  requireWithinOwn(actor, role, place)
  if (holdsRole(account.grants, role.code, place)) throw refuse('role-held')
  const { unit_scheme, unit_code } = placeColumns(place)
  const grantId = await insertGrant(tx, {
    accountId: account.id,
    roleCode: role.code,
    unitScheme: unit_scheme,
    unitCode: unit_code,
    grantedBy: authorOf(actor),
    now,
  })
  await note(managing, { accountId: account.id, kind: 'granted', grantId, reason: input.reason })
  return { done: true }
}
