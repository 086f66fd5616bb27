import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../platform/access/actor.ts'
import { addDays } from '../../platform/clock/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import { fold } from '../../platform/text/fold.ts'
import { readCursor, writeCursor } from './cursors.ts'
import { isVisible } from './manage-account.ts'
import type { AccountLines, GrantView, ListAccounts } from './messages.ts'
import { grantWithin } from './policy.ts'
import { findGrants, type GrantRow } from './queries.ts'

type Filter = z.infer<typeof ListAccounts>

export interface AccountRow {
  id: string
  login: string
  displayName: string
  foldedName: string
  state: 'active' | 'suspended' | 'ended'
  email: string | null
  issuedBy: string | null
  createdAt: Date
  lastSeenAt: Date | null
}

/** Accounts that hold or held a role in the actor's scope, by name, a page at a time. */
export async function listAccounts(
  { db, actor }: { db: Db; actor: Actor },
  filter: Filter,
): Promise<z.infer<typeof AccountLines>> {
  const [rows, total] = await Promise.all([visibleAccounts(db, actor, filter), countAccounts(db, actor, filter)])
  const page = rows.slice(0, filter.limit)
  const ids = page.map((row) => row.id)
  const grants = await visibleGrants(db, actor, ids)
  const last = page.at(-1)
  return {
    items: page.map((row) => toAccountLine(row, grants)),
    total,
    next: rows.length > page.length && last ? writeCursor(last.foldedName, last.id) : null,
  }
}

/** An account as lists show it. */
export function toAccountLine(row: AccountRow, grants: readonly GrantRow[]) {
  return {
    id: row.id,
    login: row.login,
    displayName: row.displayName,
    state: row.state,
    issuedBy: row.issuedBy,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    grants: grants.filter((grant) => grant.accountId === row.id).map(toGrantView),
  }
}

/** Those grants of accounts that lie in the actor's scope. */
export function visibleGrants(db: Db, actor: Actor, accountIds: readonly string[]): Promise<GrantRow[]> {
  return findGrants(
    db,
    sql<boolean>`g.account_id = any(${[...accountIds]}::uuid[]) and ${grantWithin(actor.scope, 'g')}`,
  )
}

function toGrantView(row: GrantRow): z.infer<typeof GrantView> {
  return {
    id: row.id,
    role: { code: row.roleCode, nameVi: row.roleNameVi, nameEn: row.roleNameEn },
    tier: row.tier,
    provinceCode: row.provinceCode,
    provinceName: row.provinceName,
    communeName: row.communeName,
    producerId: row.producerId,
    producerName: row.producerName,
    grantedBy: row.grantedByName,
    grantedAt: row.grantedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    startsOn: row.startsOn,
    lastDay: row.endsBefore === null ? null : addDays(row.endsBefore, -1),
    standsInFor: row.standsInForName,
  }
}

export const accountColumns = sql`a.id, a.login, a.display_name as "displayName", a.folded_name as "foldedName", a.state, a.email,
  i.display_name as "issuedBy", a.created_at as "createdAt",
  (select max(s.last_seen_at) from accounts.session s where s.account_id = a.id) as "lastSeenAt"`

async function visibleAccounts(db: Db, actor: Actor, filter: Filter): Promise<AccountRow[]> {
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor)
  const later = after === null ? sql`true` : sql`(a.folded_name, a.id) > (${after.value}, ${after.id}::uuid)`
  const found = await sql<AccountRow>`
    select ${accountColumns} from accounts.account a left join accounts.account i on i.id = a.issued_by
    where ${conditions(actor, filter)} and ${later}
    order by a.folded_name, a.id limit ${filter.limit + 1}`.execute(db)
  return found.rows
}

async function countAccounts(db: Db, actor: Actor, filter: Filter): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*) as total from accounts.account a where ${conditions(actor, filter)}`.execute(db)
  return found.rows[0]?.total ?? 0
}

function conditions(actor: Actor, filter: Filter): RawBuilder<boolean> {
  const all = [isVisible(actor)]
  if (filter.state !== undefined) all.push(sql<boolean>`a.state = ${filter.state}`)
  for (const word of fold(filter.q ?? '').match(/[^\s,;]+/g) ?? []) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    all.push(sql<boolean>`(a.folded_name like ${pattern} or a.folded_login like ${pattern})`)
  }
  const held = [sql<boolean>`g.ended_at is null`, grantWithin(actor.scope, 'g')]
  if (filter.role !== undefined) held.push(sql<boolean>`g.role_code = ${filter.role}`)
  if (filter.province !== undefined) held.push(sql<boolean>`g.province_code = ${filter.province}`)
  if (filter.commune !== undefined) held.push(sql<boolean>`g.commune_code = ${filter.commune}`)
  if (filter.producer !== undefined) held.push(sql<boolean>`g.producer_id = ${filter.producer}`)
  if (held.length > 2) {
    all.push(
      sql<boolean>`exists (select from accounts.role_grant g where g.account_id = a.id and ${sql.join(held, sql` and `)})`,
    )
  }
  return sql<boolean>`${sql.join(all, sql` and `)}`
}
