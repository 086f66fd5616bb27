import type { Actor } from '../../platform/access/actor.ts'

/** What the buttons of a product's page may offer; the use cases check again. */
export function productAbilities(
  actor: Actor,
  state: string,
): { edit: boolean; propose: boolean; merge: boolean; withdraw: boolean; revive: boolean } {
  const mayEdit = actor.permissions.has('products.edit')
  return {
    edit: state === 'active' && mayEdit,
    propose: state === 'active' && !mayEdit && actor.permissions.has('changes.propose'),
    merge: state === 'active' && actor.permissions.has('products.merge'),
    withdraw: state === 'active' && mayEdit,
    revive: state === 'withdrawn' && mayEdit,
  }
}
