import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { FactorKind } from './messages.ts'

/** How an account can prove its second factor; empty when it has none. Recovery codes alone are no factor. */
export async function factorKinds(db: Db, accountId: string): Promise<FactorKind[]> {
  const found = await sql<{ totp: boolean; passkey: boolean; recovery: boolean }>`
    select exists (select from accounts.totp where account_id = ${accountId} and confirmed_at is not null) as totp,
      exists (select from accounts.passkey where account_id = ${accountId}) as passkey,
      exists (select from accounts.recovery_code where account_id = ${accountId} and used_at is null) as recovery`.execute(
    db,
  )
  const [held] = found.rows
  if (held === undefined || !(held.totp || held.passkey)) return []
  return (['totp', 'passkey', 'recovery'] as const).filter((kind) => held[kind])
}

/** Tells whether the policy asks this account for a second factor in any of its live roles, grace aside. */
export async function isFactorRequired(db: Db, accountId: string, now: Date): Promise<boolean> {
  const found = await sql<{ required: boolean }>`
    select exists (select from accounts.role_grant g join accounts.factor_policy f on f.role_code = g.role_code
      where g.account_id = ${accountId} and g.ended_at is null
        and f.required_from <= (${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date) as required`.execute(db)
  return found.rows[0]?.required ?? false
}

/** An account that can act, with what its password is checked against. */
export async function findActiveAccount(db: Db, accountId: string) {
  return await db
    .selectFrom('accounts.account')
    .select(['login', 'folded_login', 'display_name', 'password_hash'])
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .executeTakeFirst()
}

/** The code generator of an account, confirmed or not. */
export async function findTotp(db: Db, accountId: string) {
  return await db
    .selectFrom('accounts.totp')
    .select(['sealed_secret', 'confirmed_at', 'created_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** The passkeys of an account, oldest first. */
export async function listPasskeys(db: Db, accountId: string) {
  return await db
    .selectFrom('accounts.passkey')
    .select(['id', 'credential_id', 'transports', 'name', 'created_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('accounts.recovery_code')
    .select((each) => each.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.left
}

/** The half-finished sign-in with this hash, while its holder may still try. */
export async function findPending(db: Db, hash: string, live: { now: Date; tries: number }) {
  return await db
    .selectFrom('accounts.pending_sign_in as p')
    .innerJoin('accounts.account as a', 'a.id', 'p.account_id')
    .innerJoin('accounts.role_grant as g', 'g.id', 'p.grant_id')
    .select(['p.token_hash', 'p.account_id', 'p.grant_id', 'a.folded_login'])
    .where('p.token_hash', '=', hash)
    .where('p.used_at', 'is', null)
    .where('p.expires_at', '>', live.now)
    .where('p.tries', '<', live.tries)
    .where('a.state', '=', 'active')
    .where('g.ended_at', 'is', null)
    .executeTakeFirst()
}

/** The living sessions of an account, the last seen first. */
export async function listLiveSessions(db: Db, accountId: string, alive: { now: Date; seenAfter: Date }) {
  return await db
    .selectFrom('accounts.session')
    .select(['reference', 'token_hash', 'device', 'network', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', alive.now)
    .where('last_seen_at', '>', alive.seenAfter)
    .orderBy('last_seen_at', 'desc')
    .execute()
}
