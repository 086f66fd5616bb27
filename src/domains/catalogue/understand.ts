import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { correctWords, knownWords } from './correct-words.ts'
import { type Concept, phrasesOf, readConcepts, readWords, type SearchWord, type Synonym } from './rules.ts'

async function synonymsFor(db: Db, words: readonly SearchWord[]): Promise<Synonym[]> {
  const rows = await sql<Synonym>`
    select s.phrase, s.alternative, s.kind, s.plain_phrase as "plainPhrase" from catalogue.synonym s
    where s.plain_phrase = any(${phrasesOf(words)}::text[])
    order by s.phrase, s.alternative`.execute(db)
  return rows.rows
}

/** Positions of words that neither occur in the register nor have another way of being written. */
function unknownAt(
  concepts: readonly Concept[],
  words: readonly SearchWord[],
  known: ReadonlySet<string>,
): Set<number> {
  const unknown = new Set<number>()
  let at = 0
  for (const concept of concepts) {
    for (const index of words.keys()) {
      const isInside = index >= at && index < at + concept.words
      if (isInside && concept.ways.length === 1 && !known.has(words[index]?.plain ?? '')) unknown.add(index)
    }
    at += concept.words
  }
  return unknown
}

/** A query as it is searched; `corrected` is how it reads where that is not what was typed. */
export interface Understood {
  words: readonly SearchWord[]
  concepts: Concept[]
  corrected: string | null
}

/** Reads a query: synonyms, and for words that occur nowhere what they were meant to be. */
export async function understand(db: Db, text: string): Promise<Understood> {
  const words = readWords(text)
  const [synonyms, known] = await Promise.all([
    synonymsFor(db, words),
    knownWords(
      db,
      words.map(({ plain }) => plain),
    ),
  ])
  const concepts = readConcepts(words, synonyms)
  const unknown = unknownAt(concepts, words, known)
  if (unknown.size === 0) return { words, concepts, corrected: null }
  return (await reconsider(db, words, (at) => unknown.has(at))) ?? { words, concepts, corrected: null }
}

/** Looks for a likelier reading in which the doubtful words are others; null when there is none. */
export async function reconsider(
  db: Db,
  words: readonly SearchWord[],
  isDoubtful: (at: number) => boolean,
): Promise<Understood | null> {
  const better = await correctWords(db, words, isDoubtful)
  if (better === null) return null
  const concepts = readConcepts(better, await synonymsFor(db, better))
  return { words: better, concepts, corrected: better.map(({ shown }) => shown).join(' ') }
}
