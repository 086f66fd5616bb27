import type pg from 'pg'

/** One prepared statement an answer, as an expert would write them by hand on the same tables with their own indexes. */
const columns = `c.public_id as "publicId", c.name, c.producer_public_id as "producerId", c.producer_name as "producerName", c.producer_kind as kind,
  c.group_code as "group", c.set_code as "set", c.province_code as "provinceCode", c.province_name as "provinceName", c.commune_code as "communeCode",
  c.commune_name as "communeName", c.recorded_place as "recordedAs", c.place_state as "placeState", c.star,
  certification.standing_at(current_date, c.counts_from, c.expires_on, c.expires_by, c.hold, c.hold_from, c.hold_until) as standing,
  c.decided_on::text as "decidedOn", c.decided_year as "decidedYear", c.decision_number as "decisionNumber", c.authority_name as "authorityName",
  c.expires_on::text as "expiresOn", c.expires_by::text as "expiresBy", c.picture_id as picture, c.price_min as "priceMin", c.price_max as "priceMax",
  c.price_unit as "priceUnit", c.demonstration, c.updated_at as "updatedAt"`

const product = `
  select p.public_id as "publicId", p.name, p.description, p.story, p.ingredients, p.usage, p.storage, p.packaging, p.season, p.capacity, p.gtin,
    p.price_min as "priceMin", p.price_max as "priceMax", p.price_unit as "priceUnit", p.set_code as "set", p.province_code as "provinceCode",
    p.commune_code as "communeCode", o.public_id as "producerId", o.name as "producerName", o.kind_code as kind,
    (select json_agg(json_build_object('star', r.star, 'kind', r.kind, 'decisionNumber', r.decision_number, 'decidedOn', r.decided_on,
       'authorityName', r.authority_name, 'expiresOn', r.expires_on, 'level', r.level) order by r.decided_year desc)
     from certification.recognition r where r.product_id = p.id) as recognitions
  from products.product p join producers.producer o on o.id = p.producer_id
  where p.public_id = $1`

/** Every word must occur (the last may be unfinished); an exact run of the words comes first. */
const search = `
  select ${columns}, count(*) over () as total
  from catalogue.product_card c
  where c.all_words @@ to_tsquery('simple', $1)
  order by (c.plain_head like '%' || $2 || '%') desc, c.star desc, c.sort_name
  limit 20`

/** Where no product has all the words: trigrams against the name. */
const similar = `
  select ${columns}, count(*) over () as total
  from catalogue.product_card c
  where c.sort_name %> $1
  order by c.sort_name <->> $1, c.sort_name
  limit 20`

const list = `
  with found as materialized (
    select ${columns}, c.sort_name from catalogue.product_card c
    where ($1::text is null or c.province_code = $1) and ($2::smallint[] is null or c.star = any($2)) and ($3::text is null or c.group_code = $3)
      and ($4::text is null or c.producer_kind = $4)
      and ($5::text is null or certification.standing_at(current_date, c.counts_from, c.expires_on, c.expires_by, c.hold, c.hold_from, c.hold_until) = $5)
  )
  select (select json_agg(page) from (select * from found order by sort_name limit 20) page) as items,
    (select count(*) from found) as total,
    (select json_agg(f) from (
      select "provinceCode", "group", "set", star, standing, kind, count(*) as products
      from found group by grouping sets (("provinceCode"), ("group"), ("set"), (star), (standing), (kind))
    ) f) as facets`

const feed = `select ${columns} from catalogue.product_card c order by c.sort_name, c.product_id limit 1000`

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
}

async function answerSearch(pool: pg.Pool, query: string): Promise<unknown> {
  const words = fold(query).match(/[a-z0-9]+/g) ?? []
  const asked = words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ')
  const found = await pool.query({ name: 'search', text: search, values: [asked, words.join(' ')] })
  const { rows } =
    found.rows.length > 0 ? found : await pool.query({ name: 'similar', text: similar, values: [words.join(' ')] })
  return { items: rows, total: Number(rows[0]?.total ?? 0) }
}

async function answerList(pool: pg.Pool, asked: URLSearchParams): Promise<unknown> {
  const stars = asked.get('star')?.split(',').map(Number) ?? null
  const values = [asked.get('province'), stars, asked.get('group'), asked.get('kind'), asked.get('standing')]
  const { rows } = await pool.query({ name: 'list', text: list, values })
  return rows[0]
}

/** Answers the address of a workload by its one query. */
export async function answerByHand(pool: pg.Pool, address: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(address, 'http://bench')
  const query = searchParams.get('q')
  if (pathname === '/api/v1/search') return query === null ? answerList(pool, searchParams) : answerSearch(pool, query)
  if (pathname === '/api/v1/products') return { items: (await pool.query({ name: 'feed', text: feed })).rows }
  const found = await pool.query({ name: 'product', text: product, values: [pathname.split('/').at(-1)] })
  return found.rows[0]
}
