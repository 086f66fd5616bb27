import type { FactorProof } from './messages.ts'
import { type Ceremony, spendPasskey } from './passkeys.ts'
import { factorKinds } from './queries.ts'
import { spendRecoveryCode } from './recovery-codes.ts'
import { spendTotp } from './totp.ts'

/** Spends one proof of the second factor; true when it was right. Count the attempt before (throttle.ts): a wrong one costs nothing here. */
export async function proveFactor(
  ceremony: Omit<Ceremony, 'account'> & { account: { id: string } },
  proof: FactorProof,
): Promise<boolean> {
  const { tx, now, account } = ceremony
  const kinds = await factorKinds(tx, account.id)
  if (proof.code !== undefined)
    return kinds.includes('totp') && (await spendTotp(tx, account.id, { code: proof.code, now, confirms: false }))
  if (proof.recoveryCode !== undefined)
    return kinds.includes('recovery') && (await spendRecoveryCode(tx, account.id, { code: proof.recoveryCode, now }))
  if (proof.passkey !== undefined) return await spendPasskey(ceremony, proof.passkey)
  return false
}
