import type { Tx } from '../../../platform/db/database.ts'
import { foldCode, recoveryCodeCount } from './rules.ts'
import { installationKey, newCode, recoveryDigest } from './seal.ts'

/** Replaces all recovery codes of an account by ten new ones, answered once and kept only as digests. */
export async function makeRecoveryCodes(tx: Tx, accountId: string, now: Date): Promise<string[]> {
  const key = await installationKey(tx, 'recovery')
  const codes = Array.from({ length: recoveryCodeCount }, newCode)
  await tx.deleteFrom('accounts.recovery_code').where('account_id', '=', accountId).execute()
  await tx
    .insertInto('accounts.recovery_code')
    .values(
      codes.map((code) => ({
        account_id: accountId,
        code_digest: recoveryDigest(key, accountId, foldCode(code)),
        created_at: now,
      })),
    )
    .execute()
  return codes
}

/** Spends a recovery code: once, also when it is sent twice at the same moment. */
export async function spendRecoveryCode(
  tx: Tx,
  accountId: string,
  spend: { code: string; now: Date },
): Promise<boolean> {
  const digest = recoveryDigest(await installationKey(tx, 'recovery'), accountId, foldCode(spend.code))
  const spent = await tx
    .updateTable('accounts.recovery_code')
    .set({ used_at: spend.now })
    .where('account_id', '=', accountId)
    .where('code_digest', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return spent.numUpdatedRows === 1n
}
