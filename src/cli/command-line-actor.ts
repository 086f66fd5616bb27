import { type Actor, nobody } from '../platform/access/actor.ts'
import { isPermission, permissions } from '../platform/access/permissions.ts'

/** Whoever has the command line has the whole installation; the record says that a command did it, in nobody's account. */
export const commandLine: Actor = {
  ...nobody,
  displayName: 'ocop',
  roleCode: 'command-line',
  permissions: new Set(Object.keys(permissions).filter(isPermission)),
  scope: { country: true },
}
