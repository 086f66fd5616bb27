import type { Managing } from './manage-account.ts'
import { authorOf } from './policy.ts'
import type { GrantRow } from './queries.ts'
import { insertGrant } from './store.ts'

/** Gives an account a copy of somebody's grant, for good or for the days of a leave; answers the id of the copy. */
export async function passOnGrant(
  { tx, actor, now }: Managing,
  grant: GrantRow,
  receiver: { accountId: string; standIn?: { startsOn: string; endsBefore: string; forAccountId: string } },
): Promise<string> {
  const unit = grant.producerId === null ? (grant.communeCode ?? grant.provinceCode) : null
  return await insertGrant(tx, {
    accountId: receiver.accountId,
    roleCode: grant.roleCode,
    unitScheme: unit === null ? null : '2025-',
    unitCode: unit,
    producerId: grant.producerId,
    producerName: grant.producerName,
    provinceCode: grant.provinceCode,
    communeCode: grant.communeCode,
    ...(receiver.standIn && { standIn: receiver.standIn }),
    grantedBy: authorOf(actor),
    now,
  })
}
