import type { FileAnswer, Read } from '../../platform/http/rows.ts'
import { drawSlips } from './draw-slips.ts'
import { invitationPath } from './issue-invitation.ts'
import { findInvitation } from './queries.ts'
import { requireOpen } from './read-invitation.ts'
import { refuse } from './refusals.ts'
import { tokenHash } from './tokens.ts'
import { placeInWords } from './words-of-place.ts'

/** The slip of one invitation, for whoever holds its link: only the link itself can make it, because nothing but a hash is stored. */
export async function showSlip({ db, now, config }: Read, { token }: { token: string }): Promise<FileAnswer> {
  const found = await findInvitation(db, tokenHash(token))
  if (found === undefined) throw refuse('invitation-unknown')
  requireOpen(found, now)
  const place = {
    provinceCode: found.province_code,
    communeCode: found.commune_code,
    producerName: found.producer_name,
  }
  const body = await drawSlips(config.rootDirectory, [
    {
      address: `${config.publicUrl}${invitationPath(token)}`,
      displayName: found.display_name,
      issuer: found.issuer ?? 'Hệ thống',
      role: { nameVi: found.name_vi, nameEn: found.name_en },
      place: await placeInWords(db, place),
      expiresAt: found.expires_at,
    },
  ])
  return { body, mediaType: 'application/pdf', downloadName: 'phieu-nhan-tai-khoan.pdf', cacheControl: 'no-store' }
}
