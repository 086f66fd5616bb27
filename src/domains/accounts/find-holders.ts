import { sql } from 'kysely'
import type { Permission } from '../../platform/access/permissions.ts'
import type { Db } from '../../platform/db/database.ts'
import { presentCodes } from './queries.ts'

/** Where something happens that people are to hear of: a place of the present scheme, or within one producer. */
export type Reach = { provinceCode: string; communeCode: string | null } | { producerId: string }

/**
 * The active accounts that hold a permission nearest to where something happens: those of the commune or province; only where there is
 * nobody, those of the whole country, because the ministry must not be told of every commune.
 */
export async function findHolders(db: Db, wanted: { permission: Permission; reach: Reach }): Promise<string[]> {
  const { permission, reach } = wanted
  const covers =
    'producerId' in reach
      ? sql<boolean>`g.producer_id = ${reach.producerId}::uuid`
      : sql<boolean>`(${reach.provinceCode} = any(${presentCodes('g', 'province')}) or ${reach.communeCode}::text = any(${presentCodes('g', 'commune')}))`
  const found = await sql<{ accountId: string; isNear: boolean }>`
    select distinct g.account_id as "accountId", g.unit_code is not null or g.producer_id is not null as "isNear"
    from accounts.role_grant g
    join accounts.account a on a.id = g.account_id
    join accounts.role_permission p on p.role_code = g.role_code
    where p.permission = ${permission} and g.ended_at is null and a.state = 'active'
      and (${covers} or (g.unit_code is null and g.producer_id is null))
    order by 1`.execute(db)
  const near = found.rows.filter((row) => row.isNear)
  return [...new Set((near.length > 0 ? near : found.rows).map((row) => row.accountId))]
}
