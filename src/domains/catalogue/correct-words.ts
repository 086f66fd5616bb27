import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { oneSlipAway, type SearchWord } from './rules.ts'

interface Term {
  term: string
  words: number
  products: number
  spelling: string | null
}

/** Which of these words occur anywhere in the register. */
export async function knownWords(db: Db, words: readonly string[]): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const rows = await db
    .selectFrom('catalogue.term')
    .select('term')
    .where('term', 'in', [...new Set(words)])
    .execute()
  return new Set(rows.map((row) => row.term))
}

function byFrequency(one: Term, other: Term): number {
  return other.products - one.products || (one.term < other.term ? -1 : 1)
}

/** What a slip may have meant, by what stands beside it first: "mat onq" is "mật ong" because these two are neighbours in names. */
async function meantBySlip(db: Db, words: readonly SearchWord[], at: number): Promise<Term | undefined> {
  const word = words[at]?.plain ?? ''
  const [before, after] = [words[at - 1]?.plain, words[at + 1]?.plain]
  const slips = oneSlipAway(word)
  const pairs = slips.flatMap((slip) => [
    ...(before === undefined ? [] : [`${before} ${slip}`]),
    ...(after === undefined ? [] : [`${slip} ${after}`]),
  ])
  const found = await sql<Term>`
    select t.term, t.words, t.products, t.spelling from catalogue.term t where t.term = any(${[...pairs, ...slips]}::text[])`.execute(
    db,
  )
  const rows = found.rows.sort(byFrequency)
  return rows.find(({ words: count }) => count === 2) ?? rows.find(({ words: count }) => count === 1)
}

/** A word not yet typed to its end. */
async function meantByBeginning(db: Db, words: readonly SearchWord[], at: number): Promise<Term | undefined> {
  const word = words[at]?.plain ?? ''
  const before = words[at - 1]?.plain
  const begins = before === undefined ? [word] : [`${before} ${word}`, word]
  for (const beginning of begins) {
    const found = await sql<Term>`
      select t.term, t.words, t.products, t.spelling from catalogue.term t
      where t.term >= ${beginning} and t.term < ${`${beginning}~`} and t.words = ${beginning.includes(' ') ? 2 : 1}::int
      order by t.products desc, t.term limit 1`.execute(db)
    const [row] = found.rows
    if (row !== undefined) return row
  }
  return undefined
}

/** The nearest word by shared trigrams, for what is more than one slip away. */
async function meantByLikeness(db: Db, word: string): Promise<Term | undefined> {
  const found = await sql<Term>`
    select t.term, t.words, t.products, t.spelling from catalogue.term t
    where t.words = 1 and t.term % ${word} and abs(length(t.term) - length(${word})) <= 2
    order by similarity(t.term, ${word}) desc, t.products desc, t.term limit 1`.execute(db)
  return found.rows[0]
}

/** A corrected word as it is searched, with the spelling in which it is shown. */
export interface CorrectedWord extends SearchWord {
  shown: string
}

/** Puts the term in place of the word; a neighbour typed without accents is shown as the pair is usually written. */
function withTerm(words: readonly CorrectedWord[], at: number, term: Term): CorrectedWord[] {
  const plain = term.term.split(' ')
  const shown = (term.spelling ?? term.term).split(' ')
  const isSecond = term.words === 2 && plain[0] === words[at - 1]?.plain && plain[1] !== words[at]?.plain
  const start = isSecond ? at - 1 : at
  return words.map((word, index) => {
    const part = index - start
    const text = plain[part]
    if (text === undefined) return word
    const spelling = shown[part] ?? text
    if (index !== at) return { ...word, shown: word.hasAccents ? word.shown : spelling }
    return { plain: text, accented: text, hasAccents: false, shown: spelling }
  })
}

async function meant(db: Db, words: readonly SearchWord[], at: number): Promise<Term | undefined> {
  const word = words[at]?.plain ?? ''
  if (word.length < 2 || /\d/.test(word)) return undefined
  const isLast = at === words.length - 1
  return (
    (isLast ? await meantByBeginning(db, words, at) : undefined) ??
    (await meantBySlip(db, words, at)) ??
    (await meantByLikeness(db, word))
  )
}

/** Replaces each doubtful word by what it most likely meant; null when nothing could be bettered. */
export async function correctWords(
  db: Db,
  words: readonly SearchWord[],
  isDoubtful: (at: number) => boolean,
): Promise<CorrectedWord[] | null> {
  let corrected: CorrectedWord[] = words.map((word) => ({ ...word, shown: word.accented }))
  let isChanged = false
  for (const at of words.keys()) {
    if (!isDoubtful(at)) continue
    const term = await meant(db, corrected, at)
    if (term === undefined) continue
    corrected = withTerm(corrected, at, term)
    isChanged = true
  }
  return isChanged ? corrected : null
}
