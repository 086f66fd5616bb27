import type { Permission } from './permissions.ts'

/** Where an actor may act: the whole country, provinces and communes of the present scheme ('2025-' codes), or single producers. */
export type Scope =
  | { country: true }
  | {
      country: false
      provinceCodes: readonly string[]
      communeCodes: readonly string[]
      producerIds: readonly string[]
    }

/** Who acts in a request: an account through one of its grants. */
export interface Actor {
  accountId: string
  sessionHash: string | null
  /** the grant through which the account acts now; null for programs and for nobody */
  grantId: string | null
  displayName: string
  roleCode: string
  permissions: ReadonlySet<Permission>
  /** when the person last proved who they are in this session; systems never do */
  confirmedAt?: Date | null
  /** the role needs a second factor that this session lacks: nothing but enrolling one is open */
  mustEnrol?: boolean
  /** a system with a bearer token, not a person with a session */
  isClient?: boolean
  scope: Scope
}

/** What every public page and anonymous API caller is. */
export const nobody: Actor = {
  accountId: '00000000-0000-0000-0000-000000000000',
  sessionHash: null,
  grantId: null,
  displayName: '',
  roleCode: 'nobody',
  permissions: new Set<Permission>(),
  scope: { country: false, provinceCodes: [], communeCodes: [], producerIds: [] },
}

/** Tells whether the request came without a session. */
export function isAnonymous(actor: Actor): boolean {
  return actor.roleCode === 'nobody'
}

/** Tells whether a record at this place lies in the actor's scope. */
export function covers(scope: Scope, place: { provinceCode: string; communeCode: string | null }): boolean {
  if (scope.country) return true
  if (scope.provinceCodes.includes(place.provinceCode)) return true
  return place.communeCode !== null && scope.communeCodes.includes(place.communeCode)
}
