import { today } from '../../platform/clock/clock.ts'
import { queue } from '../../platform/jobs/jobs.ts'
import { jobNames } from '../../platform/jobs/names.ts'
import { authorOf } from '../producers/index.ts'
import { lockProduct } from '../products/index.ts'
import { findProductsInScope, findRecognition, findRevocationCauses } from './queries.ts'
import type { Write } from './record-recognition.ts'
import { refuse } from './refusals.ts'
import { countsFrom } from './rules.ts'
import { isRealDay, readable } from './statement.ts'
import { type EventFacts, type EventKind, type EventState, next, stateAfter } from './states.ts'
import { insertEvent } from './store.ts'

/** What happened to a recognition. `effectiveOn` is `yyyy-mm-dd`. */
export interface StandingEventInput {
  recognitionId: string
  kind: EventKind
  effectiveOn: string
  decisionNumber?: string | null | undefined
  decidedOn?: string | null | undefined
  authorityName: string
  reason: string
  /** a code of certification.revocation_cause, for a revocation; left out, it counts as another finding of an authority (art. 8, e) */
  cause?: string | null | undefined
  sourceId: string
}

/** The sixth cause of article 8: whatever an authority found or proposed. */
const otherFinding = 'other-finding'

function refusalFor(state: EventState) {
  if (state === 'annulled') return refuse('already-annulled')
  if (state === 'revoked') return refuse('already-revoked')
  return state === 'suspended' ? refuse('already-suspended') : refuse('not-suspended')
}

/** Loads a recognition for change: only through its product, only in the actor's scope, locked. */
async function lockRecognition({ tx, actor }: Write, id: string) {
  const found = await findRecognition(tx, id)
  if (found === undefined) throw refuse('recognition-unknown')
  const { productId } = found.recognition
  if (!(await findProductsInScope(tx, actor.scope, [productId])).has(productId)) throw refuse('recognition-unknown')
  await lockProduct(tx, actor, productId)
  const locked = await findRecognition(tx, id)
  if (locked === undefined) throw refuse('recognition-unknown')
  return locked
}

function requireStep(kind: EventKind, events: readonly EventFacts[]): void {
  const state = stateAfter(events)
  if (!(kind in next[state])) throw refusalFor(state)
}

function requireDay(
  input: StandingEventInput,
  bounds: { decided: string; events: readonly EventFacts[]; now: Date },
): void {
  const day = input.effectiveOn
  if (!isRealDay(day)) throw refuse('event-day-unreal', { day })
  if (day > today(bounds.now)) throw refuse('event-in-future', { day: readable(day) })
  if (day < bounds.decided)
    throw refuse('event-before-decision', { day: readable(day), decided: readable(bounds.decided) })
  const latest = bounds.events.at(-1)?.effectiveOn
  if (input.kind !== 'annulment' && latest !== undefined && day < latest) {
    throw refuse('event-out-of-order', { day: readable(day), latest: readable(latest) })
  }
}

async function causeOf({ tx }: Write, input: StandingEventInput): Promise<string | null> {
  const cause = input.cause ?? null
  if (input.kind !== 'revocation') {
    if (cause !== null) throw refuse('cause-superfluous')
    return null
  }
  if (cause === null) return otherFinding
  const causes = await findRevocationCauses(tx)
  if (!causes.some((each) => each.code === cause)) throw refuse('cause-unknown')
  return cause
}

/** Appends a suspension, its lifting, a revocation (Decision 26/2026/QĐ-TTg, art. 8) or the annulment of a row that was recorded wrongly. */
export async function recordStandingEvent(write: Write, input: StandingEventInput): Promise<{ id: string }> {
  const { tx, actor, now } = write
  const { recognition, events } = await lockRecognition(write, input.recognitionId)
  requireStep(input.kind, events)
  requireDay(input, { decided: countsFrom(recognition), events, now })
  if (input.reason.trim() === '') throw refuse('reason-needed')
  const id = await insertEvent(tx, {
    recognitionId: recognition.id,
    kind: input.kind,
    effectiveOn: input.effectiveOn,
    decisionNumber: input.decisionNumber ?? null,
    decidedOn: input.decidedOn ?? null,
    authorityName: input.authorityName.trim(),
    reason: input.reason.trim(),
    causeCode: await causeOf(write, input),
    sourceId: input.sourceId,
    recordedBy: authorOf(actor),
    now,
  })
  await queue(tx, jobNames.refreshCatalogue, { productIds: [recognition.productId] })
  return { id }
}
