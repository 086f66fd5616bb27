import { fold } from '../../../platform/text/fold.ts'

export type DateReading =
  | { kind: 'date'; date: string }
  /** Only the month or the year is written. */
  | { kind: 'month'; year: number; month: number }
  | { kind: 'year'; year: number }
  | { kind: 'blank' }
  /** No such day; `suggestion` when day and month were swapped. */
  | { kind: 'impossible'; suggestion?: string }
  | { kind: 'unreadable' }

/** Reads a date in any form that lists use, day before month; the text of a spreadsheet date is ISO. Whether it lies ahead is for the caller. */
export function readDate(text: string): DateReading {
  const plain = fold(text).replace(/\s+/g, ' ').trim()
  if (plain === '' || /^[-–—.]+$/.test(plain)) return { kind: 'blank' }
  return readIso(plain) ?? readNumeric(plain) ?? readWorded(plain) ?? readPartial(plain) ?? { kind: 'unreadable' }
}

function readIso(plain: string): DateReading | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ][\d:.]+z?)?$/.exec(plain)
  if (!match) return undefined
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const yearTyped = yearInDateCell(year, month, day)
  return yearTyped ? { kind: 'year', year: yearTyped } : dated(year, month, day)
}

/** A year typed into a cell that is formatted as a date becomes a day of 1905: 2022 is serial 2022, 14 July 1905. */
function yearInDateCell(year: number, month: number, day: number): number | undefined {
  if (year !== 1905) return undefined
  const serial = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000)
  return serial >= 2015 && serial <= 2099 ? serial : undefined
}

function readNumeric(plain: string): DateReading | undefined {
  const match = /^(?:ngay:? )?(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})(?: [\d:]+)?$/.exec(plain)
  if (match) return dated(fullYear(Number(match[3])), Number(match[2]), Number(match[1]))
  const packed = /^(\d{2})(\d{2})(20\d{2})$/.exec(plain)
  return packed ? dated(Number(packed[3]), Number(packed[2]), Number(packed[1])) : undefined
}

function readWorded(plain: string): DateReading | undefined {
  const match =
    /^(?:[a-z ]+, ?)?(?:ngay )?(\d{1,2}) ?(?:thang|\/) ?(\d{1,2})(?:,? ?(?:nam|\/) ?|, ?)(\d{4}|\d{2})\.?$/.exec(plain)
  return match ? dated(fullYear(Number(match[3])), Number(match[2]), Number(match[1])) : undefined
}

function readPartial(plain: string): DateReading | undefined {
  const year = /^(?:nam )?((?:19|20)\d{2})(?:[.,]0+)?$/.exec(plain)?.[1]
  if (year) return { kind: 'year', year: Number(year) }
  const month = /^(?:thang )?(\d{1,2}) ?(?:[-/.]|nam|,) ?((?:19|20)\d{2})$/.exec(plain)
  if (month)
    return Number(month[1]) >= 1 && Number(month[1]) <= 12
      ? { kind: 'month', year: Number(month[2]), month: Number(month[1]) }
      : { kind: 'impossible' }
  // The serial of a date whose cell lost its format: 36,526 is 1 January 2000, 73,050 the end of 2099.
  const serial = /^\d{5}$/.test(plain) ? Number(plain) : 0
  if (serial < 36_526 || serial > 73_050) return undefined
  return { kind: 'date', date: isoOf(new Date(Date.UTC(1899, 11, 30 + serial))) }
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year
}

function dated(year: number, month: number, day: number): DateReading {
  if (isDay(year, month, day)) return { kind: 'date', date: isoDate(year, month, day) }
  return isDay(year, day, month)
    ? { kind: 'impossible', suggestion: isoDate(year, day, month) }
    : { kind: 'impossible' }
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Calendar months later, clamped to the end of the month: 31 January and one month is the last of February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const total = year * 12 + month - 1 + months
  const laterYear = Math.floor(total / 12)
  const laterMonth = (total % 12) + 1
  return isoDate(laterYear, laterMonth, Math.min(day, daysIn(laterYear, laterMonth)))
}

/** A date as Vietnamese readers write it: 24/11/2026. */
export function vietnameseDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}/${month}/${year}`
}
