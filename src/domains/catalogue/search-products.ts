import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { readPublicId } from '../../platform/ids/public-id.ts'
import { type CardRow, unscopedCardsIn } from './card-queries.ts'
import { countCards } from './count-cards.ts'
import { type Counted, dimensionsOf } from './facets.ts'
import { conditionsOf, type Filters, standingColumn } from './filters.ts'
import { unscopedFindProduct } from './find-product.ts'
import { accentColumn, type Match, matchAll, matchAny, matchMost, tierColumn } from './match-concepts.ts'
import type { Concept } from './rules.ts'
import { reconsider, understand } from './understand.ts'

export const searchSorts = ['relevance', 'name', 'newest', 'star', 'expiry'] as const
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

const orders = {
  name: () => sql`c.sort_name, c.product_id`,
  newest: () => sql`c.counts_from desc, c.product_id`,
  star: () => sql`c.star desc, c.sort_name, c.product_id`,
  expiry: () => sql`c.expires_on, c.product_id`,
  relevance: ({ concepts }: Match, day: string) =>
    sql`${accentColumn(concepts)} desc, ${tierColumn(concepts)} desc, (c.hold = 'none' and c.expires_by >= ${day}::date) desc, c.star desc,
      length(c.sort_name), c.sort_name, c.product_id`,
} as const satisfies Record<SearchSort, unknown>

/** One page of what matches, in the asked order. */
async function matchingPage(db: Db, match: Match, { filters, sort, limit, offset, day }: Search): Promise<CardRow[]> {
  const holds = conditionsOf(filters, standingColumn(day)).map((condition) => condition.holds)
  const ids = sql`array(
    select c.product_id from catalogue.product_card c
    where ${sql.join([sql`c.all_words @@ ${match.tsquery}::tsquery`, ...holds], sql` and `)}
    order by ${orders[sort](match, day)} limit ${limit} offset ${offset})`
  return unscopedCardsIn(db, ids, day)
}

/** Page, total and facets of what matches, on two connections at once. */
async function runMatch(db: Db, match: Match, search: Search): Promise<Counted & { items: CardRow[] }> {
  const { filters, day } = search
  const where = sql<boolean>`c.all_words @@ ${match.tsquery}::tsquery`
  const [items, counted] = await Promise.all([
    matchingPage(db, match, search),
    countCards(db, { filters, dimensions: dimensionsOf(filters), day, where }),
  ])
  return { ...counted, items }
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

/** Whether a query may be a code: a legal code or GTIN has digits, an identifier of ours may be letters only but has a check character. */
function mayBeCode(text: string): boolean {
  if (text.trim().length < 6 || text.length > 60) return false
  return /\d/.test(text) || readPublicId(text) !== null
}

/** A code on a label names one product; what only looks like a code ("ST25", a word with a fitting check character) is searched as words. */
async function findByCode(db: Db, { text, offset, day }: Search): Promise<Found | null> {
  if (!mayBeCode(text)) return null
  const sought = await unscopedFindProduct(db, text)
  if (sought.state !== 'public') return null
  const items = offset > 0 ? [] : await unscopedCardsIn(db, sql`array[${sought.productId}::uuid]`, day)
  return { items, total: 1, counts: [], matching: 'all', corrected: null }
}

/** Searches the public register: all words if any product has them all, otherwise a likelier spelling, otherwise the products that have most of them. */
export async function searchProducts(db: Db, search: Search): Promise<Found> {
  const byCode = await findByCode(db, search)
  return byCode ?? searchByWords(db, search)
}

async function searchByWords(db: Db, search: Search): Promise<Found> {
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
  const { items, total, counts } = found ?? { items: [], total: 0, counts: [] }
  return { items, total, counts, matching, corrected: understood.corrected }
}
