import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { administratorRole } from './invite-administrator.ts'
import { coversPlace, grantWithin } from './policy.ts'
import { findGrants, findRolesBeneath, type GrantRow, hasActiveAdministrator } from './queries.ts'
import { refuse } from './refusals.ts'

/** What managing is handed. */
export interface Managing {
  tx: Tx
  actor: Actor
  now: Date
}

/** An account with what it holds that has not ended. */
export interface ManagedAccount {
  id: string
  displayName: string
  state: string
  grants: GrantRow[]
}

/** The condition under which an account (alias a) may be seen: one of its grants, present or past, lies in the actor's scope. */
export function isVisible(actor: Actor): RawBuilder<boolean> {
  if (actor.scope.country) return sql<boolean>`true`
  return sql<boolean>`exists (select from accounts.role_grant g where g.account_id = a.id and ${grantWithin(actor.scope, 'g')})`
}

/** Whether every grant lies in the actor's scope and under a role that theirs issues, itself or through others. */
export function isBeneath(actor: Actor, beneath: ReadonlySet<string>, grants: readonly GrantRow[]): boolean {
  return grants.every((grant) => beneath.has(grant.roleCode) && coversPlace(actor.scope, grant))
}

/** Grants of an account that have not ended, those of stand-ins among them. */
export function liveGrants(db: Db, accountId: string): Promise<GrantRow[]> {
  return findGrants(db, sql<boolean>`g.account_id = ${accountId} and g.ended_at is null`)
}

/** Locks accounts that the actor sees, in id order. Without "key" the lock lets others refer to the row meanwhile, so two administrators never wait for each other. */
export async function lockVisible(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ManagedAccount[]> {
  const found = await sql<Omit<ManagedAccount, 'grants'>>`
    select a.id, a.display_name as "displayName", a.state from accounts.account a
    where a.id = any(${[...ids]}::uuid[]) and ${isVisible(actor)} order by a.id for no key update of a`.execute(tx)
  const accounts: ManagedAccount[] = []
  for (const id of ids) {
    const row = found.rows.find((each) => each.id === id)
    if (row === undefined) throw refuse('account-missing')
    accounts.push({ ...row, grants: await liveGrants(tx, id) })
  }
  return accounts
}

/** Locks accounts to act on them: in scope, beneath the actor, and not the actor's own. */
export async function lockToManage(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ManagedAccount[]> {
  const accounts = await lockVisible(tx, actor, ids)
  if (ids.includes(actor.accountId)) throw refuse('account-own')
  const beneath = await findRolesBeneath(tx, actor.roleCode)
  if (!accounts.every((account) => isBeneath(actor, beneath, account.grants))) throw refuse('account-above')
  return accounts
}

/** Locks one account to act on it. */
export async function lockOneToManage(tx: Tx, actor: Actor, id: string): Promise<ManagedAccount> {
  const [account] = await lockToManage(tx, actor, [id])
  if (account === undefined) throw refuse('account-missing')
  return account
}

/** Refuses to take the last ministry administrator away. One such act at a time, so that two administrators cannot remove each other at once. */
export async function requireAnotherAdministrator(tx: Tx, account: ManagedAccount): Promise<void> {
  const isAdministrator = account.grants.some(
    (grant) => grant.roleCode === administratorRole && grant.provinceCode === null && grant.standsInForId === null,
  )
  if (!isAdministrator || account.state !== 'active') return
  await sql`select pg_advisory_xact_lock(hashtext('accounts.administrators'))`.execute(tx)
  if (!(await hasActiveAdministrator(tx, administratorRole, account.id))) throw refuse('last-administrator')
}
