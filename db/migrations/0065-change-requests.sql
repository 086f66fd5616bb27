-- Proposed changes to what is public, and consents to be acted for. Rows are appended: what became of a request or a consent is a further row.
create schema change_requests;

create table change_requests.consent (
  id uuid primary key default gen_random_uuid(),
  producer_id uuid not null references producers.producer (id),
  officer_id uuid not null references accounts.account (id),
  officer_name text not null,
  manner text not null check (manner in ('signed-paper', 'spoken', 'phone')),
  private_witness text,
  file_id uuid references platform.file (id),
  valid_from date not null,
  valid_until date not null,
  recorded_at timestamptz not null,
  check (valid_until >= valid_from),
  check ((manner = 'signed-paper') = (file_id is not null)),
  check (manner <> 'spoken' or private_witness is not null)
);
create index consent_producer on change_requests.consent (producer_id, valid_until);
create index consent_officer on change_requests.consent (officer_id, valid_until);
create index consent_file on change_requests.consent (file_id);
create trigger consent_appended before update or delete on change_requests.consent for each row execute function platform.refuse_change();

create table change_requests.consent_end (
  consent_id uuid primary key references change_requests.consent (id),
  reason text not null check (reason <> ''),
  ended_by uuid not null references accounts.account (id),
  ended_by_name text not null,
  ended_at timestamptz not null
);
create index consent_end_by on change_requests.consent_end (ended_by);
create trigger consent_end_appended before update or delete on change_requests.consent_end for each row execute function platform.refuse_change();

-- subject_id is a product or a producer; both are published as cards, so no single foreign key reaches it.
create table change_requests.request (
  id uuid primary key default gen_random_uuid(),
  subject_kind text not null check (subject_kind in ('product', 'producer')),
  subject_id uuid not null,
  version integer not null,
  side text not null check (side in ('producer', 'officer')),
  note text not null check (note <> ''),
  author_id uuid not null references accounts.account (id),
  author_name text not null,
  consent_id uuid references change_requests.consent (id),
  opened_at timestamptz not null
);
create index request_subject on change_requests.request (subject_kind, subject_id, opened_at);
create index request_opened on change_requests.request (opened_at, id);
create index request_author on change_requests.request (author_id);
create index request_consent on change_requests.request (consent_id);
create trigger request_appended before update or delete on change_requests.request for each row execute function platform.refuse_change();

create table change_requests.request_field (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references change_requests.request (id),
  field text not null,
  before jsonb,
  proposed jsonb,
  unique (request_id, field)
);
create trigger request_field_appended before update or delete on change_requests.request_field for each row execute function platform.refuse_change();

create table change_requests.evidence (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references change_requests.request (id),
  file_id uuid not null references platform.file (id),
  added_by uuid not null references accounts.account (id),
  added_at timestamptz not null
);
create index evidence_request on change_requests.evidence (request_id, added_at);
create index evidence_file on change_requests.evidence (file_id);
create index evidence_added_by on change_requests.evidence (added_by);
create trigger evidence_appended before update or delete on change_requests.evidence for each row execute function platform.refuse_change();

-- One decision a request: the primary key settles who was first.
create table change_requests.decision (
  request_id uuid primary key references change_requests.request (id),
  state text not null check (state in ('accepted', 'partly-accepted', 'returned', 'withdrawn')),
  reason text not null default '',
  version_after integer,
  decided_by uuid not null references accounts.account (id),
  decided_by_name text not null,
  decided_at timestamptz not null,
  check (state in ('accepted', 'partly-accepted') or reason <> '')
);
create index decision_by on change_requests.decision (decided_by);
create trigger decision_appended before update or delete on change_requests.decision for each row execute function platform.refuse_change();

create table change_requests.field_decision (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references change_requests.request (id),
  field text not null,
  outcome text not null check (outcome in ('accept', 'leave')),
  overwrote boolean not null default false,
  found jsonb,
  reason text not null default '',
  unique (request_id, field),
  check (outcome = 'accept' or reason <> '')
);
create trigger field_decision_appended before update or delete on change_requests.field_decision for each row execute function platform.refuse_change();

-- Edits made at once (the record was not public) by an officer for a producer.
create table change_requests.assisted_edit (
  id uuid primary key default gen_random_uuid(),
  consent_id uuid not null references change_requests.consent (id),
  subject_kind text not null check (subject_kind in ('product', 'producer')),
  subject_id uuid not null,
  version integer not null,
  made_at timestamptz not null
);
create index assisted_edit_consent on change_requests.assisted_edit (consent_id);
create index assisted_edit_subject on change_requests.assisted_edit (subject_kind, subject_id);
create trigger assisted_edit_appended before update or delete on change_requests.assisted_edit for each row execute function platform.refuse_change();

-- A request with what it speaks of as that stands today: its place decides who reaches it.
create view change_requests.request_card as
  select r.id, r.subject_kind, r.subject_id, r.version, r.side, r.note, r.author_id, r.author_name, r.consent_id, r.opened_at,
    coalesce(d.state, 'open') as state, d.reason, d.version_after, d.decided_by_name, d.decided_at,
    s.public_id, s.name, s.producer_id, s.province_code, s.commune_code
  from change_requests.request r
  left join change_requests.decision d on d.request_id = r.id
  join (
    select 'product' as kind, id, public_id, name, producer_id, province_code, commune_code from products.product_card
    union all
    select 'producer', id, public_id, name, id, province_code, commune_code from producers.producer_card
  ) s on s.kind = r.subject_kind and s.id = r.subject_id;
