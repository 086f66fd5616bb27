import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'

/** Remembers when an account was first used: days of grace are counted from then. */
export async function noteFirstSignIn(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx
    .updateTable('accounts.account')
    .set({ first_signed_in_at: now })
    .where('id', '=', accountId)
    .where('first_signed_in_at', 'is', null)
    .execute()
}

/** Keeps a half-finished sign-in by the hash of its token. */
export async function insertPending(
  tx: Tx,
  pending: { hash: string; accountId: string; grantId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('accounts.pending_sign_in')
    .values({
      token_hash: pending.hash,
      account_id: pending.accountId,
      grant_id: pending.grantId,
      created_at: pending.now,
      expires_at: pending.expiresAt,
    })
    .execute()
}

/** Counts a try against a half-finished sign-in. */
export async function countTry(tx: Tx, hash: string): Promise<void> {
  await sql`update accounts.pending_sign_in set tries = tries + 1 where token_hash = ${hash}`.execute(tx)
}

/** Uses a half-finished sign-in up; false when somebody did so a moment earlier. */
export async function spendPending(tx: Tx, hash: string, now: Date): Promise<boolean> {
  const spent = await tx
    .updateTable('accounts.pending_sign_in')
    .set({ used_at: now })
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return spent.numUpdatedRows === 1n
}

/** Keeps what a passkey must sign; a newer challenge replaces the older. */
export async function keepChallenge(
  tx: Tx,
  asked: { ownerHash: string; purpose: 'registration' | 'authentication'; challenge: string; expiresAt: Date },
): Promise<void> {
  const row = { challenge: asked.challenge, expires_at: asked.expiresAt }
  await tx
    .insertInto('accounts.passkey_challenge')
    .values({ owner_hash: asked.ownerHash, purpose: asked.purpose, ...row })
    .onConflict((conflict) => conflict.columns(['owner_hash', 'purpose']).doUpdateSet(row))
    .execute()
}

/** Takes the challenge of this owner away for good; undefined when there is none that is still good. */
export async function takeChallenge(
  tx: Tx,
  asked: { ownerHash: string; purpose: 'registration' | 'authentication'; now: Date },
): Promise<string | undefined> {
  const taken = await tx
    .deleteFrom('accounts.passkey_challenge')
    .where('owner_hash', '=', asked.ownerHash)
    .where('purpose', '=', asked.purpose)
    .returning(['challenge', 'expires_at'])
    .executeTakeFirst()
  return taken !== undefined && taken.expires_at > asked.now ? taken.challenge : undefined
}

/** Marks that this session proved a second factor. */
export async function noteFactor(tx: Tx, sessionHash: string): Promise<void> {
  await tx.updateTable('accounts.session').set({ has_factor: true }).where('token_hash', '=', sessionHash).execute()
}

/** Stamps a session as just confirmed. */
export async function stampConfirmation(tx: Tx, sessionHash: string, now: Date): Promise<void> {
  await tx.updateTable('accounts.session').set({ confirmed_at: now }).where('token_hash', '=', sessionHash).execute()
}

/** Ends sessions of an account, all but the one kept; with `reference` only that one. Half-finished sign-ins end with the rest. */
export async function endSessions(
  tx: Tx,
  wish: { accountId: string; keptHash: string; now: Date; reference?: string },
): Promise<number> {
  let ending = tx
    .updateTable('accounts.session')
    .set({ ended_at: wish.now })
    .where('account_id', '=', wish.accountId)
    .where('ended_at', 'is', null)
  ending =
    wish.reference === undefined
      ? ending.where('token_hash', '!=', wish.keptHash)
      : ending.where('reference', '=', wish.reference)
  const ended = await ending.executeTakeFirst()
  if (wish.reference === undefined)
    await tx
      .updateTable('accounts.pending_sign_in')
      .set({ used_at: wish.now })
      .where('account_id', '=', wish.accountId)
      .where('used_at', 'is', null)
      .execute()
  return Number(ended.numUpdatedRows)
}

/** Forgets whatever proves nothing any more: expired challenges, half-finished sign-ins, journeys, claims, tokens. */
export async function sweepProofs(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('accounts.passkey_challenge').where('expires_at', '<=', now).execute()
  await tx.deleteFrom('accounts.pending_sign_in').where('expires_at', '<=', now).execute()
  await tx.deleteFrom('accounts.sign_on_attempt').where('expires_at', '<=', now).execute()
  await tx.deleteFrom('accounts.identity_claim').where('expires_at', '<=', now).execute()
  await tx.deleteFrom('accounts.api_token').where('expires_at', '<=', now).execute()
}
