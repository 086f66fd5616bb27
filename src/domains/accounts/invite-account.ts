import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { type Issuing, issueInvitation, requireRole } from './issue-invitation.ts'
import type { InvitationLink, InvitationRequest } from './messages.ts'
import { mayGrant } from './policy.ts'
import { findProvinceName, findProvinceOfCommune, type RoleRow } from './queries.ts'
import { refuse } from './refusals.ts'
import type { GrantPlace } from './store.ts'

const nowhere: GrantPlace = { provinceCode: null, communeCode: null, producerId: null, producerName: null }

/** The present unit in which a role of the state's service holds; refuses a unit that does not fit the role's tier. */
export async function placeForRole(
  tx: Tx,
  role: RoleRow,
  unit: { provinceCode?: string | null | undefined; communeCode?: string | null | undefined },
): Promise<GrantPlace> {
  const provinceCode = unit.provinceCode ?? null
  const communeCode = unit.communeCode ?? null
  if (role.tier === 'ministry') {
    if (provinceCode !== null || communeCode !== null) throw refuse('province-superfluous')
    return nowhere
  }
  if (role.tier === 'commune') {
    const province = communeCode === null ? null : await findProvinceOfCommune(tx, communeCode)
    if (province === null) throw refuse('commune-needed')
    return { ...nowhere, provinceCode: province, communeCode }
  }
  if (role.tier !== 'province') throw refuse('role-not-here')
  if (provinceCode === null || (await findProvinceName(tx, provinceCode)) === null) throw refuse('province-needed')
  return { ...nowhere, provinceCode }
}

/** Invites one person to a role of the ministry, a province or a commune; never more than the issuer holds. */
export async function inviteAccount(
  issuing: Issuing,
  input: z.infer<typeof InvitationRequest>,
): Promise<InvitationLink> {
  const role = await requireRole(issuing.tx, input.roleCode)
  if (!mayGrant(issuing.actor, role)) throw refuse('grant-beyond-own')
  const place = await placeForRole(issuing.tx, role, input)
  return await issueInvitation(issuing, { role, place, invitee: input })
}
