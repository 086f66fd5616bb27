import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type CardRow, unscopedCardsOf } from './card-queries.ts'
import { correctWords, knownWords } from './correct-words.ts'
import { bitsOf, countedSomewhere, countsOver, failsColumn } from './count-facets.ts'
import { type Counted, type CountRow, dimensionsOf, readCounts } from './facets.ts'
import { conditionsOf, type Filters, standingColumn } from './filters.ts'
import { accentColumn, type Match, matchAll, matchAny, matchMost, tierColumn } from './match-concepts.ts'
import { type Concept, phrasesOf, readConcepts, readWords, type SearchWord, type Synonym } from './rules.ts'

export const searchSorts = ['relevance', 'name', 'newest', 'star', 'expiring'] as const
export type SearchSort = (typeof searchSorts)[number]

export interface Search {
  text: string
  filters: Filters
  sort: SearchSort
  limit: number
  offset: number
  day: string
}

/** What a search found. `matching` says how much of the query each item holds; `corrected` is the query as it was understood, where that differs. */
export interface Found extends Counted {
  items: CardRow[]
  matching: 'all' | 'most' | 'some'
  corrected: string | null
}

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

interface Understood {
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

async function reconsider(
  db: Db,
  words: readonly SearchWord[],
  isDoubtful: (at: number) => boolean,
): Promise<Understood | null> {
  const better = await correctWords(db, words, isDoubtful)
  if (better === null) return null
  const concepts = readConcepts(better, await synonymsFor(db, better))
  return { words: better, concepts, corrected: better.map(({ shown }) => shown).join(' ') }
}

const orders = {
  name: sql`m.sort_name, m.product_id`,
  newest: sql`m.counts_from desc, m.product_id`,
  star: sql`m.star desc, m.sort_name, m.product_id`,
  expiring: sql`m.expires_on, m.product_id`,
  relevance: sql`m.accent desc, m.tier desc, m.is_standing desc, m.star desc, length(m.sort_name), m.sort_name, m.product_id`,
} as const satisfies Record<SearchSort, unknown>

/** One statement: the matching rows once, the page, the total and every facet from them. */
async function runMatch(db: Db, match: Match, search: Search): Promise<Counted & { ids: string[] }> {
  const { filters, sort, limit, offset, day } = search
  const standing = standingColumn(day)
  const conditions = conditionsOf(filters, standing)
  const dimensions = dimensionsOf(filters)
  const byRelevance = sort === 'relevance'
  const result = await sql<CountRow>`
    with matched as materialized (
      select c.product_id, c.province_code, c.commune_code, c.old_province_code, c.old_district_code, c.group_code, c.set_code, c.star,
        ${standing} as standing, c.producer_kind, c.sort_name, c.counts_from, c.expires_on,
        ${failsColumn(conditions)} as fails, 1 as products,
        ${byRelevance ? accentColumn(match.concepts) : sql`0`} as accent, ${byRelevance ? tierColumn(match.concepts) : sql`0`} as tier,
        c.hold = 'none' and c.expires_by >= ${day}::date as is_standing
      from catalogue.product_card c
      where c.all_words @@ ${match.tsquery}::tsquery and ${countedSomewhere(conditions, dimensions)}
    ), page as (
      select m.product_id, row_number() over () as place from (
        select m.product_id from matched m where m.fails = 0 order by ${orders[sort]} limit ${limit} offset ${offset}
      ) m
    )
    select 'item' as facet, p.product_id::text as value, p.place::int as products from page p
    union all select 'total', null, count(*)::int from matched m where m.fails = 0
    union all ${countsOver(dimensions, bitsOf(conditions))}`.execute(db)
  const ids = result.rows
    .filter(({ facet }) => facet === 'item')
    .sort((one, other) => one.products - other.products)
    .flatMap(({ value }) => value ?? [])
  return { ...readCounts(result.rows), ids }
}

interface Attempt {
  matching: Found['matching']
  match: Match
}

function attemptsOf(concepts: readonly Concept[]): Attempt[] {
  const all: Attempt = { matching: 'all', match: matchAll(concepts) }
  if (concepts.length < 2) return [all]
  const most: Attempt = { matching: 'most', match: matchMost(concepts) }
  return concepts.length === 2
    ? [all, { ...most, matching: 'some' }]
    : [all, most, { matching: 'some', match: matchAny(concepts) }]
}

const isEmpty = (found: Counted) => found.total === 0 && found.counts.length === 0

/** Searches the public register: all words if any product has them all, otherwise a likelier spelling, otherwise the products that have most of them. */
export async function searchProducts(db: Db, search: Search): Promise<Found> {
  let understood = await understand(db, search.text)
  if (understood.concepts.length === 0) return { items: [], total: 0, counts: [], matching: 'all', corrected: null }
  const [first, ...rest] = attemptsOf(understood.concepts)
  let matching: Found['matching'] = 'all'
  let found = first === undefined ? null : await runMatch(db, first.match, search)
  if (found !== null && isEmpty(found) && understood.corrected === null && understood.words.length > 1) {
    const again = await reconsider(db, understood.words, () => true)
    const better = again === null ? null : await runMatch(db, matchAll(again.concepts), search)
    if (again !== null && better !== null && !isEmpty(better)) [understood, found] = [again, better]
  }
  for (const attempt of rest) {
    if (found !== null && !isEmpty(found)) break
    found = await runMatch(db, attempt.match, search)
    matching = attempt.matching
  }
  const { ids, total, counts } = found ?? { ids: [], total: 0, counts: [] }
  return { items: await unscopedCardsOf(db, ids, search.day), total, counts, matching, corrected: understood.corrected }
}
