import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** Neighbouring words of product names and words of every indexed text, counted, each with its usual accented spelling. */
const fromNames = (only: ReturnType<typeof sql>) => sql`
  named as materialized (
    select c.product_id, w.word, w.position
    from catalogue.product_card c
    cross join lateral regexp_split_to_table(catalogue.accented_words(c.name || ' | ' || c.producer_name), ' ') with ordinality w (word, position)
    where ${only} and w.word <> ''
  ), spelt as (
    select n.word as spelling, 1 as words from named n
    union all
    select n.word || ' ' || next.word, 2 from named n join named next on next.product_id = n.product_id and next.position = n.position + 1
  ), counted as (
    select public.fold(s.spelling) as term, s.words, s.spelling, count(*)::int as times from spelt s group by 2, 3
  )`

/** Makes the vocabulary anew from every card. */
export async function rebuildTerms(tx: Tx): Promise<void> {
  await sql`delete from catalogue.term`.execute(tx)
  await sql`
    with ${fromNames(sql`true`)}, usual as (
      select distinct on (c.term) c.term, c.words, c.spelling, sum(c.times) over (partition by c.term)::int as times
      from counted c order by c.term, c.times desc, c.spelling
    ), everywhere as (
      select s.word as term, s.ndoc::int as products from ts_stat('select all_words from catalogue.product_card') s
    )
    insert into catalogue.term (term, words, products, spelling)
    select coalesce(e.term, u.term), coalesce(u.words, 1), coalesce(e.products, u.times), u.spelling
    from everywhere e full join usual u on u.term = e.term
    where length(coalesce(e.term, u.term)) <= 60`.execute(tx)
}

/** Makes the words of these products known at once; how often they occur is set right by the next rebuild. */
export async function addTerms(tx: Tx, productIds: readonly string[]): Promise<void> {
  await sql`
    with ${fromNames(sql`c.product_id = any(${productIds}::uuid[])`)}, everywhere as (
      select distinct w.word from catalogue.product_card c cross join lateral unnest(tsvector_to_array(c.all_words)) w (word)
      where c.product_id = any(${productIds}::uuid[])
    )
    insert into catalogue.term (term, words, products, spelling)
    select distinct on (found.term) found.term, found.words, found.times, found.spelling
    from (
      select c.term, c.words, c.times, c.spelling from counted c
      union all
      select e.word, 1, 1, null from everywhere e
    ) found
    where length(found.term) <= 60
    order by found.term, found.times desc, found.spelling
    on conflict (term) do nothing`.execute(tx)
}
