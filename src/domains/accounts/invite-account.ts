import type { Actor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { InvitationLink } from './messages.ts'
import { coversGrant, mayGrant } from './policy.ts'
import { findProvinceName, findRoles, type RoleRow } from './queries.ts'
import { refuse } from './refusals.ts'
import { invitationMs } from './rules.ts'
import { insertInvitation } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'

/** Where the office answers a one-time link. */
export function invitationPath(token: string): string {
  return `/office/invitation/${token}`
}

async function requireProvince(tx: Tx, role: RoleRow, provinceCode: string | null): Promise<void> {
  if (role.tier === 'ministry') {
    if (provinceCode !== null) throw refuse('province-superfluous')
    return
  }
  if (provinceCode === null || (await findProvinceName(tx, provinceCode)) === null) throw refuse('province-needed')
}

/** Issues a one-time link that makes an account with one role, valid for 7 days; never more than the issuer holds. */
export async function inviteAccount(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  input: { roleCode: string; provinceCode?: string | null | undefined },
): Promise<InvitationLink> {
  const role = (await findRoles(tx)).find((row) => row.code === input.roleCode)
  if (role === undefined) throw refuse('role-unknown')
  const provinceCode = input.provinceCode ?? null
  if (!mayGrant(actor, role)) throw refuse('grant-beyond-own')
  await requireProvince(tx, role, provinceCode)
  if (!coversGrant(actor, provinceCode)) throw refuse('grant-beyond-own')
  const token = newToken()
  const expiresAt = new Date(now.getTime() + invitationMs)
  await insertInvitation(tx, {
    hash: tokenHash(token),
    roleCode: role.code,
    provinceCode,
    issuedBy: actor.accountId,
    now,
    expiresAt,
  })
  return { link: invitationPath(token), expiresAt: expiresAt.toISOString() }
}
