import type { Actor } from '../../platform/access/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Roles } from './messages.ts'
import { mayGrant } from './policy.ts'
import { findRoles } from './queries.ts'

/** Every role with its permissions, each marked with whether the caller may hand it out. */
export async function listRoles({ db, actor }: { db: Db; actor: Actor }): Promise<Roles> {
  const roles = await findRoles(db)
  return { items: roles.map((role) => ({ ...role, mayGrant: mayGrant(actor, role) })) }
}
