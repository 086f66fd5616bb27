-- The office lists recognitions by when they were decided; a year alone counts from its first day.
create index recognition_counts_from on certification.recognition ((coalesce(decided_on, make_date(decided_year, 1, 1))) desc, id);
create index recognition_expires on certification.recognition (expires_on, id);

-- The standing of one recognition on a day, also of one that no longer governs its product. Mirrors `each` of standingOn in
-- src/domains/certification/states.ts; unverified (C) and annulled rows are nobody's recognition.
create function certification.recognition_standing(recognition uuid, day date) returns text language sql stable as $$
  select coalesce((
    select case
      when c.level = 'C' or c.counts_from > day then 'not-recognised'
      when h.hold = 'revoked' then 'revoked'
      when exists (
        select from products.product_lineage l
        join products.product_lineage twin on twin.root_id = l.root_id
        join certification.recognition_card newer on newer.product_id = twin.product_id
        where l.product_id = c.product_id and newer.level in ('A', 'B') and newer.counts_from <= day
          and (newer.counts_from, newer.recorded_at, -newer.star, newer.id) > (c.counts_from, c.recorded_at, -c.star, c.id)
      ) then 'replaced'
      else certification.standing_at(day, c.counts_from, c.expires_on, c.expires_by, h.hold, h.hold_from, h.hold_until) end
    from certification.recognition_card c
    cross join lateral certification.hold_of(c.id, day) h
    where c.id = recognition
  ), 'not-recognised')
$$;
