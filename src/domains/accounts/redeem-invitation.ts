import type { Tx } from '../../platform/db/database.ts'
import { closeInvitation, insertGrant, type lockInvitation } from './store.ts'

type Locked = NonNullable<Awaited<ReturnType<typeof lockInvitation>>>

/** Grants what a locked invitation offers to an account, and closes it: a link is good for one grant. Answers the grant. */
export async function redeemInvitation(
  tx: Tx,
  invitation: Locked,
  { accountId, now }: { accountId: string; now: Date },
): Promise<string> {
  const grantId = await insertGrant(tx, {
    accountId,
    roleCode: invitation.role_code,
    unitScheme: invitation.unit_scheme,
    unitCode: invitation.unit_code,
    producerId: invitation.producer_id,
    producerName: invitation.producer_name,
    provinceCode: invitation.province_code,
    communeCode: invitation.commune_code,
    grantedBy: invitation.issued_by,
    now,
  })
  await closeInvitation(tx, invitation.token_hash, { accountId, now })
  return grantId
}
