import { sql } from 'kysely'
import type { Actor, Scope } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { tokenHash } from '../tokens.ts'
import { refuse } from './refusals.ts'
import { foldCode } from './rules.ts'

interface Reach {
  permissions: string[]
  isCountryWide: boolean
  provinceCodes: (string | null)[]
  communeCode: string | null
  producerId: string | null
}

/** Every live grant of a person's account with the province that its unit lies in today. */
async function reachOf(tx: Tx, accountId: string): Promise<Reach[]> {
  const found = await sql<Reach>`
    select array(select p.permission from accounts.role_permission p where p.role_code = g.role_code) as permissions,
      g.unit_code is null and g.producer_id is null as "isCountryWide", g.producer_id as "producerId",
      case when length(g.unit_code) > 2 then g.unit_code end as "communeCode",
      array(select u.province_code from administrative_units.unit_card u where u.code = g.unit_code and u.scheme = g.unit_scheme) as "provinceCodes"
    from accounts.account a join accounts.role_grant g on g.account_id = a.id and g.ended_at is null
    where a.id = ${accountId} and a.state <> 'ended'
      and not exists (select from accounts.api_client c where c.account_id = a.id)`.execute(tx)
  return found.rows
}

function reaches(scope: Scope, own: Reach): boolean {
  if (scope.country) return true
  if (own.isCountryWide) return false
  if (own.producerId !== null) return scope.producerIds.includes(own.producerId)
  if (own.communeCode !== null && scope.communeCodes.includes(own.communeCode)) return true
  return own.provinceCodes.some((code) => code !== null && scope.provinceCodes.includes(code))
}

/**
 * Links the identity behind a code to an account. Whoever links could sign in as that account, so every grant of it must lie in the
 * administrator's scope and hold nothing that the administrator does not; any other account answers like a missing one.
 */
export async function linkIdentity(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { id, code }: { id: string; code: string },
): Promise<void> {
  const grants = await reachOf(tx, id)
  const held: ReadonlySet<string> = actor.permissions
  const mayReach = (own: Reach) => reaches(actor.scope, own) && own.permissions.every((each) => held.has(each))
  if (grants.length === 0 || !grants.every(mayReach)) throw refuse('account-unknown')
  const claim = await tx
    .deleteFrom('accounts.identity_claim')
    .where('code_hash', '=', tokenHash(foldCode(code)))
    .where('expires_at', '>', now)
    .returning(['issuer', 'subject'])
    .executeTakeFirst()
  if (claim === undefined) throw refuse('claim-unknown')
  const linked = await tx
    .insertInto('accounts.identity')
    .values({ ...claim, account_id: id, linked_by: actor.accountId, linked_at: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .returning(['subject'])
    .executeTakeFirst()
  if (linked === undefined) throw refuse('claim-unknown')
}
