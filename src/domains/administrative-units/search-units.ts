import { fold } from '../../platform/text/fold.ts'
import { lookupKey, plainWords, unifySpelling } from './place-names.ts'
import {
  ancestorsOf,
  type Gazetteer,
  type Level,
  type PickerEntry,
  placeNameOf,
  type Scheme,
  type Unit,
} from './rules.ts'

export interface SearchOptions {
  scheme?: Scheme | undefined
  level?: Level | undefined
  /** only units that lie in this one, at any depth */
  within?: Unit | undefined
  limit?: number | undefined
}

/** One line of the picker. */
export interface FoundUnit {
  unit: Unit
  /** "Phường Tân Châu, An Giang"; "trước 7/2025: Thị xã Tân Châu, An Giang" */
  label: string
  labelEn: string
}

interface Ranked {
  entry: PickerEntry
  rank: number
}

const levelOrder = { province: 0, district: 1, commune: 2 } as const satisfies Record<Level, number>

/** Finds units as a person types: the accents typed count first, then where the text stands in the name; present units before old ones. */
export function searchUnits(gazetteer: Gazetteer, typed: string, options: SearchOptions = {}): FoundUnit[] {
  const accented = plainWords(unifySpelling(typed))
  if (accented === '') return []
  const question = { accented, folded: fold(accented), words: fold(accented).split(' ') }
  const ranked: Ranked[] = []
  for (const entry of gazetteer.picker) {
    if (!isWanted(entry.unit, options)) continue
    const rank = rankOf(entry, question)
    if (rank !== null) ranked.push({ entry, rank })
  }
  ranked.push(...byOtherName(gazetteer, accented, { options, ranked }))
  return ranked
    .sort(compare)
    .slice(0, options.limit ?? 20)
    .map(({ entry }) => toFoundUnit(entry.unit))
}

/** Usual abbreviations and former names find their unit once they are typed in full: "tphcm", "Trung Phụng". */
function byOtherName(
  gazetteer: Gazetteer,
  accented: string,
  found: { options: SearchOptions; ranked: readonly Ranked[] },
): Ranked[] {
  const known = new Set(found.ranked.map(({ entry }) => entry.unit))
  const units = new Set((gazetteer.names.get(lookupKey(accented)) ?? []).map(({ unit }) => unit))
  const wanted = [...units].filter((unit) => !known.has(unit) && isWanted(unit, found.options))
  return wanted.map((unit) => ({ entry: { unit, name: '', full: '', context: '' }, rank: 6 }))
}

/** The unit with the labels under which lists and pickers show it. */
export function toFoundUnit(unit: Unit): FoundUnit {
  const name = placeNameOf(unit)
  return unit.scheme === '2025-'
    ? { unit, label: name, labelEn: name }
    : { unit, label: `trước 7/2025: ${name}`, labelEn: `before 7/2025: ${name}` }
}

function isWanted(unit: Unit, options: SearchOptions): boolean {
  if (options.scheme !== undefined && unit.scheme !== options.scheme) return false
  if (options.level !== undefined && unit.level !== options.level) return false
  return options.within === undefined || ancestorsOf(unit).includes(options.within)
}

interface Question {
  accented: string
  folded: string
  words: readonly string[]
}

/** Lower is better: 10 for accents that differ from those typed, then 0-5 for the place of the match. Null: no match. */
function rankOf(entry: PickerEntry, question: Question): number | null {
  const place = matchPlace(entry, question)
  if (place === null) return null
  if (question.accented === question.folded) return place
  const line = place < 4 ? [entry.unit] : [entry.unit, ...ancestorsOf(entry.unit)]
  const accented = ` ${line.map((unit) => plainWords(unifySpelling(unit.fullName))).join(' ')}`
  const isExact =
    place < 5
      ? accented.includes(` ${question.accented}`)
      : question.accented.split(' ').every((word) => accented.includes(` ${word}`))
  return place + (isExact ? 0 : 10)
}

function matchPlace(entry: PickerEntry, question: Question): number | null {
  const { folded, words } = question
  if (entry.name === folded) return 0
  if (entry.name.startsWith(folded)) return 1
  if (entry.full.startsWith(folded)) return entry.full === folded ? 0 : 2
  if (entry.name.includes(` ${folded}`)) return 3
  const [first = ''] = words
  if (words.length < 2 || !entry.full.includes(first)) return null
  const context = ` ${entry.context}`
  if (context.includes(` ${folded}`)) return 4
  return words.every((word) => context.includes(` ${word}`)) ? 5 : null
}

function compare(left: Ranked, right: Ranked): number {
  const [a, b] = [left.entry.unit, right.entry.unit]
  return (
    left.rank - right.rank ||
    (a.scheme === b.scheme ? 0 : a.scheme === '2025-' ? -1 : 1) ||
    levelOrder[a.level] - levelOrder[b.level] ||
    a.name.length - b.name.length ||
    (a.code < b.code ? -1 : 1)
  )
}
