import { today } from '../../platform/clock/clock.ts'
import { refuse } from './refusals.ts'
import {
  type AuthorityLevel,
  countsFrom,
  type Decided,
  firstYear,
  type RecognitionKind,
  type SourceLevel,
  type Star,
} from './rules.ts'

/** One decision about one product as a source states it. Give `decidedOn` (yyyy-mm-dd) or, where it is unknown, `decidedYear`. */
export interface RecognitionInput {
  productId: string
  kind: RecognitionKind
  star: number
  decisionNumber?: string | null | undefined
  decidedOn?: string | null | undefined
  decidedYear?: number | null | undefined
  authorityLevel: AuthorityLevel
  authorityName: string
  /** only where the source names it; otherwise it follows from the day */
  criteriaVersion?: string | null | undefined
  sourceId: string
  level: SourceLevel
  documentFileId?: string | null | undefined
  documentPage?: string | null | undefined
}

/** A statement that passed the rules. */
export interface CheckedStatement extends Decided {
  productId: string
  kind: RecognitionKind
  star: Star
  decisionNumber: string | null
  authorityLevel: AuthorityLevel
  authorityName: string
  criteriaVersion: string | null
  sourceId: string
  level: SourceLevel
  documentFileId: string | null
  documentPage: string | null
}

function isStar(star: number): star is Star {
  return star === 3 || star === 4 || star === 5
}

/** Tells whether `yyyy-mm-dd` names a day of the calendar (30/02 does not). */
export function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day
}

/** How a day is written for a reader: 24/11/2026. */
export function readable(day: string): string {
  return day.split('-').reverse().join('/')
}

function decidedOf(input: RecognitionInput): Decided {
  const decidedOn = input.decidedOn ?? null
  if (decidedOn === null) {
    if (input.decidedYear === undefined || input.decidedYear === null) throw refuse('decision-year-needed')
    return { decidedOn, decidedYear: input.decidedYear }
  }
  if (!isRealDay(decidedOn)) throw refuse('decision-day-unreal', { day: decidedOn })
  const decidedYear = Number(decidedOn.slice(0, 4))
  if (typeof input.decidedYear === 'number' && input.decidedYear !== decidedYear) {
    throw refuse('decision-year-differs', { day: readable(decidedOn), decidedYear: input.decidedYear })
  }
  return { decidedOn, decidedYear }
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed === '' ? null : trimmed
}

/** Holds a statement against the rules that a decision cannot break; throws the first that it does. */
export function checkStatement(input: RecognitionInput, now: Date): CheckedStatement {
  if (!isStar(input.star)) throw refuse('star-not-recognised')
  const decided = decidedOf(input)
  if (decided.decidedYear < firstYear) throw refuse('decision-before-programme', { decidedYear: decided.decidedYear })
  if (countsFrom(decided) > today(now)) {
    throw refuse('decision-in-future', {
      day: decided.decidedOn === null ? decided.decidedYear : readable(decided.decidedOn),
    })
  }
  const documentFileId = input.documentFileId ?? null
  if (input.level === 'A' && documentFileId === null) throw refuse('document-needed')
  return {
    ...decided,
    productId: input.productId,
    kind: input.kind,
    star: input.star,
    decisionNumber: textOrNull(input.decisionNumber),
    authorityLevel: input.authorityLevel,
    authorityName: input.authorityName.trim(),
    criteriaVersion: input.criteriaVersion ?? null,
    sourceId: input.sourceId,
    level: input.level,
    documentFileId,
    documentPage: textOrNull(input.documentPage),
  }
}
