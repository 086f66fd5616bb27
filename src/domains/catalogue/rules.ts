import { fold } from '../../platform/text/fold.ts'

/** One word of a query: folded, and as it was typed. */
export interface SearchWord {
  plain: string
  accented: string
  /** accents typed are meant; a word without any may stand for every accented one */
  hasAccents: boolean
}

const longestQuery = 200
const mostWords = 10

const toneMoves: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
]

/** Lower case, composed, tone marks where SQL `catalogue.accented` puts them, so that "Hoà" typed in NFD finds "Hòa". */
export function accented(text: string): string {
  return toneMoves.reduce((moved, [from, to]) => moved.replaceAll(from, to), text.toLowerCase().normalize('NFC'))
}

/** The words of a query, at most ten: nobody describes a product in more, and each costs an index look-up. */
export function readWords(text: string): SearchWord[] {
  return accented(text.slice(0, longestQuery))
    .split(/[^a-z0-9à-ỹđ]+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => ({ word, plain: fold(word).replace(/[^a-z0-9]/g, '') }))
    .filter(({ plain }) => plain !== '')
    .map(({ word, plain }) => ({ plain, accented: word, hasAccents: word !== plain }))
}

/** A line of catalogue.synonym. */
export interface Synonym {
  phrase: string
  alternative: string
  kind: 'sound' | 'word'
  plainPhrase: string
}

/** One thing asked for and the ways in which it may be written; the first is what was typed. */
export interface Concept {
  ways: { plain: string[]; accented: string | null }[]
  /** how many typed words it covers */
  words: number
}

function synonymsAt(words: readonly SearchWord[], at: number, length: number, synonyms: readonly Synonym[]): Synonym[] {
  const part = words.slice(at, at + length)
  if (part.length < length) return []
  const plain = part.map((word) => word.plain).join(' ')
  const typed = part.map((word) => word.accented).join(' ')
  const isBare = part.every((word) => !word.hasAccents)
  return synonyms.filter(
    (synonym) => synonym.plainPhrase === plain && (synonym.kind === 'sound' || isBare || synonym.phrase === typed),
  )
}

function alternativeWay(synonym: Synonym): Concept['ways'][number] {
  return {
    plain: fold(synonym.alternative).split(' '),
    accented: synonym.kind === 'sound' ? synonym.alternative : null,
  }
}

/** Cuts a query into concepts: the longest phrase that has synonyms first, every other word by itself. */
export function readConcepts(words: readonly SearchWord[], synonyms: readonly Synonym[]): Concept[] {
  const concepts: Concept[] = []
  for (let at = 0; at < words.length; ) {
    const length = [3, 2].find((count) => synonymsAt(words, at, count, synonyms).length > 0) ?? 1
    const part = words.slice(at, at + length)
    const typed = {
      plain: part.map((word) => word.plain),
      accented: part.some((word) => word.hasAccents) ? part.map((word) => word.accented).join(' ') : null,
    }
    concepts.push({ ways: [typed, ...synonymsAt(words, at, length, synonyms).map(alternativeWay)], words: length })
    at += length
  }
  return concepts
}

/** Every phrase of one to three neighbouring words: the keys under which synonyms are looked up. */
export function phrasesOf(words: readonly SearchWord[]): string[] {
  return words.flatMap((_word, at) =>
    [1, 2, 3]
      .filter((length) => at + length <= words.length)
      .map((length) =>
        words
          .slice(at, at + length)
          .map((word) => word.plain)
          .join(' '),
      ),
  )
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Every text that one slip of the finger away may have been meant: a letter dropped, doubled, swapped or wrong. */
export function oneSlipAway(word: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after !== '') found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
    for (const letter of letters) {
      found.add(before + letter + after)
      if (after !== '') found.add(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  found.delete('')
  return [...found]
}

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** The months of a season as it is written: "tháng 10 - 12", "từ tháng 11 đến tháng 2", "quanh năm"; empty when it names none. */
export function readSeasonMonths(season: string): number[] {
  const text = fold(season)
  if (/quanh nam|ca nam/.test(text)) return [...everyMonth]
  const months = new Set<number>()
  for (const [, first = '', last = ''] of text.matchAll(
    /\b(1[0-2]|0?[1-9])\b(?:\s*(?:-|–|den)\s*(?:thang\s*)?(1[0-2]|0?[1-9])\b)?/g,
  )) {
    const [from, to] = [Number(first), Number(last || first)]
    const length = (to - from + 12) % 12
    for (let step = 0; step <= length; step++) months.add(((from - 1 + step) % 12) + 1)
  }
  return /thang/.test(text) ? [...months].sort((one, other) => one - other) : []
}
