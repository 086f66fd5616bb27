import type { Actor } from '../../platform/access/actor.ts'
import { type EventFacts, type EventKind, next, stateAfter } from './states.ts'

const kinds = ['suspension', 'suspension-lifted', 'revocation', 'annulment'] as const satisfies readonly EventKind[]

/** What the actor may record next of a recognition in their scope; the use case reads the same table. */
export function possibleEvents(actor: Actor, events: readonly EventFacts[]): EventKind[] {
  if (!actor.permissions.has('recognitions.record')) return []
  const steps = next[stateAfter(events)]
  return kinds.filter((kind) => kind in steps)
}
