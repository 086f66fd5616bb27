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

/** Keeps an invitation by the hash of its token; answers its id. A unit is of the present scheme, a producer comes with its place and name. */
export async function insertInvitation(
  tx: Tx,
  invitation: {
    hash: string
    roleCode: string
    place: GrantPlace
    displayName?: string | null
    email?: string | null
    issuedBy: string | null
    now: Date
    expiresAt: Date
  },
): Promise<string> {
  const row = await tx
    .insertInto('accounts.invitation')
    .values({
      token_hash: invitation.hash,
      role_code: invitation.roleCode,
      ...placeColumns(invitation.place),
      display_name: invitation.displayName ?? null,
      email: invitation.email ?? null,
      issued_by: invitation.issuedBy,
      issued_at: invitation.now,
      expires_at: invitation.expiresAt,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  return row.id
}

/** Where a role is to hold: a present unit, or a producer with its place and name; null codes and no producer for the whole country. */
export interface GrantPlace {
  provinceCode: string | null
  communeCode: string | null
  producerId: string | null
  producerName: string | null
}

/** The columns that say where a grant or an invitation holds. */
export function placeColumns(place: GrantPlace) {
  const unit = place.producerId === null ? (place.communeCode ?? place.provinceCode) : null
  return {
    unit_scheme: unit === null ? null : '2025-',
    unit_code: unit,
    province_code: place.provinceCode,
    commune_code: place.communeCode,
    producer_id: place.producerId,
    producer_name: place.producerName,
  }
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
    .select(['producer_id', 'producer_name', 'province_code', 'commune_code', 'email'])
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
    email?: string | null
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
      email: account.email ?? null,
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
    /** instead of a unit, for roles of the producer tier */
    producerId?: string | null
    producerName?: string | null
    provinceCode?: string | null
    communeCode?: string | null
    standIn?: { startsOn: string; endsBefore: string; forAccountId: string }
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
      producer_id: grant.producerId ?? null,
      producer_name: grant.producerName ?? null,
      province_code: grant.provinceCode ?? null,
      commune_code: grant.communeCode ?? null,
      starts_on: grant.standIn?.startsOn ?? null,
      ends_before: grant.standIn?.endsBefore ?? null,
      stands_in_for: grant.standIn?.forAccountId ?? null,
      granted_by: grant.grantedBy,
      granted_at: grant.now,
    })
    .returning(['id'])
    .executeTakeFirstOrThrow()
  return row.id
}

export type EventKind =
  | 'issued'
  | 'granted'
  | 'joined'
  | 'grant-ended'
  | 'suspended'
  | 'reinstated'
  | 'ended'
  | 'left'
  | 'handed-over'
  | 'took-over'
  | 'stand-in'

/** Appends what was done to an account: by whom, in which role, why. */
export async function recordEvent(
  tx: Tx,
  event: {
    accountId: string
    kind: EventKind
    actorId: string | null
    actorRole: string | null
    grantId?: string | null
    otherAccountId?: string | null
    reason: string
    now: Date
  },
): Promise<void> {
  await tx
    .insertInto('accounts.account_event')
    .values({
      account_id: event.accountId,
      kind: event.kind,
      actor_id: event.actorId,
      actor_role: event.actorRole,
      grant_id: event.grantId ?? null,
      other_account_id: event.otherAccountId ?? null,
      reason: event.reason,
      happened_at: event.now,
    })
    .execute()
}

/** Ends every session of an account at once, or only those through one grant. */
export async function endSessionsOf(tx: Tx, holder: { accountId: string; grantId?: string }, now: Date): Promise<void> {
  let ending = tx
    .updateTable('accounts.session')
    .set({ ended_at: now })
    .where('account_id', '=', holder.accountId)
    .where('ended_at', 'is', null)
  if (holder.grantId !== undefined) ending = ending.where('grant_id', '=', holder.grantId)
  await ending.execute()
}
