import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { type AccountRow, accountColumns, toAccountLine, visibleGrants } from './list-accounts.ts'
import { isBeneath, isVisible, liveGrants } from './manage-account.ts'
import type { AccountView } from './messages.ts'
import { findRolesBeneath } from './queries.ts'
import { refuse } from './refusals.ts'

const shownIssued = 50

/** One account in scope: its roles, who issued it up the tree, whom it issued, and everything that was done to it. */
export async function readAccount(
  { db, actor }: { db: Db; actor: Actor },
  { id }: { id: string },
): Promise<z.infer<typeof AccountView>> {
  const found = await sql<AccountRow>`
    select ${accountColumns} from accounts.account a left join accounts.account i on i.id = a.issued_by
    where a.id = ${id} and ${isVisible(actor)}`.execute(db)
  const [row] = found.rows
  if (row === undefined) throw refuse('account-missing')
  const grants = await visibleGrants(db, actor, [id])
  const [issuers, issued, events, beneath, live] = await Promise.all([
    issuersOf(db, id),
    issuedBy(db, actor, id),
    eventsOf(db, id),
    findRolesBeneath(db, actor.roleCode),
    liveGrants(db, id),
  ])
  const isOwn = id === actor.accountId
  const manage = actor.permissions.has('accounts.manage') && !isOwn && isBeneath(actor, beneath, live)
  return { ...toAccountLine(row, grants), email: row.email, issuers, issued, events, abilities: { manage, isOwn } }
}

/** Names and first roles only: who stands above is no secret, their places and logins are. */
async function issuersOf(db: Db, id: string) {
  const found = await sql<{ displayName: string; code: string | null; nameVi: string | null; nameEn: string | null }>`
    with recursive up as (
      select a.issued_by, 1 as depth from accounts.account a where a.id = ${id}
      union all
      select a.issued_by, up.depth + 1 from up join accounts.account a on a.id = up.issued_by where up.depth < 20
    )
    select a.display_name as "displayName", r.code, r.name_vi as "nameVi", r.name_en as "nameEn"
    from up join accounts.account a on a.id = up.issued_by
    left join lateral (
      select g.role_code from accounts.role_grant g where g.account_id = a.id order by g.granted_at, g.id limit 1
    ) f on true
    left join accounts.role r on r.code = f.role_code
    order by up.depth`.execute(db)
  return found.rows.map(({ displayName, code, nameVi, nameEn }) => ({
    displayName,
    role: code === null || nameVi === null || nameEn === null ? null : { code, nameVi, nameEn },
  }))
}

async function issuedBy(db: Db, actor: Actor, id: string) {
  const found = await sql<{ id: string; displayName: string; total: number }>`
    select a.id, a.display_name as "displayName", count(*) over () as total from accounts.account a
    where a.issued_by = ${id} and ${isVisible(actor)} order by a.folded_name, a.id limit ${shownIssued}`.execute(db)
  return {
    total: found.rows[0]?.total ?? 0,
    items: found.rows.map((row) => ({ id: row.id, displayName: row.displayName })),
  }
}

async function eventsOf(db: Db, id: string) {
  const rows = await db
    .selectFrom('accounts.account_event as e')
    .leftJoin('accounts.account as a', 'a.id', 'e.actor_id')
    .leftJoin('accounts.account as o', 'o.id', 'e.other_account_id')
    .select(['e.kind', 'a.display_name as actor', 'o.display_name as other', 'e.reason', 'e.happened_at'])
    .where('e.account_id', '=', id)
    .orderBy('e.id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ happened_at, ...event }) => ({ ...event, happenedAt: happened_at.toISOString() }))
}
