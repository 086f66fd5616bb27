import { addMonths } from '../../platform/clock/clock.ts'

export type Star = 3 | 4 | 5
export type AuthorityLevel = 'district' | 'province' | 'ministry'
export type RecognitionKind = 'first' | 'upgrade' | 're-evaluation' | 'historical'
/** A signed decision · B government publication · C unverified. */
export type SourceLevel = 'A' | 'B' | 'C'

/** A certificate holds for 36 months from its decision: Decision 26/2026/QĐ-TTg, article 4.3 (as 1048 and 148 before it). */
export const validityMonths = 36
/** From so many days before expiry a product may be evaluated again: Decision 26/2026/QĐ-TTg, article 7.6. */
export const expiringDays = 180
/** The programme began with Decision 490/QĐ-TTg of 2018: no recognition can be older. */
export const firstYear = 2018

/** When a decision was made: the day, or only the year where the source tells no more. */
export interface Decided {
  decidedOn: string | null
  decidedYear: number
}

/** The day from which a recognition counts; of a year alone, its first day. */
export function countsFrom(decided: Decided): string {
  return decided.decidedOn ?? `${decided.decidedYear}-01-01`
}

/** The last day on which the certificate is certainly valid, and the last on which it can be; they differ where only the year is known. */
export function expiryOf(decided: Decided): { expiresOn: string; expiresBy: string } {
  const expiresOn = addMonths(countsFrom(decided), validityMonths)
  const latest = decided.decidedOn ?? `${decided.decidedYear}-12-31`
  return { expiresOn, expiresBy: addMonths(latest, validityMonths) }
}

/** One line of certification.authority_rule: who recognises a star, from a day on, until the day before another. */
export interface AuthorityRule {
  decisionNumber: string
  star: number
  authorityLevel: string
  effectiveFrom: string
  effectiveTo: string | null
}

interface Period {
  effectiveFrom: string
  effectiveTo: string | null
}

function yearStart(decided: Decided): string {
  return countsFrom(decided)
}

function yearEnd(decided: Decided): string {
  return decided.decidedOn ?? `${decided.decidedYear}-12-31`
}

function touches(period: Period, decided: Decided): boolean {
  return (
    period.effectiveFrom <= yearEnd(decided) && (period.effectiveTo === null || period.effectiveTo > yearStart(decided))
  )
}

/** The rules that such a recognition departs from; empty when one in force allows it, or when none is known for that time. A departure is told, not refused. */
export function departedRules(
  rules: readonly AuthorityRule[],
  stated: Decided & { star: number; authorityLevel: AuthorityLevel },
): AuthorityRule[] {
  const inForce = rules.filter((rule) => rule.star === stated.star && touches(rule, stated))
  return inForce.some((rule) => rule.authorityLevel === stated.authorityLevel) ? [] : inForce
}

/** One line of certification.criteria_version. */
export interface CriteriaVersion extends Period {
  code: string
}

/** The criteria by which a decision was made: the newest in force on its day; null when only the year is known and it saw more than one, or none. */
export function criteriaVersionOf(versions: readonly CriteriaVersion[], decided: Decided): string | null {
  const inForce = versions.filter((version) => touches(version, decided))
  if (decided.decidedOn === null)
    return inForce.length === 1 && coversYear(inForce, decided) ? (inForce[0]?.code ?? null) : null
  return (
    inForce.reduce<CriteriaVersion | null>(
      (best, each) => (best === null || each.effectiveFrom > best.effectiveFrom ? each : best),
      null,
    )?.code ?? null
  )
}

function coversYear(versions: CriteriaVersion[], decided: Decided): boolean {
  return versions.every((version) => version.effectiveFrom <= yearStart(decided))
}

/** A decision's number reduced to what identifies it: "Số 12/QĐ - UBND" and "12/qđ-ubnd" are one. */
export function decisionKey(number: string): string {
  return number
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/^\s*(quyet dinh)?\s*(so\b)?\s*:?\s*/, '')
    .replace(/[\s.,]/g, '')
}

/** What identifies a decision about one product. */
export interface Statement extends Decided {
  star: number
  decisionNumber: string | null
}

/** Tells whether two statements speak of one decision: its number within its year, or its day where a number is missing. */
export function isSameDecision(one: Statement, other: Statement): boolean {
  if (one.decidedYear !== other.decidedYear) return false
  if (one.decisionNumber !== null && other.decisionNumber !== null) {
    return decisionKey(one.decisionNumber) === decisionKey(other.decisionNumber)
  }
  return one.decidedOn === null || other.decidedOn === null || one.decidedOn === other.decidedOn
}

/** Tells whether a statement adds nothing to a known one: the same star, and the same day or only its year. */
export function repeats(known: Statement, stated: Statement): boolean {
  return known.star === stated.star && (stated.decidedOn === null || stated.decidedOn === known.decidedOn)
}

/** Tells whether one level is strictly more trustworthy than another. */
export function isBetterLevel(level: SourceLevel, than: SourceLevel): boolean {
  return level < than
}
