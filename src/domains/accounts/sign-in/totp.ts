import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import type { Tx } from '../../../platform/db/database.ts'
import type { TotpOffer } from './messages.ts'
import { findTotp } from './queries.ts'
import { refuse } from './refusals.ts'
import { stepSeconds } from './rules.ts'
import { installationKey, seal, unseal } from './seal.ts'

function generatorOf(secret: string, login: string) {
  return new TOTP({ issuer: 'OCOP', label: login, period: stepSeconds, digits: 6, secret: Secret.fromBase32(secret) })
}

/** Makes a new secret for a code generator, which counts only once a code of it was entered; an unconfirmed older one is forgotten. */
export async function offerTotp(tx: Tx, account: { id: string; login: string }, now: Date): Promise<TotpOffer> {
  const secret = new Secret({ size: 20 }).base32
  const sealed = seal(await installationKey(tx, 'totp'), secret, account.id)
  const row = { sealed_secret: sealed, created_at: now, last_step: null }
  const kept = await tx
    .insertInto('accounts.totp')
    .values({ account_id: account.id, ...row })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet(row).where('accounts.totp.confirmed_at', 'is', null),
    )
    .returning(['account_id'])
    .executeTakeFirst()
  if (kept === undefined) throw refuse('totp-present')
  const address = generatorOf(secret, account.login).toString()
  return { secret, address, picture: await QRCode.toDataURL(address, { margin: 1, width: 240 }) }
}

/**
 * Spends one code: right within a step of the clock either way, and newer than the last one accepted, so that a code seen over a shoulder
 * is worth nothing. Of two requests with one code at the same time one wins. `confirms` makes a waiting generator count from now on.
 */
export async function spendTotp(
  tx: Tx,
  accountId: string,
  { code, now, confirms }: { code: string; now: Date; confirms: boolean },
): Promise<boolean> {
  const found = await findTotp(tx, accountId)
  if (found === undefined || (found.confirmed_at === null) !== confirms) return false
  const secret = unseal(await installationKey(tx, 'totp'), found.sealed_secret, accountId)
  const timestamp = now.getTime()
  const delta = generatorOf(secret, '').validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 })
  if (delta === null) return false
  const step = TOTP.counter({ period: stepSeconds, timestamp }) + delta
  const spent = await tx
    .updateTable('accounts.totp')
    .set({ last_step: step, ...(confirms && { confirmed_at: now }) })
    .where('account_id', '=', accountId)
    .where('sealed_secret', '=', found.sealed_secret)
    .where((row) => row.or([row('last_step', 'is', null), row('last_step', '<', step)]))
    .executeTakeFirst()
  return spent.numUpdatedRows === 1n
}
