import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { withinScope } from '../producers/index.ts'

/** What of the log is an actor's to see: theirs all, or about their scope, or by their own people. */
export interface Sight {
  /** an entry, alias e */
  entry: RawBuilder<boolean>
  /** a change (alias c) of an entry (alias e): of one's own people every change, of others only those about one's scope */
  change: RawBuilder<boolean>
}

/** The grants in a scope and whose they are, read once: asking entry by entry takes seconds. */
async function ownPeople(db: Db, { scope }: Actor): Promise<{ grants: string[]; accounts: string[] }> {
  if (scope.country) return { grants: [], accounts: [] }
  const found = await sql<{ grantId: string; accountId: string }>`
    select g.grant_id as "grantId", g.account_id as "accountId" from accounts.grant_place g
    where g.province_code = any(${[...scope.provinceCodes]}::text[]) or g.commune_code = any(${[...scope.communeCodes]}::text[])
      or g.producer_id in (select p.id from producers.producer_card p where ${withinScope(scope, 'p', 'id')})`.execute(
    db,
  )
  return { grants: found.rows.map((row) => row.grantId), accounts: found.rows.map((row) => row.accountId) }
}

/** How far an actor sees, as conditions on entries and their changes. */
export async function sightOf(db: Db, actor: Actor): Promise<Sight> {
  const { scope } = actor
  if (scope.country) return { entry: sql<boolean>`true`, change: sql<boolean>`true` }
  const { grants, accounts } = await ownPeople(db, actor)
  const byOwn = sql<boolean>`e.grant_id = any(${grants}::uuid[])`
  const about = sql<boolean>`case c.subject_kind
    when 'product' then exists (select from products.product_card p where p.id = c.subject_id and ${withinScope(scope, 'p')})
    when 'producer' then exists (select from producers.producer_card p where p.id = c.subject_id and ${withinScope(scope, 'p', 'id')})
    when 'account' then c.subject_id = any(${accounts}::uuid[])
    else false end`
  return {
    entry: sql<boolean>`(coalesce(${byOwn}, false) or exists (select from audit.change c where c.entry_id = e.id and ${about}))`,
    change: sql<boolean>`(coalesce(${byOwn}, false) or ${about})`,
  }
}
