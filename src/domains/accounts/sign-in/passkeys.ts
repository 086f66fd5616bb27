import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewPasskey, PasskeyAnswer } from './messages.ts'
import { listPasskeys } from './queries.ts'
import { refuse } from './refusals.ts'
import { challengeMs } from './rules.ts'
import { keepChallenge, takeChallenge } from './store.ts'

/** What a passkey ceremony is bound to: this site, this moment, and one session or half-finished sign-in. */
export interface Ceremony {
  tx: Tx
  now: Date
  publicUrl: string
  ownerHash: string
  account: { id: string; login: string; displayName: string }
}

const siteName = 'OCOP'

function expiry(now: Date): Date {
  return new Date(now.getTime() + challengeMs)
}

async function known(tx: Tx, accountId: string) {
  const passkeys = await listPasskeys(tx, accountId)
  return passkeys.map((passkey) => ({ id: passkey.credential_id, transports: passkey.transports }))
}

/** What the browser needs to make a passkey; authenticators that the account already has are left out. */
export async function offerPasskey({ tx, now, publicUrl, ownerHash, account }: Ceremony) {
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: new URL(publicUrl).hostname,
    userName: account.login,
    userDisplayName: account.displayName,
    userID: new Uint8Array(Buffer.from(account.id)),
    attestationType: 'none',
    excludeCredentials: await known(tx, account.id),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  await keepChallenge(tx, { ownerHash, purpose: 'registration', challenge: options.challenge, expiresAt: expiry(now) })
  return options
}

/** Keeps a passkey that signed our challenge on our own address; throws passkey-refused for everything else. */
export async function addPasskey(ceremony: Ceremony, { name, passkey }: NewPasskey): Promise<void> {
  const { tx, now, publicUrl, ownerHash, account } = ceremony
  const expectedChallenge = await takeChallenge(tx, { ownerHash, purpose: 'registration', now })
  if (expectedChallenge === undefined) throw refuse('passkey-refused')
  const checked = await verifyRegistrationResponse({
    response: { ...passkey, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: new URL(publicUrl).origin,
    expectedRPID: new URL(publicUrl).hostname,
    requireUserVerification: false,
  }).catch(() => null)
  if (checked === null || !checked.verified) throw refuse('passkey-refused')
  const { credential } = checked.registrationInfo
  const kept = await tx
    .insertInto('accounts.passkey')
    .values({
      account_id: account.id,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey).toString('base64'),
      counter: credential.counter,
      transports: passkey.response.transports,
      name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning(['id'])
    .executeTakeFirst()
  if (kept === undefined) throw refuse('passkey-refused')
}

/** What the browser needs to use a passkey of this account. */
export async function askPasskey({ tx, now, publicUrl, ownerHash, account }: Ceremony) {
  const options = await generateAuthenticationOptions({
    rpID: new URL(publicUrl).hostname,
    allowCredentials: await known(tx, account.id),
    userVerification: 'preferred',
  })
  await keepChallenge(tx, {
    ownerHash,
    purpose: 'authentication',
    challenge: options.challenge,
    expiresAt: expiry(now),
  })
  return options
}

/**
 * Checks the signature of a passkey: our challenge, our origin, a key of this account, and a counter that moved on (a counter that stands
 * still tells of a copied authenticator; those without a counter always send 0).
 */
export async function spendPasskey(
  { tx, now, publicUrl, ownerHash, account }: Omit<Ceremony, 'account'> & { account: { id: string } },
  answer: PasskeyAnswer,
): Promise<boolean> {
  const expectedChallenge = await takeChallenge(tx, { ownerHash, purpose: 'authentication', now })
  if (expectedChallenge === undefined) return false
  const held = await tx
    .selectFrom('accounts.passkey')
    .select(['id', 'credential_id', 'public_key', 'counter'])
    .where('credential_id', '=', answer.id)
    .where('account_id', '=', account.id)
    .forUpdate()
    .executeTakeFirst()
  if (held === undefined) return false
  const checked = await verifyAuthenticationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: new URL(publicUrl).origin,
    expectedRPID: new URL(publicUrl).hostname,
    requireUserVerification: false,
    credential: {
      id: held.credential_id,
      publicKey: new Uint8Array(Buffer.from(held.public_key, 'base64')),
      counter: held.counter,
    },
  }).catch(() => null)
  if (checked === null || !checked.verified) return false
  const { newCounter } = checked.authenticationInfo
  await tx
    .updateTable('accounts.passkey')
    .set({ counter: newCounter, last_used_at: now })
    .where('id', '=', held.id)
    .execute()
  return true
}
