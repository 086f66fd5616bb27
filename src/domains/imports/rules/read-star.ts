import { fold } from '../../../platform/text/fold.ts'

export type Star = 3 | 4 | 5

export type StarReading =
  | { kind: 'star'; star: Star }
  /** "tiềm năng 5 sao", "đề xuất 4 sao": wished for, not decided. */
  | { kind: 'proposal'; star: Star }
  /** More than one star, or a star with doubts: only a person can tell. */
  | { kind: 'needs-person'; candidates: number[] }
  /** Blank, 0, "không đạt"; and 1 or 2 stars, for which there is no decision (QĐ 26/2026/QĐ-TTg, art. 4). */
  | { kind: 'not-recognised'; reason: 'blank' | 'stated' | 'below-three' }
  | { kind: 'problem' }

const starSigns = /[*★☆⭐✩✪✫✬✭✮✯✰🌟∗✱✶＊]/gu
const words: Record<string, number> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
}
const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, iiii: 4, v: 5 }

const wished =
  /\b(?:tiem nang|de xuat|du kien|phan dau|de nghi|dang ky|muc tieu|huong (?:toi|den)|trinh|du thao|cho (?:cong nhan|danh gia|quyet dinh)|dang (?:cho|danh gia|trinh)|potential|proposed|expected|kha nang)\b/
const denied = /\b(?:khong (?:dat|cong nhan|xep hang|duoc|co)|chua|rot|truot|loai|not recogni[sz]ed|none|khong)\b/
const doubted = /\b(?:thu hoi|huy|dinh chi|hoac|hay|nang (?:hang|cap|sao)|ha (?:hang|sao|xuong)|xuong|revoked)\b|\?/
const nothing = /^(?:[-–—_./\\x]+|0+(?:[.,]0+)?(?: ?sao)?|n ?\/? ?a|null)$/

/** Reads what stands in a star column, in any of the ways in which offices write it. */
export function readStar(text: string): StarReading {
  const plain = fold(text.normalize('NFKC')).replace(/\s+/g, ' ').trim()
  if (plain === '') return { kind: 'not-recognised', reason: 'blank' }
  if (nothing.test(plain)) return { kind: 'not-recognised', reason: 'stated' }
  const stars = [...new Set(starsIn(plain))]
  const [only] = stars
  if (denied.test(plain)) return { kind: 'not-recognised', reason: 'stated' }
  if (stars.length > 1 || (only !== undefined && doubted.test(plain)))
    return { kind: 'needs-person', candidates: stars.toSorted() }
  if (only === undefined) return { kind: 'problem' }
  if (only === 0) return { kind: 'not-recognised', reason: 'stated' }
  if (only === 1 || only === 2) return { kind: 'not-recognised', reason: 'below-three' }
  if (!isStar(only)) return { kind: 'problem' }
  return wished.test(plain) ? { kind: 'proposal', star: only } : { kind: 'star', star: only }
}

/** Tells the numbers that are stars of recognised products. */
export function isStar(number: number): number is Star {
  return number === 3 || number === 4 || number === 5
}

function starsIn(plain: string): number[] {
  const signs = plain.match(starSigns)?.length ?? 0
  const rest = withoutOtherNumbers(plain.replace(starSigns, ' '))
  const named = namedStars(rest)
  if (named.length > 0) return named
  return signs > 0 ? [signs] : []
}

/** Years, dates, points, decision numbers and the like also carry digits. */
function withoutOtherNumbers(plain: string): string {
  return plain
    .replace(/\d+\s*\/\s*qd[-\s]?[a-z]*/g, ' ')
    .replace(/\b(?:ngay )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/g, ' ')
    .replace(/\b(?:nam|dot|lan|quy|thang|ngay|(?<!dang )ky)\s*:?\s*\d+\b/g, ' ')
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(/\d+(?:[.,]\d+)?\s*(?:d|diem)\b/g, ' ')
    .replace(/(\d)[.,]0+\b/g, '$1')
}

function namedStars(rest: string): number[] {
  const digits = Array.from(rest.matchAll(/\d+/g), ([digit]) => Number(digit))
  if (digits.length > 0) return digits
  const roman = /^(?:hang |loai |ocop )*(i{1,4}|iv|v)(?: sao| stars?)?$/.exec(rest.trim())?.[1]
  if (roman) return [romans[roman] ?? 0]
  const counted = Array.from(
    rest.matchAll(/\b(khong|mot|hai|ba|bon|tu|nam|one|two|three|four|five)\s+(?:ngoi )?(?:sao|stars?)\b/g),
    ([, word = '']) => words[word] ?? 0,
  )
  if (counted.length > 0) return counted
  const ranked = /^(?:dat )?(?:hang |loai )?(mot|hai|ba|bon|tu|nam|three|four|five)$/.exec(rest.trim())?.[1]
  return ranked ? [words[ranked] ?? 0] : []
}
