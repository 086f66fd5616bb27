import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Concept } from './rules.ts'

/** A query ready for the index: what must occur, and what decides the order. */
export interface Match {
  /** tsquery text; its words are [a-z0-9] only, so it needs no quoting */
  tsquery: string
  concepts: readonly Concept[]
}

const wayText = (way: Concept['ways'][number]) =>
  way.plain.length === 1 ? way.plain.join('') : `(${way.plain.join(' & ')})`

/** The tsquery of one concept: any of its ways. */
export function conceptQuery(concept: Concept): string {
  const [only] = concept.ways
  if (concept.ways.length === 1 && only !== undefined) return wayText(only)
  return `(${concept.ways.map(wayText).join(' | ')})`
}

/** All concepts must occur. */
export function matchAll(concepts: readonly Concept[]): Match {
  return { tsquery: concepts.map(conceptQuery).join(' & '), concepts }
}

/** All concepts but one must occur, whichever; of two, either. */
export function matchMost(concepts: readonly Concept[]): Match {
  const without = concepts.map((_left, at) => concepts.filter((_concept, index) => index !== at))
  return { tsquery: without.map((rest) => `(${rest.map(conceptQuery).join(' & ')})`).join(' | '), concepts }
}

/** Any concept may occur. */
export function matchAny(concepts: readonly Concept[]): Match {
  return { tsquery: concepts.map(conceptQuery).join(' | '), concepts }
}

/** The whole query as it would stand in a name: as typed, and with the first other way of each concept. */
export function namesMeant(concepts: readonly Concept[]): string[] {
  const typed = concepts.map(({ ways }) => ways[0]?.plain.join(' ') ?? '').join(' ')
  const other = concepts.map(({ ways }) => (ways[1] ?? ways[0])?.plain.join(' ') ?? '').join(' ')
  return [...new Set([typed, other])]
}

const containsWords = (column: RawBuilder<unknown>, words: string) =>
  sql<SqlBool>`strpos(${column}, ${` ${words} `}) > 0`

function conceptIn(column: RawBuilder<unknown>, concept: Concept): RawBuilder<SqlBool> {
  const ways = concept.ways.map(
    (way) =>
      sql`(${sql.join(
        way.plain.map((word) => containsWords(column, word)),
        sql` and `,
      )})`,
  )
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`
}

const everyConceptIn = (column: RawBuilder<unknown>, concepts: readonly Concept[]) =>
  sql<SqlBool>`(${sql.join(
    concepts.map((concept) => conceptIn(column, concept)),
    sql` and `,
  )})`

/** 5 the name itself · 4 the name begins so · 3 stands in the name in one piece · 2 all words in the name · 1 all in name, producer and place · 0 elsewhere. */
export function tierColumn(concepts: readonly Concept[]): RawBuilder<number> {
  const names = namesMeant(concepts)
  const padded = sql`(' ' || c.sort_name || ' ')`
  const anyName = (test: (name: string) => RawBuilder<SqlBool>) => sql.join(names.map(test), sql` or `)
  return sql<number>`case
    when ${anyName((name) => sql<SqlBool>`c.sort_name = ${name}`)} then 5
    when ${anyName((name) => sql<SqlBool>`starts_with(c.sort_name, ${`${name} `})`)} then 4
    when ${anyName((name) => containsWords(padded, name))} then 3
    when ${everyConceptIn(padded, concepts)} then 2
    when ${everyConceptIn(sql`c.plain_head`, concepts)} then 1
    else 0 end`
}

/** How many concepts are written with exactly the accents that were typed (or that the sound stands for); typing none asks for none. */
export function accentColumn(concepts: readonly Concept[]): RawBuilder<number> {
  const asked = concepts.flatMap(({ ways }) => {
    const accents = ways.flatMap(({ accented }) => (accented === null ? [] : [accented]))
    return accents.length === 0 ? [] : [accents]
  })
  if (asked.length === 0) return sql<number>`0::int`
  return sql<number>`(${sql.join(
    asked.map(
      (accents) =>
        sql`case when ${sql.join(
          accents.map((accent) => containsWords(sql`c.accented_head`, accent)),
          sql` or `,
        )} then 1 else 0 end`,
    ),
    sql` + `,
  )})`
}
