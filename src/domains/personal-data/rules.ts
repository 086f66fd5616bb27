/** How soon a person's request is answered: 2 working days (Law 91/2025/QH15). */
export const answerWithinWorkingDays = 2

const dayMs = 24 * 3600 * 1000

/** Whether offices work on a `yyyy-mm-dd` day: Monday to Friday, not a holiday. */
export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  // 1/1/1970 was a Thursday, the fourth day of a week that begins with Sunday.
  const weekday = (Date.parse(`${day}T00:00:00Z`) / dayMs + 4) % 7
  return weekday !== 0 && weekday !== 6 && !holidays.has(day)
}

/** The last of so many working days that follow a day; the day itself does not count. `next` gives the calendar day after one. */
export function workingDaysAfter(
  day: string,
  count: number,
  calendar: { holidays: ReadonlySet<string>; next: (day: string) => string },
): string {
  let current = day
  let left = count
  while (left > 0) {
    current = calendar.next(current)
    if (isWorkingDay(current, calendar.holidays)) left -= 1
  }
  return current
}
