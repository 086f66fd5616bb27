import { sql } from 'kysely'
import { note } from './change-state.ts'
import { isBeneath, lockVisible, type Managing, requireAnotherAdministrator } from './manage-account.ts'
import { findRolesBeneath } from './queries.ts'
import { refuse } from './refusals.ts'
import { endSessionsOf } from './store.ts'

/** Takes one role away from an account; what it holds elsewhere stays, also what the actor could not touch. Sessions acting through it end at once. */
export async function endGrant(
  managing: Managing,
  input: { id: string; grantId: string; reason: string },
): Promise<{ done: true }> {
  const { tx, actor, now } = managing
  const [account] = await lockVisible(tx, actor, [input.id])
  if (account === undefined) throw refuse('account-missing')
  if (account.id === actor.accountId) throw refuse('account-own')
  const grant = account.grants.find((each) => each.id === input.grantId)
  if (grant === undefined) throw refuse('grant-missing')
  if (!isBeneath(actor, await findRolesBeneath(tx, actor.roleCode), [grant])) throw refuse('account-above')
  await requireAnotherAdministrator(tx, { ...account, grants: [grant] })
  await sql`update accounts.role_grant set ended_at = ${now} where id = ${grant.id} and ended_at is null`.execute(tx)
  await endSessionsOf(tx, { accountId: account.id, grantId: grant.id }, now)
  await note(managing, { accountId: account.id, kind: 'grant-ended', grantId: grant.id, reason: input.reason })
  return { done: true }
}
