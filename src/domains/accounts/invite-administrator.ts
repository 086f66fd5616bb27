import type { Tx } from '../../platform/db/database.ts'
import { invitationPath } from './issue-invitation.ts'
import type { InvitationLink } from './messages.ts'
import { hasActiveAdministrator } from './queries.ts'
import { administratorInvitationMs } from './rules.ts'
import { insertInvitation, voidPrintedInvitations } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'

/** The role that runs an installation; its permissions are rows of accounts.role_permission. */
export const administratorRole = 'ministry-administrator'

/** Issues a one-time link for a ministry administrator, valid for 24 hours; links printed earlier and not used become void. For the command line only. */
export async function inviteAdministrator(tx: Tx, now: Date): Promise<InvitationLink> {
  await voidPrintedInvitations(tx, administratorRole, now)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + administratorInvitationMs)
  await insertInvitation(tx, {
    hash: tokenHash(token),
    roleCode: administratorRole,
    place: { provinceCode: null, communeCode: null, producerId: null, producerName: null },
    issuedBy: null,
    now,
    expiresAt,
  })
  return { link: invitationPath(token), expiresAt: expiresAt.toISOString(), letter: false }
}

/** The link that `npm start` prints, or null when there is somebody already who can act as ministry administrator. */
export async function inviteFirstAdministrator(tx: Tx, now: Date): Promise<InvitationLink | null> {
  if (await hasActiveAdministrator(tx, administratorRole)) return null
  return await inviteAdministrator(tx, now)
}
