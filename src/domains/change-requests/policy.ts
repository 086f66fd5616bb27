import type { Actor } from '../../platform/access/actor.ts'
import { isOpen, type RequestState } from './states.ts'

export type Side = 'producer' | 'officer'

/** On which side somebody stands: for a producer (its owner and staff), or for the administration. */
export function sideOf(actor: Actor): Side {
  return !actor.scope.country && actor.scope.producerIds.length > 0 ? 'producer' : 'officer'
}

/** Whether an actor may edit the record themselves and so has nothing to propose. */
export function editsDirectly(actor: Actor, kind: 'product' | 'producer'): boolean {
  return actor.permissions.has(kind === 'product' ? 'products.edit' : 'producers.edit')
}

/** Whether a request is of the actor's side: their own, or (for a producer) made by or for the producer. */
export function isOwnSide(actor: Actor, request: { authorId: string; side: Side }): boolean {
  if (request.authorId === actor.accountId) return true
  return actor.permissions.has('changes.propose') && request.side === 'producer' && sideOf(actor) === 'producer'
}

/** What the buttons of a request's page may offer; the use cases check again. */
export function requestAbilities(actor: Actor, request: { authorId: string; side: Side; state: RequestState }) {
  const waits = isOpen(request.state)
  const isOwn = isOwnSide(actor, request)
  return {
    decide: waits && actor.permissions.has('changes.decide') && request.authorId !== actor.accountId,
    withdraw: waits && isOwn,
    attach: waits && isOwn,
  }
}
