-- Measured at 200,000 products and 400,000 recognitions: per product through lateral joins (a page, a refresh of some products) a row costs
-- a tenth of a millisecond, but all of them 4.5 s; sorted as one set all of them cost 1.3 s, but one joined row as much as all. So the view
-- reads product by product and the function of a day reads the set. src/domains/certification/standing-agreement.test.ts holds both to the pure function.
create or replace view certification.product_standing_row as
  select root.id as product_id, r.id as recognition_id, r.star, r.kind, r.decided_on, r.decided_year, r.counts_from, r.expires_on, r.expires_by,
    r.decision_number, r.authority_level, r.authority_name, r.level, h.hold, h.hold_from, h.hold_until
  from products.product_card root
  cross join lateral (
    select c.id, c.star, c.kind, c.decided_on, c.decided_year, c.counts_from, c.expires_on, c.expires_by, c.decision_number,
      c.authority_level, c.authority_name, c.level
    from products.product_lineage l
    join certification.recognition_card c on c.product_id = l.product_id
    where l.root_id = root.id and c.level in ('A', 'B')
    order by c.counts_from desc, c.recorded_at desc, c.star, c.id desc
    limit 1
  ) r
  cross join lateral certification.hold_of(r.id, 'infinity') h
  where root.merged_into_id is null;

-- What holds back each recognition that anything ever happened to, on a day: few rows, read as one set.
create function certification.holds_on(day date)
  returns table (recognition_id uuid, revoked_on date, suspended_on date) language sql stable as $$
  select e.recognition_id, min(e.effective_on) filter (where e.kind = 'revocation'),
    case when (array_agg(e.kind order by e.effective_on desc, e.recorded_at desc, e.id desc)
        filter (where e.kind in ('suspension', 'suspension-lifted')))[1] = 'suspension'
      then max(e.effective_on) filter (where e.kind = 'suspension') end
  from certification.standing_event e
  where e.effective_on <= day
  group by e.recognition_id
$$;

create or replace function certification.standing_rows(horizon date)
  returns table (product_id uuid, recognition_id uuid, star smallint, kind text, decided_on date, decided_year smallint, counts_from date,
    expires_on date, expires_by date, decision_number text, authority_level text, authority_name text, level text,
    hold text, hold_from date, hold_until date)
  language sql stable as $$
  select g.product_id, g.id, g.star, g.kind, g.decided_on, g.decided_year, g.counts_from, g.expires_on, g.expires_by, g.decision_number,
    g.authority_level, g.authority_name, g.level,
    case when h.revoked_on is not null then 'revoked' when h.suspended_on is not null then 'suspended' else 'none' end,
    coalesce(h.revoked_on, h.suspended_on), null::date
  from (
    select distinct on (l.root_id) l.root_id as product_id, c.id, c.star, c.kind, c.decided_on, c.decided_year, c.counts_from, c.expires_on,
      c.expires_by, c.decision_number, c.authority_level, c.authority_name, c.level
    from products.product_lineage l
    join certification.recognition_card c on c.product_id = l.product_id
    where c.level in ('A', 'B') and c.counts_from <= horizon
    order by l.root_id, c.counts_from desc, c.recorded_at desc, c.star, c.id desc
  ) g
  left join certification.holds_on(horizon) h on h.recognition_id = g.id
$$;
