import { type RawBuilder, sql } from 'kysely'
import { type Actor, covers, nobody, type Scope } from '../../platform/access/actor.ts'
import { refuse } from './refusals.ts'

/** The SQL condition under which a row with province_code, commune_code and its producer (of the given table alias) lies in a scope. */
export function withinScope(
  scope: Scope,
  alias: string,
  producerColumn: 'id' | 'producer_id' = 'producer_id',
): RawBuilder<boolean> {
  if (scope.country) return sql<boolean>`true`
  const reaches = [
    scope.provinceCodes.length > 0 &&
      sql<boolean>`${sql.ref(`${alias}.province_code`)} = any(${[...scope.provinceCodes]}::text[])`,
    scope.communeCodes.length > 0 &&
      sql<boolean>`${sql.ref(`${alias}.commune_code`)} = any(${[...scope.communeCodes]}::text[])`,
    scope.producerIds.length > 0 &&
      sql<boolean>`${sql.ref(`${alias}.${producerColumn}`)} = any(${[...scope.producerIds]}::uuid[])`,
  ].filter((reach) => reach !== false)
  return reaches.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(reaches, sql` or `)})`
}

/** Refuses to put a record where the actor may not act. */
export function requirePlaceInScope(actor: Actor, place: { provinceCode: string; communeCode: string | null }): void {
  if (covers(actor.scope, place)) return
  const field = { path: 'place', vi: 'Nằm ngoài phạm vi của anh/chị.', en: 'Outside your scope.' }
  throw refuse('place-outside-scope', {}, [field])
}

/** The account to record as author; null for a program that acts without one (the command line). */
export function authorOf(actor: Actor): string | null {
  return actor.accountId === nobody.accountId ? null : actor.accountId
}

/** What the buttons of a producer's page may offer; the use cases check again. */
export function producerAbilities(actor: Actor, state: string): { edit: boolean; propose: boolean; merge: boolean } {
  const isActive = state === 'active'
  return {
    edit: isActive && actor.permissions.has('producers.edit'),
    propose: isActive && !actor.permissions.has('producers.edit') && actor.permissions.has('changes.propose'),
    merge: isActive && actor.permissions.has('producers.merge'),
  }
}
