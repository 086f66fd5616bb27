const typedDay = /^\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})\s*$/
const plainDigits = /^\s*(\d{2})(\d{2})(\d{4})\s*$/

/** A day typed as dd/mm/yyyy (also with dots, hyphens, blanks or as eight digits) as `yyyy-mm-dd`; null when the calendar has no such day. */
export function readDay(text: string): string | null {
  const found = typedDay.exec(text) ?? plainDigits.exec(text)
  if (found === null) return null
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** What a person has typed so far with the slashes put in; slashes they typed or removed themselves are respected. */
export function maskDay(typed: string, before: string): string {
  if (typed.length < before.length) return typed
  const kept = typed
    .replace(/[.\-\s]/g, '/')
    .replace(/[^\d/]/g, '')
    .replace(/\/{2,}/g, '/')
  if (/^\d{2}$/.test(kept) || /^\d{1,2}\/\d{2}$/.test(kept)) return `${kept}/`
  const run = /^(\d{2})(\d{2})(\d{0,4})$/.exec(kept)
  if (run !== null) return `${run[1]}/${run[2]}/${run[3] ?? ''}`
  return kept.slice(0, 10)
}

/** `2026-11-24`, or a moment, as 24/11/2026 in Vietnam. */
export function showDay(day: string | null | undefined): string {
  if (!day) return ''
  const [year, month, date] = (day.length > 10 ? vietnamDay(day) : day).split('-')
  return `${date}/${month}/${year}`
}

/** A moment as 24/11/2026 14:05 in Vietnam. */
export function showMoment(moment: string | null | undefined): string {
  if (!moment) return ''
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })
  return `${showDay(moment)} ${time.format(new Date(moment))}`
}

function vietnamDay(moment: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(moment))
}

/** Tells whether a text is a whole day, `yyyy-mm-dd`. */
export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** Whole days in Vietnam's calendar from a moment to a day (the day of today unless told otherwise); today is 0. */
export function daysSince(moment: string, today: string = dayOfVietnam.format()): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(vietnamDay(moment))) / 86_400_000))
}

const dayOfVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
