import { addDays } from '../../platform/clock/clock.ts'
import { expiringDays, type SourceLevel } from './rules.ts'

export const standings = ['valid', 'expiring', 'lapsed', 'suspended', 'revoked', 'replaced', 'not-recognised'] as const
export type Standing = (typeof standings)[number]

export type EventKind = 'suspension' | 'suspension-lifted' | 'revocation' | 'annulment'
export type EventState = 'standing' | 'suspended' | 'revoked' | 'annulled'

/** What may happen to a recognition next; buttons, guards and the README read this one table. */
export const next = {
  standing: { suspension: 'suspended', revocation: 'revoked', annulment: 'annulled' },
  suspended: { 'suspension-lifted': 'standing', revocation: 'revoked', annulment: 'annulled' },
  revoked: { annulment: 'annulled' },
  annulled: {},
} as const satisfies Record<EventState, Partial<Record<EventKind, EventState>>>

/** What the standing of a recognition is derived from. Days are `yyyy-mm-dd`, calendar of Vietnam. */
export interface RecognitionFacts {
  id: string
  star: number
  level: SourceLevel
  decidedOn: string | null
  decidedYear: number
  countsFrom: string
  expiresOn: string
  expiresBy: string
  recordedAt: Date
}

export interface EventFacts {
  id: string
  recognitionId: string
  kind: EventKind
  effectiveOn: string
  recordedAt: Date
}

/** A standing with the first day on which it held without interruption and the last on which it will if nothing happens (null: open). */
export interface StandingOf<Facts extends RecognitionFacts> {
  standing: Standing
  recognition: Facts
  since: string
  until: string | null
  /** false where only the year of the decision is known and the day decides */
  isCertain: boolean
  /** the recognition that took its place */
  replacedBy: string | null
}

export interface ProductStanding<Facts extends RecognitionFacts> {
  standing: Standing
  /** the recognition that governs, null when there is none */
  recognition: Facts | null
  since: string | null
  until: string | null
  isCertain: boolean
  /** every publishable recognition that counts on the day, newest first */
  each: StandingOf<Facts>[]
}

interface Hold {
  kind: 'none' | 'suspended' | 'revoked'
  from: string | null
  until: string | null
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function eventOrder(one: EventFacts, other: EventFacts): number {
  return (
    compareText(one.effectiveOn, other.effectiveOn) ||
    one.recordedAt.getTime() - other.recordedAt.getTime() ||
    compareText(one.id, other.id)
  )
}

/** Newest first: by the day from which it counts, then by when it was recorded; of two equal, the lower star, because a register must not overclaim. */
function newestFirst(one: RecognitionFacts, other: RecognitionFacts): number {
  return (
    compareText(other.countsFrom, one.countsFrom) ||
    other.recordedAt.getTime() - one.recordedAt.getTime() ||
    one.star - other.star ||
    compareText(other.id, one.id)
  )
}

/** Only what a decision or a government publication says may be shown as a star: level C and annulled rows never are. */
export function publishable<Facts extends RecognitionFacts>(
  recognitions: readonly Facts[],
  events: readonly EventFacts[],
): Facts[] {
  const annulled = new Set(events.filter((event) => event.kind === 'annulment').map((event) => event.recognitionId))
  return recognitions.filter((recognition) => recognition.level !== 'C' && !annulled.has(recognition.id))
}

/** What holds a recognition back, from the events up to a day. Mirrors SQL certification.hold_of. */
function holdOf(day: string, events: readonly EventFacts[]): Hold {
  const known = events.filter((event) => event.effectiveOn <= day).sort(eventOrder)
  const revocation = known.find((event) => event.kind === 'revocation')
  if (revocation !== undefined) return { kind: 'revoked', from: revocation.effectiveOn, until: null }
  const suspendedAt = known.findLastIndex((event) => event.kind === 'suspension')
  const suspension = known[suspendedAt]
  if (suspension === undefined) return { kind: 'none', from: null, until: null }
  const lifting = known.slice(suspendedAt + 1).find((event) => event.kind === 'suspension-lifted')
  return { kind: 'suspended', from: suspension.effectiveOn, until: lifting?.effectiveOn ?? null }
}

function latest(...days: (string | null)[]): string {
  return days.reduce<string>((best, day) => (day !== null && day > best ? day : best), '')
}

/** The standing of one recognition by itself on a day from which it counts. Mirrors SQL certification.standing_at. */
function standingOf<Facts extends RecognitionFacts>(
  day: string,
  recognition: Facts,
  events: readonly EventFacts[],
): StandingOf<Facts> {
  const hold = holdOf(day, events)
  const { countsFrom, expiresOn, expiresBy } = recognition
  const isCertain = !isYearOfDecision(day, recognition) && !(day > expiresOn && day <= expiresBy)
  const base = { recognition, isCertain, replacedBy: null }
  if (hold.kind === 'revoked' && hold.from !== null) {
    return { ...base, standing: 'revoked', since: latest(hold.from, countsFrom), until: null, isCertain: true }
  }
  if (day > expiresBy) return { ...base, standing: 'lapsed', since: addDays(expiresBy, 1), until: null }
  if (hold.kind === 'suspended' && hold.from !== null && hold.until === null) {
    return { ...base, standing: 'suspended', since: latest(hold.from, countsFrom), until: expiresBy }
  }
  const expiringFrom = addDays(expiresOn, -expiringDays)
  if (day >= expiringFrom)
    return { ...base, standing: 'expiring', since: latest(expiringFrom, countsFrom, hold.until), until: expiresBy }
  return { ...base, standing: 'valid', since: latest(countsFrom, hold.until), until: addDays(expiringFrom, -1) }
}

function isYearOfDecision(day: string, recognition: RecognitionFacts): boolean {
  return recognition.decidedOn === null && day.slice(0, 4) === String(recognition.decidedYear)
}

/**
 * The standing of a product on a day, derived from its recognitions and their events and from nothing else. The newest publishable
 * recognition governs; those before it are replaced, unless they had been revoked.
 */
export function standingOn<Facts extends RecognitionFacts>(
  day: string,
  recognitions: readonly Facts[],
  events: readonly EventFacts[],
): ProductStanding<Facts> {
  const counting = publishable(recognitions, events)
    .filter((recognition) => recognition.countsFrom <= day)
    .sort(newestFirst)
  const each = counting.map((recognition, index) => {
    const own = standingOf(
      day,
      recognition,
      events.filter((event) => event.recognitionId === recognition.id),
    )
    const successor = counting[index - 1]
    if (successor === undefined || own.standing === 'revoked') return own
    return {
      ...own,
      standing: 'replaced' as const,
      since: successor.countsFrom,
      until: null,
      isCertain: true,
      replacedBy: successor.id,
    }
  })
  const [governing] = each
  if (governing === undefined)
    return { standing: 'not-recognised', recognition: null, since: null, until: null, isCertain: true, each }
  const { standing, recognition, since, until, isCertain } = governing
  return { standing, recognition, since, until, isCertain, each }
}

/** Where a recognition is after its events, in the order in which they took effect. */
export function stateAfter(events: readonly EventFacts[]): EventState {
  if (events.some((event) => event.kind === 'annulment')) return 'annulled'
  const hold = holdOf('9999-12-31', events)
  if (hold.kind === 'revoked') return 'revoked'
  return hold.kind === 'suspended' && hold.until === null ? 'suspended' : 'standing'
}
