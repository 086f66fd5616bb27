import { fold } from '../../../platform/text/fold.ts'

export type PriceReading =
  | { kind: 'price'; min: number; max: number; unit?: string; currency: 'VND'; looksLikeThousands: boolean }
  /** "Liên hệ", "thỏa thuận": there is a price, but it is not told. */
  | { kind: 'on-request' }
  | { kind: 'blank' }
  | { kind: 'unreadable' }

const amount = String.raw`\d+(?:[.,\s]\d{3})*(?:[.,]\d+)?`
const scale = String.raw`(?:k\b|nghin|ngan|ngh|trieu|tr(?:\d{1,3})?\b|ty)`
const currency = '(?:vnd|vn d|dong|d)'
const onePrice = new RegExp(String.raw`^(${amount})\s*(${scale})?\s*(?:${currency}\b)?`)

/** Reads a price in đồng: "250.000đ", "250000.00", "1,2 triệu", "45k", "250.000 - 300.000 đồng/kg". */
export function readPrice(text: string): PriceReading {
  const plain = fold(text.normalize('NFKC').replaceAll('₫', 'đ'))
    .replace(/\s+/g, ' ')
    .replace(/^(?:gia(?: ban)?|khoang|tu|chi|~)\s*:?\s*/, '')
    .trim()
  if (plain === '' || /^[-–—.]+$/.test(plain)) return { kind: 'blank' }
  if (/^(?:lien he|thoa thuan|theo thoi (?:gia|diem)|tuy)/.test(plain)) return { kind: 'on-request' }
  if (/[$€]|\b(?:usd|eur)\b/.test(plain)) return { kind: 'unreadable' }
  const first = onePrice.exec(plain)
  if (!first) return { kind: 'unreadable' }
  const range = /^\s*(?:\/[^\d-]+?)?\s*(?:[-–—~]|den|toi)\s*/.exec(plain.slice(first[0].length))
  const restAt = first[0].length + (range?.[0].length ?? 0)
  const second = range ? onePrice.exec(plain.slice(restAt)) : null
  if (range && !second) return { kind: 'unreadable' }
  const after = second ? plain.slice(restAt + second[0].length) : plain.slice(first[0].length)
  return priced(first, second, after, text)
}

function priced(first: RegExpExecArray, second: RegExpExecArray | null, after: string, text: string): PriceReading {
  const unit = unitIn(after, text)
  if (unit === undefined) return { kind: 'unreadable' }
  // "1 - 2 triệu": the scale written once holds for both.
  const low = amountOf(first[1] ?? '', first[2] ?? second?.[2])
  const high = second ? amountOf(second[1] ?? '', second[2]) : low
  if (!(low >= 0 && high >= 0) || low > 1e12 || high > 1e12) return { kind: 'unreadable' }
  const [min, max] = low <= high ? [low, high] : [high, low]
  return { kind: 'price', min, max, ...(unit && { unit }), currency: 'VND', looksLikeThousands: max > 0 && max < 1000 }
}

/** The unit after the slash as it was written; '' when there is none, nothing when what follows is not understood. */
function unitIn(after: string, text: string): string | undefined {
  const rest = after.trim().replace(/^[.,;]+$/, '')
  if (rest === '') return ''
  if (!/^(?:\/|moi |1 ?[a-z]|\()/.test(rest)) return undefined
  const written = /(?:\/|mỗi\s|\()\s*([^/()]+?)\)?\s*$/iu.exec(text.normalize('NFC'))?.[1]
  return written?.trim() ?? ''
}

/** Dots and commas before three digits part thousands; otherwise the last one is the decimal sign. */
function plainAmount(written: string): number {
  const compact = written.replace(/\s/g, '')
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','))
  const tail = last < 0 ? '' : compact.slice(last + 1)
  const sign = compact.charAt(last)
  const isRepeated = last >= 0 && compact.indexOf(sign) !== last
  const isDecimal = last >= 0 && !isRepeated && (tail.length !== 3 || /^0[.,]/.test(compact))
  const whole = (isDecimal ? compact.slice(0, last) : compact).replace(/[.,]/g, '')
  return Number(isDecimal ? `${whole}.${tail}` : whole)
}

function amountOf(written: string, scaled: string | undefined): number {
  if (!scaled) return plainAmount(written)
  const odd = /^tr(\d{1,3})$/.exec(scaled)?.[1]
  // "1tr2" is 1.2 million, "1tr250" 1.25 million.
  if (odd) return Math.round(Number(`${plainAmount(written)}.${odd}`) * 1_000_000)
  const factor = scaled.startsWith('t') ? (scaled === 'ty' ? 1_000_000_000 : 1_000_000) : 1_000
  return Math.round(plainAmount(written) * factor)
}
