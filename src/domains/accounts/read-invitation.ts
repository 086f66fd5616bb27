import { type Actor, isAnonymous } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import type { InvitationView } from './messages.ts'
import { findCommuneName, findInvitation, findProvinceName } from './queries.ts'
import { refuse } from './refusals.ts'
import { tokenHash } from './tokens.ts'

/** Refuses what can no longer be accepted: used, expired, or void because a newer link was printed. */
export function requireOpen(invitation: { used_at: Date | null; expires_at: Date }, now: Date): void {
  if (invitation.used_at !== null) throw refuse('invitation-used')
  if (invitation.expires_at <= now) throw refuse('invitation-expired')
}

/** What the holder of a link sees before accepting: the role and where it holds. */
export async function readInvitation(
  { db, actor, now }: { db: Db; actor: Actor; now: Date },
  input: { token: string },
): Promise<InvitationView> {
  const found = await findInvitation(db, tokenHash(input.token))
  if (found === undefined) throw refuse('invitation-unknown')
  requireOpen(found, now)
  return {
    role: { code: found.code, nameVi: found.name_vi, nameEn: found.name_en },
    displayName: found.display_name,
    provinceCode: found.province_code,
    provinceName: found.province_code === null ? null : await findProvinceName(db, found.province_code),
    communeName: found.commune_code === null ? null : await findCommuneName(db, found.commune_code),
    producerName: found.producer_name,
    expiresAt: found.expires_at.toISOString(),
    signedInAs: isAnonymous(actor) ? null : actor.displayName,
  }
}
