import { type RawBuilder, sql } from 'kysely'

/** The columns of catalogue.product_card in the order in which `freshProductCards` yields them. */
export const productCardColumns = [
  'product_id',
  'public_id',
  'name',
  'producer_id',
  'producer_public_id',
  'producer_name',
  'producer_kind',
  'group_code',
  'set_code',
  'province_code',
  'province_name',
  'commune_code',
  'commune_name',
  'unit_scheme',
  'unit_code',
  'recorded_place',
  'old_province_code',
  'old_district_code',
  'place_state',
  'recognition_id',
  'recognition_kind',
  'star',
  'decided_on',
  'decided_year',
  'counts_from',
  'decision_number',
  'authority_name',
  'level',
  'expires_on',
  'expires_by',
  'hold',
  'hold_from',
  'hold_until',
  'picture_id',
  'price_min',
  'price_max',
  'price_unit',
  'demonstration',
  'updated_at',
  'sort_name',
  'plain_head',
  'accented_head',
  'all_words',
] as const

/** The columns of catalogue.producer_card in the order in which `freshProducerCards` yields them. */
export const producerCardColumns = [
  'producer_id',
  'public_id',
  'name',
  'kind_code',
  'province_code',
  'province_name',
  'commune_code',
  'commune_name',
  'products',
  'best_star',
  'updated_at',
  'sort_name',
  'accented_head',
  'all_words',
] as const

const head = (words: 'plain_words' | 'accented_words') => sql`
      ' ' || ${sql.ref(`catalogue.${words}`)}(p.name) || ' | ' || ${sql.ref(`catalogue.${words}`)}(p.producer_name)
        || ' | ' || ${sql.ref(`catalogue.${words}`)}(place_text.words) || ' '`

/** Every unit of both schemes once with the names above it; old units carry their district between commune and province. */
const places = sql`
  place as materialized (
    select u.scheme, u.code, u.name, u.full_name, u.level, u.parent_code, u.province_code, u.province_name
    from administrative_units.unit_card u
  ), named_place as materialized (
    select p.scheme, p.code, p.level, p.name, p.province_code, p.province_name,
      case p.level when 'district' then p.code when 'commune' then case when p.scheme = '2004-2025' then p.parent_code end end as district_code,
      case p.level
        when 'province' then p.full_name
        when 'commune' then case when above.level = 'district' then p.full_name || ', ' || above.full_name || ', ' || p.province_name
          else p.full_name || ', ' || p.province_name end
        else p.full_name || ', ' || p.province_name end as written
    from place p
    left join place above on above.scheme = p.scheme and above.code = p.parent_code
  )`

/** What the public may see of these products (null: of all): active, of an active producer, with a recognition of level A or B. */
export function freshProductCards(productIds: readonly string[] | null): RawBuilder<unknown> {
  const only = productIds === null ? sql`true` : sql`p.id = any(${productIds}::uuid[])`
  return sql`
    with ${places}, shown as materialized (
      select p.id, p.public_id, p.name, p.group_code, p.set_code, p.province_code, p.commune_code, p.unit_scheme, p.unit_code, p.place_state,
        p.price_min, p.price_max, p.price_unit, p.demonstration, p.updated_at, left(p.description || ' ' || p.ingredients, 3000) as about,
        m.id as producer_id, m.public_id as producer_public_id, m.name as producer_name, m.kind_code as producer_kind,
        s.recognition_id, s.kind as recognition_kind, s.star, s.decided_on, s.decided_year, s.decision_number, s.authority_name, s.level,
        s.expires_on, s.expires_by, s.hold, s.hold_from, s.hold_until
      from products.product_card p
      join producers.producer_card m on m.id = p.producer_id and m.state = 'active'
      join certification.product_standing_row s on s.product_id = p.id
      where p.state = 'active' and s.level <> 'C' and ${only}
    )
    select p.id as product_id, p.public_id, p.name, p.producer_id, p.producer_public_id, p.producer_name, p.producer_kind, p.group_code, p.set_code,
      p.province_code, province.name as province_name, p.commune_code, commune.full_name as commune_name,
      p.unit_scheme, p.unit_code, recorded.written as recorded_place,
      coalesce(case when p.unit_scheme = '2004-2025' then recorded.province_code end, origin.old_province_code) as old_province_code,
      recorded.district_code as old_district_code, p.place_state,
      p.recognition_id, p.recognition_kind, p.star, p.decided_on, p.decided_year, coalesce(p.decided_on, make_date(p.decided_year, 1, 1)) as counts_from,
      p.decision_number, p.authority_name, p.level, p.expires_on, p.expires_by, p.hold, p.hold_from, p.hold_until,
      picture.id as picture_id, p.price_min, p.price_max, p.price_unit, p.demonstration, p.updated_at,
      catalogue.plain_words(p.name) as sort_name,
      ${head('plain_words')} as plain_head, ${head('accented_words')} as accented_head,
      strip(to_tsvector('simple', catalogue.plain_words(
        p.name || ' ' || p.producer_name || ' ' || place_text.words || ' ' || coalesce(kind.name_vi, '') || ' ' || coalesce(g.name_vi || ' ' || g.name_en, '') || ' ' || p.about))) as all_words
    from shown p
    left join named_place province on province.scheme = '2025-' and province.code = p.province_code
    left join place commune on commune.scheme = '2025-' and commune.code = p.commune_code
    left join named_place recorded on recorded.scheme = p.unit_scheme and recorded.code = p.unit_code
    left join (select o.new_code, min(o.old_province_code) as old_province_code from administrative_units.commune_origin o group by o.new_code) origin
      on origin.new_code = p.commune_code
    left join named_place before on before.scheme = '2004-2025' and before.code = origin.old_province_code
    left join producers.kind kind on kind.code = p.producer_kind
    left join products.product_group g on g.code = p.group_code
    left join lateral (
      select i.id from products.picture_card i where i.product_id = p.id order by i.position, i.id limit 1
    ) picture on true
    cross join lateral (select concat_ws(' ', commune.full_name, province.name, recorded.written, before.name) as words) place_text`
}

/** The producers of public products (null: all of them). */
export function freshProducerCards(producerIds: readonly string[] | null): RawBuilder<unknown> {
  const only = producerIds === null ? sql`true` : sql`m.id = any(${producerIds}::uuid[])`
  return sql`
    with ${places}, made as materialized (
      select c.producer_id, count(*)::int as products, max(c.star) as best_star from catalogue.product_card c group by c.producer_id
    )
    select m.id as producer_id, m.public_id, m.name, m.kind_code, m.province_code, province.name as province_name,
      m.commune_code, commune.full_name as commune_name, made.products, made.best_star, m.updated_at,
      catalogue.plain_words(m.name) as sort_name,
      ' ' || catalogue.accented_words(m.name) || ' ' as accented_head,
      strip(to_tsvector('simple', catalogue.plain_words(concat_ws(' ', m.name, kind.name_vi, commune.full_name, province.name, recorded.written)))) as all_words
    from made
    join producers.producer_card m on m.id = made.producer_id and m.state = 'active'
    left join producers.kind kind on kind.code = m.kind_code
    left join place province on province.scheme = '2025-' and province.code = m.province_code
    left join place commune on commune.scheme = '2025-' and commune.code = m.commune_code
    left join named_place recorded on recorded.scheme = m.unit_scheme and recorded.code = m.unit_code
    where ${only}`
}
