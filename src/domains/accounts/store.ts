import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** Opens a session for an account through one grant. */
export async function insertSession(
  tx: Tx,
  session: {
    hash: string
    accountId: string
    grantId: string
    now: Date
    expiresAt: Date
    device: string
    network?: string
    /** a second factor was proved when it was opened */
    hasFactor?: boolean
  },
): Promise<void> {
  await tx
    .insertInto('accounts.session')
    .values({
      token_hash: session.hash,
      account_id: session.accountId,
      grant_id: session.grantId,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      device: session.device,
      network: session.network ?? '',
      has_factor: session.hasFactor ?? false,
      confirmed_at: session.now,
    })
    .execute()
}

/** Ends a session at once; ending it twice changes nothing. */
export async function endSession(tx: Tx, hash: string, now: Date): Promise<void> {
  await tx
    .updateTable('accounts.session')
    .set({ ended_at: now })
    .where('token_hash', '=', hash)
    .where('ended_at', 'is', null)
    .execute()
}

/** Keeps an invitation by the hash of its token. */
export async function insertInvitation(
  tx: Tx,
  invitation: {
    hash: string
    roleCode: string
    provinceCode: string | null
    issuedBy: string | null
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await tx
    .insertInto('accounts.invitation')
    .values({
      token_hash: invitation.hash,
      role_code: invitation.roleCode,
      unit_scheme: invitation.provinceCode === null ? null : '2025-',
      unit_code: invitation.provinceCode,
      issued_by: invitation.issuedBy,
      issued_at: invitation.now,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

/** Ends every unused invitation that the program itself (not a person) issued for this role, one caller at a time. */
export async function voidPrintedInvitations(tx: Tx, roleCode: string, now: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('accounts.printed-invitation'))`.execute(tx)
  await tx
    .updateTable('accounts.invitation')
    .set({ expires_at: now })
    .where('role_code', '=', roleCode)
    .where('issued_by', 'is', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
}

/** The invitation with this hash, locked so that a link opened twice at the same moment makes one account. */
export async function lockInvitation(tx: Tx, hash: string) {
  return await tx
    .selectFrom('accounts.invitation')
    .select(['token_hash', 'role_code', 'unit_scheme', 'unit_code', 'issued_by', 'expires_at', 'used_at'])
    .where('token_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
}

/** Marks an invitation as used by the account that it made. */
export async function closeInvitation(tx: Tx, hash: string, use: { accountId: string; now: Date }): Promise<void> {
  await tx
    .updateTable('accounts.invitation')
    .set({ used_at: use.now, used_by: use.accountId })
    .where('token_hash', '=', hash)
    .execute()
}

/** Makes an account, or answers undefined when its login (folded) is taken, also by somebody a moment earlier. */
export async function insertAccount(
  tx: Tx,
  account: {
    login: string
    foldedLogin: string
    displayName: string
    passwordHash: string | null
    issuedBy: string | null
    now: Date
  },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('accounts.account')
    .values({
      login: account.login,
      folded_login: account.foldedLogin,
      display_name: account.displayName,
      password_hash: account.passwordHash,
      state: 'active',
      issued_by: account.issuedBy,
      created_at: account.now,
    })
    .onConflict((conflict) => conflict.column('folded_login').doNothing())
    .returning(['id'])
    .executeTakeFirst()
  return row?.id
}

/** Grants a role to an account, for a unit or for the whole country. */
export async function insertGrant(
  tx: Tx,
  grant: {
    accountId: string
    roleCode: string
    unitScheme: string | null
    unitCode: string | null
    grantedBy: string | null
    now: Date
  },
): Promise<string> {
  const row = await tx
    .insertInto('accounts.role_grant')
    .values({
      account_id: grant.accountId,
      role_code: grant.roleCode,
      unit_scheme: grant.unitScheme,
      unit_code: grant.unitCode,
      granted_by: grant.grantedBy,
      granted_at: grant.now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  return row.id
}
