/** The one place that reads the wall clock; tests hand in a fixed one. */
export interface Clock {
  now: () => Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved, for tests that travel in time. */
export function fixedClock(start: string): Clock & { moveTo: (moment: string) => void } {
  let current = new Date(start)
  return {
    now: () => current,
    moveTo: (moment) => {
      current = new Date(moment)
    },
  }
}

/** Vietnam has kept UTC+7 without daylight saving since 1975, so its calendar day needs no time-zone tables. */
const vietnamOffsetMs = 7 * 3600 * 1000
const dayMs = 24 * 3600 * 1000

/** A number that changes exactly at midnight in Vietnam: days since 1970-01-01, Asia/Ho_Chi_Minh. */
export function dayNumber(now: Date): number {
  return Math.floor((now.getTime() + vietnamOffsetMs) / dayMs)
}

/** The calendar day in Vietnam (Asia/Ho_Chi_Minh) as `yyyy-mm-dd`. */
export function today(now: Date): string {
  return new Date(now.getTime() + vietnamOffsetMs).toISOString().slice(0, 10)
}

/** The same day of the month `months` later as `yyyy-mm-dd`; a day that the month lacks is clamped to its last (31/08 + 6 = 28/02). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDate = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date, lastDate))
  return target.toISOString().slice(0, 10)
}

/** Calendar days added to a `yyyy-mm-dd` day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}
