import type { Tx } from '../../platform/db/database.ts'
import { queueLetter } from '../../platform/letters/letters.ts'

/** Queues a letter to the person behind an account, if an e-mail address is known; it counts as coming from where the person acts. */
export async function writeToAccount(
  tx: Tx,
  letter: { accountId: string; subject: string; text: string; now: Date },
): Promise<void> {
  const holder = await tx
    .selectFrom('accounts.account as a')
    .leftJoin('accounts.grant_place as g', 'g.account_id', 'a.id')
    .select(['a.email', 'g.province_code', 'g.commune_code', 'g.producer_id'])
    .where('a.id', '=', letter.accountId)
    .where('a.state', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  if (holder === undefined || holder.email === null) return
  const origin = {
    provinceCode: holder.province_code,
    communeCode: holder.commune_code,
    producerId: holder.producer_id,
  }
  const { subject, text, accountId, now } = letter
  await queueLetter(tx, { to: holder.email, subject, text, origin, queuedBy: accountId }, now)
}
