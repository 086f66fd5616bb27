-- The source behind every fact: where it is written, how far it may be trusted, when it was last checked.
create schema provenance;

create table provenance.source (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('decision', 'publication', 'import', 'officer', 'producer', 'demonstration')),
  level text not null check (level in ('A', 'B', 'C')),
  title text not null,
  reference text,
  page text,
  file_id uuid references platform.file (id),
  import_batch_id uuid,
  import_row integer,
  stated_on date,
  checked_on date not null,
  recorded_by uuid references accounts.account (id),
  recorded_at timestamptz not null
);
create index source_file on provenance.source (file_id);
create index source_recorded_by on provenance.source (recorded_by);
create index source_import on provenance.source (import_batch_id, import_row);

-- One statement of one source about one group of a subject's fields. Statements stay; only their state moves.
create table provenance.fact (
  id uuid primary key default gen_random_uuid(),
  subject_kind text not null check (subject_kind in ('producer', 'product', 'recognition')),
  subject_id uuid not null,
  field_group text not null,
  content jsonb not null,
  source_id uuid not null references provenance.source (id),
  state text not null check (state in ('current', 'superseded', 'contradicting', 'dismissed')),
  recorded_at timestamptz not null
);
create index fact_subject on provenance.fact (subject_kind, subject_id, field_group, recorded_at);
create index fact_source on provenance.fact (source_id);
create index fact_contradicting on provenance.fact (subject_kind, subject_id) where state = 'contradicting';
