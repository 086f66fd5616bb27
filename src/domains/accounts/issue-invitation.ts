import type { Actor } from '../../platform/access/actor.ts'
import type { Config } from '../../platform/config/config.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type LetterOrigin, queueLetter } from '../../platform/letters/letters.ts'
import type { InvitationLink } from './messages.ts'
import { authorOf, coversPlace, mayGrant } from './policy.ts'
import { findRoles, type RoleRow } from './queries.ts'
import { refuse } from './refusals.ts'
import { invitationMs } from './rules.ts'
import { type GrantPlace, insertInvitation } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'
import { placeInWords } from './words-of-place.ts'
import { writeInvitation } from './write-invitation.ts'

/** What issuing is handed. */
export interface Issuing {
  tx: Tx
  actor: Actor
  now: Date
  config: Pick<Config, 'publicUrl'>
}

/** Who is invited, when that is known already. */
export interface Invitee {
  displayName?: string | null | undefined
  email?: string | null | undefined
}

/** Where the office answers a one-time link. */
export function invitationPath(token: string): string {
  return `/office/invitation/${token}`
}

/** The role of a code, or a refusal. */
export async function requireRole(tx: Tx, roleCode: string): Promise<RoleRow> {
  const role = (await findRoles(tx)).find((row) => row.code === roleCode)
  if (role === undefined) throw refuse('role-unknown')
  return role
}

/** Refuses to hand out what the actor may not: a role that theirs does not issue, a permission or a place beyond their own. */
export function requireWithinOwn(actor: Actor, role: RoleRow, place: GrantPlace): void {
  if (!mayGrant(actor, role) || !coversPlace(actor.scope, place)) throw refuse('grant-beyond-own')
}

/** Where the actor's own grant lies: letters from there are read by those above it. */
export async function originOf(tx: Tx, actor: Actor): Promise<LetterOrigin> {
  const none = { provinceCode: null, communeCode: null, producerId: null }
  if (actor.grantId === null) return none
  const row = await tx
    .selectFrom('accounts.role_grant')
    .select(['province_code as provinceCode', 'commune_code as communeCode', 'producer_id as producerId'])
    .where('id', '=', actor.grantId)
    .executeTakeFirst()
  return row ?? none
}

/** Issues a one-time link for a role in a place, valid for 7 days, and queues a letter when there is an address. Checks what the actor may hand out. */
export async function issueInvitation(
  { tx, actor, now, config }: Issuing,
  wanted: { role: RoleRow; place: GrantPlace; invitee: Invitee; origin?: LetterOrigin },
): Promise<InvitationLink> {
  const { role, place, invitee } = wanted
  requireWithinOwn(actor, role, place)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + invitationMs)
  await insertInvitation(tx, {
    hash: tokenHash(token),
    roleCode: role.code,
    place,
    displayName: invitee.displayName ?? null,
    email: invitee.email ?? null,
    issuedBy: authorOf(actor),
    now,
    expiresAt,
  })
  const link = invitationPath(token)
  if (invitee.email) {
    const letter = writeInvitation({
      address: `${config.publicUrl}${link}`,
      displayName: invitee.displayName ?? null,
      issuer: actor.displayName,
      role,
      place: await placeInWords(tx, place),
      expiresAt,
    })
    const origin = wanted.origin ?? (await originOf(tx, actor))
    await queueLetter(tx, { ...letter, to: invitee.email, origin, queuedBy: authorOf(actor) }, now)
  }
  return { link, expiresAt: expiresAt.toISOString(), letter: Boolean(invitee.email) }
}
