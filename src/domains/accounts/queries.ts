import { type RawBuilder, sql } from 'kysely'
import { nobody } from '../../platform/access/actor.ts'
import { today } from '../../platform/clock/clock.ts'
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
  tier: string
  permissions: string[]
  producerName: string | null
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
    select s.account_id as "accountId", g.id as "grantId", g.producer_id as "producerId", g.producer_name as "producerName", r.tier, a.login, a.display_name as "displayName", s.last_seen_at as "lastSeenAt",
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
      and a.state = 'active' and ${isCurrent(alive.now)}`.execute(db)
  return found.rows[0]
}

/** A grant (alias g) that counts at a moment: not ended, and within its days when it is for a stand-in. */
export function isCurrent(now: Date) {
  const day = today(now)
  return sql<boolean>`(g.ended_at is null and (g.starts_on is null or g.starts_on <= ${day}::date)
    and (g.ends_before is null or g.ends_before > ${day}::date))`
}

/** Present codes of the unit that a row (a grant, an invitation) names, by its level. */
export function presentCodes(alias: 'g' | 'i', level: 'province' | 'commune') {
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

/** The account of a login with its newest own grant that has not ended (standing in is chosen afterwards); undefined when nobody can sign in with it. */
export async function findSignInRow(db: Db, foldedLogin: string) {
  return await db
    .selectFrom('accounts.account as a')
    .innerJoin('accounts.role_grant as g', 'g.account_id', 'a.id')
    .select(['a.id as accountId', 'a.password_hash as passwordHash', 'g.id as grantId'])
    .where('a.folded_login', '=', foldedLogin)
    .where('a.state', '=', 'active')
    .where('g.ended_at', 'is', null)
    .where('g.stands_in_for', 'is', null)
    .orderBy('g.granted_at', 'desc')
    .orderBy('g.id')
    .executeTakeFirst()
}

/** Tells whether anybody (other than `except`) can act as ministry administrator: while nobody can, the start prints a link. */
export async function hasActiveAdministrator(db: Db, roleCode: string, except = nobody.accountId): Promise<boolean> {
  const row = await db
    .selectFrom('accounts.role_grant as g')
    .innerJoin('accounts.account as a', 'a.id', 'g.account_id')
    .select(['g.id'])
    .where('g.role_code', '=', roleCode)
    .where('g.unit_code', 'is', null)
    .where('g.producer_id', 'is', null)
    .where('g.ended_at', 'is', null)
    .where('g.stands_in_for', 'is', null)
    .where('a.state', '=', 'active')
    .where('a.id', '<>', except)
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
  /** the roles that may hand this one out */
  issuers: string[]
  /** "issuer-role permission": handed out with this role without being held */
  entrusted: string[]
}

/** Every role, highest tier first. */
export async function findRoles(db: Db): Promise<RoleRow[]> {
  const found = await sql<RoleRow>`
    select r.code, r.tier, r.name_vi as "nameVi", r.name_en as "nameEn",
      array(select p.permission from accounts.role_permission p where p.role_code = r.code order by p.permission) as permissions,
      array(select i.issuer_role from accounts.role_issues i where i.role_code = r.code order by i.issuer_role) as issuers,
      array(select e.issuer_role || ' ' || e.permission from accounts.role_entrusts e where e.role_code = r.code) as entrusted
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
    .leftJoin('accounts.account as a', 'a.id', 'i.issued_by')
    .select(['a.display_name as issuer'])
    .select(['i.province_code', 'i.commune_code', 'i.producer_id', 'i.producer_name', 'i.display_name'])
    .select(['i.expires_at', 'i.used_at', 'r.code', 'r.name_vi', 'r.name_en'])
    .where('i.token_hash', '=', hash)
    .executeTakeFirst()
}

/** Every role that a role may hand out, itself or through those it handed out. */
export async function findRolesBeneath(db: Db, roleCode: string): Promise<Set<string>> {
  const found = await sql<{ code: string }>`
    with recursive beneath as (
      select role_code from accounts.role_issues where issuer_role = ${roleCode}
      union
      select i.role_code from accounts.role_issues i join beneath b on i.issuer_role = b.role_code
    )
    select role_code as code from beneath`.execute(db)
  return new Set(found.rows.map((row) => row.code))
}

/** The full name of a present commune, for people. */
export async function findCommuneName(db: Db, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('administrative_units.unit_card')
    .select(['full_name'])
    .where('scheme', '=', '2025-')
    .where('level', '=', 'commune')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.full_name ?? null
}

/** A grant with the names that people read. */
export interface GrantRow {
  id: string
  accountId: string
  roleCode: string
  roleNameVi: string
  roleNameEn: string
  tier: string
  provinceCode: string | null
  provinceName: string | null
  communeCode: string | null
  communeName: string | null
  producerId: string | null
  producerName: string | null
  grantedByName: string | null
  grantedAt: Date
  endedAt: Date | null
  startsOn: string | null
  endsBefore: string | null
  standsInForId: string | null
  standsInForName: string | null
}

/** Grants under a condition on the alias g, the newest first within each account. */
export async function findGrants(db: Db, condition: RawBuilder<boolean>): Promise<GrantRow[]> {
  const found = await sql<GrantRow>`
    select g.id, g.account_id as "accountId", r.code as "roleCode", r.name_vi as "roleNameVi", r.name_en as "roleNameEn", r.tier,
      g.province_code as "provinceCode", p.full_name as "provinceName", g.commune_code as "communeCode", c.full_name as "communeName",
      g.producer_id as "producerId", g.producer_name as "producerName", b.display_name as "grantedByName", g.granted_at as "grantedAt",
      g.ended_at as "endedAt", g.starts_on as "startsOn", g.ends_before as "endsBefore", g.stands_in_for as "standsInForId",
      f.display_name as "standsInForName"
    from accounts.role_grant g
    join accounts.role r on r.code = g.role_code
    left join administrative_units.unit_card p on p.scheme = '2025-' and p.level = 'province' and p.code = g.province_code
    left join administrative_units.unit_card c on c.scheme = '2025-' and c.level = 'commune' and c.code = g.commune_code
    left join accounts.account b on b.id = g.granted_by
    left join accounts.account f on f.id = g.stands_in_for
    where ${condition}
    order by g.account_id, g.granted_at desc, g.id`.execute(db)
  return found.rows
}
