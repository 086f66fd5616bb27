import { fold } from '../../platform/text/fold.ts'
import {
  lookupKey,
  looseSpelling,
  smallerPlaceWords,
  type TypeWord,
  typeLetters,
  typeWords,
  unifySpelling,
} from './place-names.ts'
import type { Gazetteer, Level, NameEntry } from './rules.ts'

/** A part of an address and, where it came from a column of its own, the level that the column is for. */
export interface TextPart {
  text: string
  level: Level | null
}

/** A stretch of the text that may name a unit of some level. */
export interface Mention {
  /** first word of the name, the word after its last, and the first word with the type word before it */
  start: number
  end: number
  from: number
  typeWord: TypeWord | null
  columnLevel: Level | null
  entries: readonly NameEntry[]
  /** how surely these words are a name of their own: neighbours, column, type word; 0 to 1 */
  clarity: number
  spelling: string
}

/** A type word whose name no unit bears: "xã Khánh Lâm" of a commune abolished before the lists begin. */
export interface Unread {
  level: Level
  text: string
}

export interface PlaceReading {
  /** accents are written somewhere: then a name without them is another name ("Thanh An", "Thạnh An") */
  isAccented: boolean
  words: readonly Word[]
  mentions: readonly Mention[]
  unread: readonly Unread[]
}

export interface Word {
  written: string
  spelling: string
  key: string
  /** where it stands in its part of the text */
  part: string
  begin: number
  /** what stands before it: nothing but a space, a hyphen or dot, a comma or a line end */
  gap: 'none' | 'soft' | 'hard'
  columnLevel: Level | null
}

interface Marker {
  at: number
  next: number
  typeWord: TypeWord
}

const foldedTypeWords = new Map([...typeWords].map(([text, word]) => [fold(text), word]))
const foldedSmallerWords = new Set([...smallerPlaceWords].map(fold))
/** A word may hold apostrophes: "M'Drắk", "Ea H’Leo". */
const wordPattern = /[\p{L}\p{N}]+(?:['’‘‛`´ʼ′][\p{L}\p{N}]+)*/gu
/** "P9", "Q1": letter and number written together. */
const gluedPattern = /(?<![\p{L}\p{N}])([pqf])(\d{1,2})(?![\p{L}\p{N}])/giu

/** Reads the words of an address and everything in it that may name a unit. Which of the readings fit together is decided later. */
export function readPlaceText(gazetteer: Gazetteer, parts: readonly TextPart[]): PlaceReading {
  const words = parts.flatMap(splitWords)
  const markers = findMarkers(words)
  const raw = findMentions(gazetteer, words, markers)
  const mentions = dropContained(
    raw.map((mention) => clarify(words, markers, { mention, raw })).filter((mention) => mention.clarity > 0),
  )
  return {
    isAccented: words.some((word) => fold(word.spelling) !== word.spelling),
    words,
    mentions,
    unread: [...findUnread(words, markers, mentions), ...findUnreadColumns(words, markers, mentions)],
  }
}

function gapOf(between: string, isFirst: boolean): Word['gap'] {
  if (isFirst || /[,;|()[\]/\n\r\t]/.test(between)) return 'hard'
  return /[-–—.:"“”]/.test(between) ? 'soft' : 'none'
}

function splitWords(source: TextPart): Word[] {
  const part = source.text.normalize('NFC').replace(gluedPattern, '$1.$2')
  let end = 0
  return [...part.matchAll(wordPattern)].map((match) => {
    const [written] = match
    const spelling = unifySpelling(written)
    const gap = gapOf(part.slice(end, match.index), end === 0)
    end = match.index + written.length
    return { written, spelling, key: lookupKey(spelling), part, begin: match.index, gap, columnLevel: source.level }
  })
}

/** The stretch of the text as it was written, without what surrounds it. */
export function writtenBetween(words: readonly Word[], from: number, end: number): string {
  const first = words[from]
  const last = words[end - 1]
  if (first === undefined || last === undefined) return ''
  return first.part.slice(first.begin, last.begin + last.written.length)
}

function typeWordAt(words: readonly Word[], at: number, count: number): TypeWord | undefined {
  const run = words.slice(at, at + count)
  if (run.length < count || run.slice(1).some((word) => word.gap === 'hard')) return undefined
  const text = run.map((word) => word.spelling).join(' ')
  return typeWords.get(text) ?? (fold(text) === text ? foldedTypeWords.get(text) : undefined)
}

function letterAt(words: readonly Word[], at: number): TypeWord | undefined {
  const word = words[at]
  const next = words[at + 1]
  if (word === undefined || next === undefined || next.gap === 'hard') return undefined
  const isAbbreviation = next.gap === 'soft' || word.gap === 'hard' || /^\d/.test(next.spelling)
  return isAbbreviation ? typeLetters.get(word.spelling) : undefined
}

function findMarkers(words: readonly Word[]): Marker[] {
  const markers: Marker[] = []
  for (let at = 0; at < words.length; at += 1) {
    const pair = typeWordAt(words, at, 2)
    const typeWord = pair ?? typeWordAt(words, at, 1) ?? letterAt(words, at)
    if (typeWord === undefined) continue
    const next = pair === undefined ? at + 1 : at + 2
    // "Bạch Xa, Hàm Yên": what ends a part is the end of a name.
    if (words[next] === undefined || words[next].gap === 'hard') continue
    markers.push({ at, next, typeWord })
    at = next - 1
  }
  return markers
}

function findMentions(gazetteer: Gazetteer, words: readonly Word[], markers: readonly Marker[]): Mention[] {
  const markerBefore = new Map(markers.map((marker) => [marker.next, marker]))
  const mentions: Mention[] = []
  for (let start = 0; start < words.length; start += 1) {
    const marker = markerBefore.get(start)
    let key = ''
    for (let end = start + 1; end <= Math.min(words.length, start + gazetteer.longestNameWords); end += 1) {
      const word = words[end - 1]
      if (word === undefined || (end > start + 1 && word.gap === 'hard')) break
      key += word.key
      const found = gazetteer.names.get(key)
      if (found !== undefined) mentions.push(...mentionOf(words, { start, end }, { marker, found }))
    }
  }
  return mentions
}

function mentionOf(
  words: readonly Word[],
  span: { start: number; end: number },
  seen: { marker: Marker | undefined; found: readonly NameEntry[] },
): Mention[] {
  const columnLevel = words[span.start]?.columnLevel ?? null
  const typeWord = seen.marker?.typeWord ?? null
  const levels = typeWord?.levels ?? (columnLevel === null ? null : [columnLevel])
  const entries =
    levels === null ? seen.found : seen.found.filter((entry) => levels.some((level) => level === entry.unit.level))
  const spelling = words
    .slice(span.start, span.end)
    .map((word) => word.spelling)
    .join('')
  if (entries.length === 0) return []
  if (levels === null && /^(\d+|.)$/.test(spelling)) return []
  return [{ ...span, from: seen.marker?.at ?? span.start, typeWord, columnLevel, entries, clarity: 1, spelling }]
}

/**
 * A mention stands clear where a comma, a type word or another name begins or ends beside it. One word is no such name:
 * "Trung Thành Đông" is not "Trung Thành" beside "Đông".
 */
function clarify(
  words: readonly Word[],
  markers: readonly Marker[],
  among: { mention: Mention; raw: readonly Mention[] },
): Mention {
  const { mention, raw } = among
  const { start, end } = mention
  const isClearRight =
    end >= words.length ||
    words[end]?.gap !== 'none' ||
    markers.some((marker) => marker.at === end) ||
    (raw.some((other) => other.from === end && other.end - other.from > 1) &&
      !raw.some((other) => other.start === start && other.end > end))
  if (mention.typeWord !== null) return { ...mention, clarity: isClearRight ? 1 : 0.93 }
  const isClearLeft = words[start]?.gap !== 'none' || raw.some((other) => other.end === start && other.start < start)
  if (mention.columnLevel !== null) return { ...mention, clarity: isClearLeft && isClearRight ? 0.98 : 0.85 }
  if (!isClearLeft && !isClearRight) return { ...mention, clarity: 0 }
  if (followsSmallerPlace(words, start)) return { ...mention, clarity: 0 }
  return { ...mention, clarity: isClearLeft && isClearRight ? 0.92 : 0.72 }
}

function followsSmallerPlace(words: readonly Word[], start: number): boolean {
  const word = words[start]
  const before = words[start - 1]
  if (word === undefined || before === undefined || word.gap === 'hard') return false
  const isPlain = fold(before.spelling) === before.spelling
  return smallerPlaceWords.has(before.spelling) || (isPlain && foldedSmallerWords.has(before.spelling))
}

function isWithin(inner: Mention, outer: Mention): boolean {
  const isShorter = inner.end - inner.start < outer.end - outer.from
  return isShorter && inner.start >= outer.from && inner.end <= outer.end
}

/** "Chí Minh" inside "Hồ Chí Minh" is no commune: names without a type word give way to the longer name around them. */
function dropContained(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (mention) => mention.typeWord !== null || !mentions.some((other) => other !== mention && isWithin(mention, other)),
  )
}

function findUnread(words: readonly Word[], markers: readonly Marker[], mentions: readonly Mention[]): Unread[] {
  return markers.flatMap(({ at, next, typeWord }) => {
    if (mentions.some((mention) => mention.from <= at && mention.end > next - 1)) return []
    const stop = words.findIndex(
      (word, index) => index > next && (word.gap === 'hard' || markers.some((marker) => marker.at === index)),
    )
    const [level] = typeWord.levels.slice(-1)
    if (level === undefined || next >= words.length) return []
    return [{ level, text: writtenBetween(words, at, stop === -1 ? words.length : stop) }]
  })
}

/** A column in which nothing was recognised, not even a type word. */
function findUnreadColumns(words: readonly Word[], markers: readonly Marker[], mentions: readonly Mention[]): Unread[] {
  return words.flatMap((word, index) => {
    const { columnLevel, part } = word
    if (columnLevel === null || word.begin !== words.find((other) => other.part === part)?.begin) return []
    const isInColumn = (at: number): boolean =>
      at >= index && words[at]?.part === part && words[at]?.columnLevel === columnLevel
    const isRead =
      mentions.some((mention) => isInColumn(mention.start)) || markers.some((marker) => isInColumn(marker.at))
    return isRead ? [] : [{ level: columnLevel, text: part.trim() }]
  })
}

/** How well the words fit a name: 1 with the same accents, a little less in a text without any, less with other accents. */
export function spellingFit(reading: PlaceReading, mention: Mention, entry: NameEntry): number {
  if (mention.spelling === entry.spelling) return 1
  const folded = fold(mention.spelling)
  if (folded === mention.spelling && folded === fold(entry.spelling)) return reading.isAccented ? 0.87 : 0.96
  if (looseSpelling(mention.spelling) === looseSpelling(entry.spelling)) return 0.94
  return folded === mention.spelling ? 0.86 : 0.8
}
