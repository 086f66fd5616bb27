-- Who recognises which star since when. A row of the past that differs is kept and marked: the record tells what was decided.
create table certification.authority_rule (
  decision_number text not null,
  star smallint not null check (star between 3 and 5),
  authority_level text not null check (authority_level in ('district', 'province', 'ministry')),
  effective_from date not null,
  effective_to date,
  primary key (decision_number, star),
  check (effective_to > effective_from)
);
insert into certification.authority_rule (decision_number, star, authority_level, effective_from, effective_to) values
  ('1048/QĐ-TTg', 3, 'province', '2019-08-21', '2023-02-24'),
  ('1048/QĐ-TTg', 4, 'province', '2019-08-21', '2023-02-24'),
  ('1048/QĐ-TTg', 5, 'ministry', '2019-08-21', '2023-02-24'),
  ('148/QĐ-TTg', 3, 'district', '2023-02-24', '2025-07-06'),
  ('148/QĐ-TTg', 4, 'province', '2023-02-24', '2025-07-06'),
  ('148/QĐ-TTg', 5, 'ministry', '2023-02-24', '2025-07-06'),
  ('1489/QĐ-TTg', 3, 'province', '2025-07-06', '2026-07-21'),
  ('1489/QĐ-TTg', 4, 'province', '2025-07-06', '2026-07-21'),
  ('1489/QĐ-TTg', 5, 'ministry', '2025-07-06', '2026-07-21'),
  ('26/2026/QĐ-TTg', 3, 'province', '2026-05-22', null),
  ('26/2026/QĐ-TTg', 4, 'province', '2026-05-22', null),
  ('26/2026/QĐ-TTg', 5, 'ministry', '2026-05-22', null);

-- The six causes of revocation: Decision 26/2026/QĐ-TTg, article 8.
create table certification.revocation_cause (
  code text primary key,
  clause text not null unique,
  name_vi text not null,
  name_en text not null
);
insert into certification.revocation_cause (code, clause, name_vi, name_en) values
  ('untrue-papers', 'a', 'Hồ sơ không trung thực hoặc giả mạo', 'Untrue or forged papers'),
  ('criteria-not-met', 'b', 'Không còn đạt tiêu chí theo kết quả kiểm tra', 'Criteria no longer met, by inspection'),
  ('law-breached', 'c', 'Vi phạm pháp luật về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ, ghi nhãn',
    'Breach of quality, food-safety, environment, intellectual-property or labelling law'),
  ('mark-misused', 'd', 'Sử dụng nhãn hiệu chứng nhận sai quy định hoặc gây nhầm lẫn', 'Certification mark used wrongly or misleadingly'),
  ('production-stopped', 'đ', 'Ngừng sản xuất sản phẩm', 'Production stopped'),
  ('other-finding', 'e', 'Kết luận, đề nghị khác của cơ quan có thẩm quyền', 'Other finding or proposal of an authority');

alter table certification.standing_event
  add column cause_code text references certification.revocation_cause (code),
  add constraint standing_event_cause check ((cause_code is not null) = (kind = 'revocation'));
create index standing_event_cause_code on certification.standing_event (cause_code);

create index recognition_decision on certification.recognition (decision_number);
create index recognition_recorded on certification.recognition (recorded_at desc, id);
create index standing_event_annulled on certification.standing_event (recognition_id) where kind = 'annulment';

-- What holds a recognition back as far as the record goes up to a horizon: a revocation for good, else the last suspension with the day
-- on which it was lifted. Mirrors holdOf in src/domains/certification/states.ts.
create function certification.hold_of(recognition uuid, horizon date)
  returns table (hold text, hold_from date, hold_until date) language sql stable as $$
  select case when revoked.on_day is not null then 'revoked' when suspended.on_day is not null then 'suspended' else 'none' end,
    coalesce(revoked.on_day, suspended.on_day),
    case when revoked.on_day is null then suspended.lifted_on end
  from (
    select min(e.effective_on) as on_day from certification.standing_event e
    where e.recognition_id = recognition and e.kind = 'revocation' and e.effective_on <= horizon
  ) revoked
  left join lateral (
    select s.effective_on as on_day, (
        select min(l.effective_on) from certification.standing_event l
        where l.recognition_id = recognition and l.kind = 'suspension-lifted' and l.effective_on <= horizon
          and (l.effective_on, l.recorded_at, l.id) > (s.effective_on, s.recorded_at, s.id)
      ) as lifted_on
    from certification.standing_event s
    where s.recognition_id = recognition and s.kind = 'suspension' and s.effective_on <= horizon
    order by s.effective_on desc, s.recorded_at desc, s.id desc
    limit 1
  ) suspended on true
$$;

-- The recognition that governs each product on a day: the newest publishable one (level A or B, not annulled), with its hold.
-- One row for each product that was not merged away and has such a recognition. `lateral … limit 1` keeps it an index scan a product.
create function certification.standing_rows(horizon date)
  returns table (product_id uuid, recognition_id uuid, star smallint, kind text, decided_on date, decided_year smallint, counts_from date,
    expires_on date, expires_by date, decision_number text, authority_level text, authority_name text, level text,
    hold text, hold_from date, hold_until date)
  language sql stable as $$
  select root.id, r.id, r.star, r.kind, r.decided_on, r.decided_year, r.counts_from, r.expires_on, r.expires_by, r.decision_number,
    r.authority_level, r.authority_name, r.level, h.hold, h.hold_from, h.hold_until
  from products.product_card root
  cross join lateral (
    select c.id, c.star, c.kind, c.decided_on, c.decided_year, c.counts_from, c.expires_on, c.expires_by, c.decision_number,
      c.authority_level, c.authority_name, c.level
    from products.product_lineage l
    join certification.recognition_card c on c.product_id = l.product_id
    where l.root_id = root.id and c.level in ('A', 'B') and c.counts_from <= horizon
    order by c.counts_from desc, c.recorded_at desc, c.star, c.id desc
    limit 1
  ) r
  cross join lateral certification.hold_of(r.id, horizon) h
  where root.merged_into_id is null
$$;

-- For other domains: the governing recognition as the record stands now. No event takes effect in the future, so the standing on any day
-- from today on is certification.standing_at over these columns; for a day in the past take certification.standing_rows(day).
create view certification.product_standing_row as
  select s.product_id, s.recognition_id, s.star, s.kind, s.decided_on, s.decided_year, s.counts_from, s.expires_on, s.expires_by,
    s.decision_number, s.authority_level, s.authority_name, s.level, s.hold, s.hold_from, s.hold_until
  from certification.standing_rows('infinity') s;

-- The standing on a day, from the columns of a row. 180 days: Decision 26/2026/QĐ-TTg, article 7.6 opens the re-evaluation window then.
-- Mirrors standingOf in src/domains/certification/states.ts.
create function certification.standing_at(day date, counts_from date, expires_on date, expires_by date, hold text, hold_from date, hold_until date)
  returns text language sql immutable parallel safe as $$
  select case
    when counts_from is null or day < counts_from then 'not-recognised'
    when hold = 'revoked' and day >= hold_from then 'revoked'
    when day > expires_by then 'lapsed'
    when hold = 'suspended' and day >= hold_from and (hold_until is null or day < hold_until) then 'suspended'
    when day >= expires_on - 180 then 'expiring'
    else 'valid' end
$$;
