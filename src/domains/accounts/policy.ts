import type { Actor } from '../../platform/access/actor.ts'
import { isPermission } from '../../platform/access/permissions.ts'
import type { RoleRow } from './queries.ts'

/** Nobody hands out a permission that they do not hold themselves. */
export function holdsAllOf(actor: Actor, role: RoleRow): boolean {
  return role.permissions.every((permission) => isPermission(permission) && actor.permissions.has(permission))
}

/** Nobody hands out a scope wider than their own: null is the whole country. */
export function coversGrant(actor: Actor, provinceCode: string | null): boolean {
  if (actor.scope.country) return true
  return provinceCode !== null && actor.scope.provinceCodes.includes(provinceCode)
}

/** Whether a role is one that the actor may hand out somewhere in their scope; this part issues ministry and province roles. */
export function mayGrant(actor: Actor, role: RoleRow): boolean {
  if (!actor.permissions.has('accounts.invite') || !holdsAllOf(actor, role)) return false
  if (role.tier === 'ministry') return actor.scope.country
  return role.tier === 'province' && (actor.scope.country || actor.scope.provinceCodes.length > 0)
}
