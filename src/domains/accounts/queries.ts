import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

/** What a session stands for: the account, the grant it acts through, and the present units of that grant. */
export interface SessionRow {
  accountId: string
  grantId: string
  login: string
  displayName: string
  lastSeenAt: Date
  confirmedAt: Date | null
  /** the role needs a second factor, the days of grace are over, and this session was opened without one */
  mustEnrol: boolean
  roleCode: string
  roleNameVi: string
  roleNameEn: string
  permissions: string[]
  /** the producer that the grant names instead of a unit */
  producerId: string | null
  /** the grant names neither unit nor producer: the whole country */
  isCountryWide: boolean
  provinceCodes: string[]
  communeCodes: string[]
}

/**
 * The session with this hash that is alive at `now`, or undefined. A grant that names a unit of the old scheme holds for its successor;
 * of a divided commune only the part that took all the people, because a right must not grow by a reform. Old districts have no successor.
 */
export async function findSession(
  db: Db,
  hash: string,
  alive: { now: Date; seenAfter: Date },
): Promise<SessionRow | undefined> {
  const found = await sql<SessionRow>`
    select s.account_id as "accountId", g.id as "grantId", g.producer_id as "producerId", a.login, a.display_name as "displayName", s.last_seen_at as "lastSeenAt",
      s.confirmed_at as "confirmedAt", not s.has_factor and exists (
        select from accounts.factor_policy f where f.role_code = r.code
          and f.required_from <= (${alive.now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
          and coalesce(a.first_signed_in_at, a.created_at) + make_interval(days => f.grace_days) <= ${alive.now}) as "mustEnrol",
      r.code as "roleCode", r.name_vi as "roleNameVi", r.name_en as "roleNameEn", g.unit_code is null and g.producer_id is null as "isCountryWide",
      array(select p.permission from accounts.role_permission p where p.role_code = r.code order by p.permission) as permissions,
      ${presentCodes('g', 'province')} as "provinceCodes", ${presentCodes('g', 'commune')} as "communeCodes"
    from accounts.session s
    join accounts.account a on a.id = s.account_id
    join accounts.role_grant g on g.id = s.grant_id
    join accounts.role r on r.code = g.role_code
    where s.token_hash = ${hash} and s.ended_at is null and s.expires_at > ${alive.now} and s.last_seen_at > ${alive.seenAfter}
      and a.state = 'active' and g.ended_at is null`.execute(db)
  return found.rows[0]
}

/** Present codes of the unit that a row (a grant, an invitation) names, by its level. */
function presentCodes(alias: 'g' | 'i', level: 'province' | 'commune') {
  const row = sql.ref(alias)
  const width = level === 'province' ? 2 : 5
  const moved =
    level === 'province'
      ? sql`select t.new_code from administrative_units.province_today t where t.old_code = ${row}.unit_code`
      : sql`select t.new_code from administrative_units.present_unit t where t.old_code = ${row}.unit_code and (t.is_decided or t.is_default)`
  return sql<string[]>`case
    when length(${row}.unit_code) is distinct from ${sql.lit(width)} then '{}'::text[]
    when ${row}.unit_scheme = '2025-' then array[${row}.unit_code]
    else array(${moved}) end`
}

/** The name of a present province, for people. */
export async function findProvinceName(db: Db, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('administrative_units.unit_card')
    .select(['full_name'])
    .where('scheme', '=', '2025-')
    .where('level', '=', 'province')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.full_name ?? null
}

/** The present province in which a present commune lies. */
export async function findProvinceOfCommune(db: Db, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('administrative_units.unit_card')
    .select(['province_code'])
    .where('scheme', '=', '2025-')
    .where('level', '=', 'commune')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.province_code ?? null
}

/** The account of a login together with the newest grant that has not ended; undefined when nobody can sign in with it. */
export async function findSignInRow(db: Db, foldedLogin: string) {
  return await db
    .selectFrom('accounts.account as a')
    .innerJoin('accounts.role_grant as g', 'g.account_id', 'a.id')
    .select(['a.id as accountId', 'a.password_hash as passwordHash', 'g.id as grantId'])
    .where('a.folded_login', '=', foldedLogin)
    .where('a.state', '=', 'active')
    .where('g.ended_at', 'is', null)
    .orderBy('g.granted_at', 'desc')
    .orderBy('g.id')
    .executeTakeFirst()
}

/** Tells whether anybody can act as ministry administrator: while nobody can, the start prints a link. */
export async function hasActiveAdministrator(db: Db, roleCode: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.role_grant as g')
    .innerJoin('accounts.account as a', 'a.id', 'g.account_id')
    .select(['g.id'])
    .where('g.role_code', '=', roleCode)
    .where('g.unit_code', 'is', null)
    .where('g.producer_id', 'is', null)
    .where('g.ended_at', 'is', null)
    .where('a.state', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** One role with its permissions as the database holds them. */
export interface RoleRow {
  code: string
  tier: string
  nameVi: string
  nameEn: string
  permissions: string[]
}

/** Every role, highest tier first. */
export async function findRoles(db: Db): Promise<RoleRow[]> {
  const found = await sql<RoleRow>`
    select r.code, r.tier, r.name_vi as "nameVi", r.name_en as "nameEn",
      array(select p.permission from accounts.role_permission p where p.role_code = r.code order by p.permission) as permissions
    from accounts.role r
    order by array_position(array['ministry', 'province', 'commune', 'producer', 'partner', 'system'], r.tier), r.code`.execute(
    db,
  )
  return found.rows
}

/** An invitation as its holder may see it. */
export async function findInvitation(db: Db, hash: string) {
  return await db
    .selectFrom('accounts.invitation as i')
    .innerJoin('accounts.role as r', 'r.code', 'i.role_code')
    .select(['i.unit_scheme', 'i.unit_code', 'i.expires_at', 'i.used_at', 'r.code', 'r.name_vi', 'r.name_en'])
    .where('i.token_hash', '=', hash)
    .executeTakeFirst()
}
