import { type RawBuilder, sql } from 'kysely'
import { type Actor, covers, nobody, type Scope } from '../../platform/access/actor.ts'
import { isPermission } from '../../platform/access/permissions.ts'
import type { RoleRow } from './queries.ts'

/** Where a grant lies; all null for the whole country, province and commune also for a producer's grant. */
export interface Place {
  provinceCode: string | null
  communeCode: string | null
  producerId: string | null
}

/** Nobody hands out a permission that they do not hold themselves, unless a row of role_entrusts names exactly this issuer, role and permission. */
export function holdsAllOf(actor: Actor, role: RoleRow): boolean {
  return role.permissions.every(
    (permission) =>
      isPermission(permission) &&
      (actor.permissions.has(permission) || role.entrusted.includes(`${actor.roleCode} ${permission}`)),
  )
}

/** Nobody hands out a scope wider than their own. */
export function coversPlace(scope: Scope, place: Place): boolean {
  if (scope.country) return true
  if (place.producerId !== null && scope.producerIds.includes(place.producerId)) return true
  return (
    place.provinceCode !== null && covers(scope, { provinceCode: place.provinceCode, communeCode: place.communeCode })
  )
}

/** Whether a role is one that the actor may hand out somewhere in their scope. */
export function mayGrant(actor: Actor, role: RoleRow): boolean {
  return actor.permissions.has('accounts.invite') && role.issuers.includes(actor.roleCode) && holdsAllOf(actor, role)
}

/** The account to record as author; null for a program that acts without one (the command line). */
export function authorOf(actor: Actor): string | null {
  return actor.accountId === nobody.accountId ? null : actor.accountId
}

/** The SQL condition under which a row with province_code, commune_code and producer_id (a grant, an invitation) lies in a scope. */
export function grantWithin(scope: Scope, alias: 'g' | 'i'): RawBuilder<boolean> {
  if (scope.country) return sql<boolean>`true`
  const row = sql.ref(alias)
  return sql<boolean>`(${row}.province_code = any(${[...scope.provinceCodes]}::text[])
    or ${row}.commune_code = any(${[...scope.communeCodes]}::text[])
    or ${row}.producer_id = any(${[...scope.producerIds]}::uuid[]))`
}
