export const subjectKinds = ['product', 'producer'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Fields of a product that may be proposed. Legal codes and the producer are the province's to set. */
export const productFields = [
  'name',
  'setCode',
  'gtin',
  'description',
  'story',
  'ingredients',
  'usage',
  'storage',
  'packaging',
  'season',
  'capacity',
  'priceMin',
  'priceMax',
  'priceUnit',
  'place',
] as const

/** Fields of a producer that may be proposed. */
export const producerFields = [
  'kindCode',
  'name',
  'taxNumber',
  'introduction',
  'representative',
  'representativeGender',
  'representativeEthnicity',
  'phone',
  'email',
  'website',
  'contactsPublic',
  'place',
] as const

export type Value = string | number | boolean | null | { readonly [key: string]: Value }
export type Values = Readonly<Record<string, Value>>

/** Evidence of one request, in files; and what one file may weigh: 10 MB, a photographed paper. */
export const evidenceLimit = 10
export const evidenceLimitBytes = 10_000_000
export const noteLimit = 1000
export const reasonLimit = 500

/** Tells whether two values are one, whatever the order in which the database keeps their keys. */
export function isSameValue(one: Value | undefined, other: Value | undefined): boolean {
  return canonical(one ?? null) === canonical(other ?? null)
}

function canonical(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`
}

/** Of the values that a change names, those that really differ from what is on record. */
export function differing(before: Values, after: Values, named: readonly string[]): string[] {
  return named.filter((field) => !isSameValue(before[field], after[field]))
}

/**
 * How a proposed value meets the record of now: `clean` when nobody touched it since, `same` when the record says it already,
 * `conflict` when somebody changed it otherwise: then it is never overwritten unless a person says so.
 */
export function meeting(field: { before: Value; proposed: Value }, now: Value): 'clean' | 'same' | 'conflict' {
  if (isSameValue(now, field.proposed)) return 'same'
  return isSameValue(now, field.before) ? 'clean' : 'conflict'
}

/** The last day that a consent of this first day may hold: twelve months, the day before the same date a year on (month ends clamped). */
export function lastConsentDay(from: string): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year + 1, month, 0)).getUTCDate()
  const until = new Date(Date.UTC(year + 1, month - 1, Math.min(day, lastOfMonth)) - 24 * 3600 * 1000)
  return until.toISOString().slice(0, 10)
}

export const manners = ['signed-paper', 'spoken', 'phone'] as const
export type Manner = (typeof manners)[number]
