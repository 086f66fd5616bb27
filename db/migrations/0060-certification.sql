-- Recognitions: a row per decision, appended only. Standing on any date is derived from these rows and from nothing else.
create schema certification;

create table certification.criteria_version (
  code text primary key,
  number text not null,
  decided_on date not null,
  effective_from date not null,
  effective_to date,
  title_vi text not null,
  title_en text not null
);
insert into certification.criteria_version (code, number, decided_on, effective_from, effective_to, title_vi, title_en) values
  ('QD1048-2019', '1048/QĐ-TTg', '2019-08-21', '2019-08-21', '2023-02-24', 'Bộ tiêu chí theo Quyết định 1048/QĐ-TTg', 'Criteria of Decision 1048/QĐ-TTg'),
  ('QD148-2023', '148/QĐ-TTg', '2023-02-24', '2023-02-24', '2026-07-21', 'Bộ tiêu chí theo Quyết định 148/QĐ-TTg', 'Criteria of Decision 148/QĐ-TTg'),
  ('QD26-2026', '26/2026/QĐ-TTg', '2026-05-22', '2026-05-22', null, 'Bộ tiêu chí theo Quyết định 26/2026/QĐ-TTg', 'Criteria of Decision 26/2026/QĐ-TTg');

create table certification.recognition (
  id uuid primary key default gen_random_uuid(),
  product_id uuid not null references products.product (id),
  kind text not null check (kind in ('first', 'upgrade', 're-evaluation', 'historical')),
  star smallint not null check (star between 3 and 5),
  decision_number text,
  decided_on date,
  decided_year smallint not null check (decided_year between 2018 and 2100),
  authority_level text not null check (authority_level in ('district', 'province', 'ministry')),
  authority_name text not null,
  criteria_version text references certification.criteria_version (code),
  -- the last day on which the certificate is certainly valid, and the last on which it can be: they differ where only the year is known
  expires_on date not null,
  expires_by date not null,
  level text not null check (level in ('A', 'B', 'C')),
  source_id uuid not null references provenance.source (id),
  document_file_id uuid references platform.file (id),
  document_page text,
  recorded_by uuid references accounts.account (id),
  recorded_at timestamptz not null,
  check (decided_on is null or extract(year from decided_on) = decided_year),
  check (expires_by >= expires_on),
  check (decided_on is null or expires_by = expires_on)
);
create index recognition_product on certification.recognition (product_id, decided_year);
create index recognition_source on certification.recognition (source_id);
create index recognition_file on certification.recognition (document_file_id);
create index recognition_recorded_by on certification.recognition (recorded_by);
create index recognition_criteria on certification.recognition (criteria_version);
create index recognition_expiry on certification.recognition (expires_on);
create unique index recognition_once on certification.recognition (product_id, decision_number, star, coalesce(decided_on, make_date(decided_year, 1, 1)), kind, source_id);
create trigger recognition_appended before update or delete on certification.recognition for each row execute function platform.refuse_change();

-- What happens to a recognition afterwards. An annulment withdraws a row that should never have been recorded (a wrong import).
create table certification.standing_event (
  id uuid primary key default gen_random_uuid(),
  recognition_id uuid not null references certification.recognition (id),
  kind text not null check (kind in ('suspension', 'suspension-lifted', 'revocation', 'annulment')),
  effective_on date not null,
  decision_number text,
  decided_on date,
  authority_name text not null,
  reason text not null check (reason <> ''),
  source_id uuid not null references provenance.source (id),
  recorded_by uuid references accounts.account (id),
  recorded_at timestamptz not null
);
create index standing_event_recognition on certification.standing_event (recognition_id, effective_on);
create index standing_event_source on certification.standing_event (source_id);
create index standing_event_recorded_by on certification.standing_event (recorded_by);
create trigger standing_event_appended before update or delete on certification.standing_event for each row execute function platform.refuse_change();

-- Recognitions that stand in the record, with what happened to each. Level C is not published.
create view certification.recognition_card as
  select r.id, r.product_id, r.kind, r.star, r.decision_number, r.decided_on, r.decided_year, r.authority_level, r.authority_name, r.criteria_version,
    r.expires_on, r.expires_by, r.level, r.source_id, r.document_file_id, r.document_page, r.recorded_at,
    coalesce(r.decided_on, make_date(r.decided_year, 1, 1)) as counts_from
  from certification.recognition r
  where not exists (select 1 from certification.standing_event e where e.recognition_id = r.id and e.kind = 'annulment');
