import { readDate } from './read-date.ts'

export interface Decision {
  /** `2008/QĐ-UBND`, `26/2026/QĐ-TTg`; only the digits when the rest is not written. */
  number: string
  /** False when only the running number is written. */
  isComplete: boolean
  date?: string
  /** The year inside the number, where there is one. */
  yearInNumber?: number
  authority?: string
}

export type DecisionReading =
  | { kind: 'decision'; decision: Decision }
  /** More than one decision in one cell: a person says which belongs where. */
  | { kind: 'several'; decisions: Decision[] }
  | { kind: 'blank' }
  | { kind: 'unreadable' }

const dash = '[-\\u2010-\\u2015\\u2212]'
const numbers = new RegExp(
  `(\\d{1,6})\\s*(?:/\\s*((?:19|20)\\d{2})\\s*)?(?:/|${dash}|\\s)\\s*(Q[ĐDÐ]|QUYẾT ĐỊNH)\\s*(?:[-\\u2010-\\u2015\\u2212./]|\\s)\\s*([\\p{L}&]+(?:\\s*${dash}\\s*\\p{Lu}[\\p{L}&]*)*)`,
  'giu',
)

/** Reads a decision as lists cite it: number, and date and authority where they follow in the same cell. */
export function readDecision(text: string): DecisionReading {
  const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (tidy === '' || /^[-–—.]+$/.test(tidy)) return { kind: 'blank' }
  const found = [...tidy.matchAll(numbers)]
  const distinct = new Map(found.map((match) => [canonical(match), match]))
  const decisions = [...distinct].map(([number, match]) => described(number, match, tidy))
  const [only] = decisions
  if (decisions.length > 1) return { kind: 'several', decisions: decisions }
  if (only) return { kind: 'decision', decision: { ...only, ...particulars(tidy) } }
  const bare = /^(?:(?:quyết định|QĐ|QD)\s*)?(?:số|so)?\s*:?\s*(\d{1,6})(?:\s*\/\s*(?:QĐ|QD)?)?(?=$|[\s,;(])/iu.exec(
    tidy,
  )?.[1]
  return bare
    ? { kind: 'decision', decision: { number: bare, isComplete: false, ...particulars(tidy) } }
    : { kind: 'unreadable' }
}

function described(number: string, match: RegExpMatchArray, _: string): Decision {
  return { number, isComplete: true, ...(match[2] && { yearInNumber: Number(match[2]) }) }
}

/** One spelling for "2008/QD – UBND", "2008 /QĐ-ubnd" and "2008/QĐ.UBND". */
function canonical([, digits = '', year, , body = '']: RegExpMatchArray): string {
  const issuer = body
    .split(new RegExp(dash, 'u'))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (/^ttg$/i.test(part) ? 'TTg' : part.toUpperCase()))
    .join('-')
  return `${digits}/${year ? `${year}/` : ''}QĐ-${issuer}`
}

function particulars(tidy: string): Pick<Decision, 'date' | 'authority'> {
  const date = dateIn(tidy)
  const authority = authorityIn(tidy)
  return { ...(date && { date }), ...(authority && { authority }) }
}

function dateIn(tidy: string): string | undefined {
  const written =
    /(?:ngày|ngay|,|\(|-)\s*(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4})/iu.exec(tidy)?.[1] ??
    /\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/iu.exec(tidy)?.[0] ??
    /(\d{1,2}\/\d{1,2}\/\d{4})/.exec(tidy)?.[1]
  const read = readDate(written ?? '')
  return read.kind === 'date' ? read.date : undefined
}

const authorities =
  /(?:của\s+)?((?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Bộ trưởng|Bộ Nông nghiệp|Bộ NN|Thủ tướng|Sở)(?![-\p{L}])[^,;.()]*)/iu

function authorityIn(tidy: string): string | undefined {
  const withoutNumber = tidy.replace(numbers, ' ')
  return authorities
    .exec(withoutNumber)?.[1]
    ?.replace(/\s*(?:ngày|về việc|v\/v|số)\b.*$/iu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
