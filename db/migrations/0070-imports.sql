-- Provincial lists: the file as it came, each row as written and as understood, what applying made, so that it can be undone.
create schema imports;

create table imports.batch (
  id uuid primary key default gen_random_uuid(),
  file_id uuid not null references platform.file (id),
  file_name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  -- null while the list itself names a province in each row
  province_code text,
  -- where the list speaks of a province that was merged: its namesakes elsewhere in the present one are then not meant
  former_province_code text,
  level text not null check (level in ('A', 'B', 'C')),
  source_title text not null,
  state text not null check (state in ('received', 'reading', 'needs-mapping', 'judging', 'staged', 'applying', 'applied', 'undone', 'failed', 'discarded')),
  failure_code text,
  failure_vi text,
  failure_en text,
  sheet_index smallint not null default 0,
  sheet_names text[] not null default '{}',
  header jsonb,
  header_signature text,
  mapping_remembered boolean not null default false,
  progress_step text check (progress_step in ('reading', 'judging', 'applying')),
  progress_done integer not null default 0,
  progress_total integer not null default 0,
  -- bumped at each reading or judging, so that a job of an earlier wish stops by itself
  attempt integer not null default 0,
  created_by uuid references accounts.account (id),
  -- where the sender could act when sending: rows beyond it are never applied
  sender_scope jsonb not null,
  created_at timestamptz not null,
  applied_by uuid references accounts.account (id),
  applied_at timestamptz,
  undone_by uuid references accounts.account (id),
  undone_at timestamptz,
  undo_reason text
);
create index batch_file on imports.batch (file_id);
create index batch_sha256 on imports.batch (sha256);
create index batch_list on imports.batch (created_at desc, id);
create index batch_province on imports.batch (province_code, created_at desc);
create index batch_created_by on imports.batch (created_by);
create index batch_applied_by on imports.batch (applied_by);
create index batch_undone_by on imports.batch (undone_by);
-- the same bytes for the same province are one list, however often they are sent and by however many people at once
create unique index batch_once on imports.batch (sha256, coalesce(province_code, '')) where state not in ('undone', 'failed', 'discarded');

create table imports.batch_row (
  batch_id uuid not null references imports.batch (id),
  row_number integer not null,
  written jsonb not null,
  mended jsonb not null default '{}',
  accepted text[] not null default '{}',
  understood jsonb,
  problems jsonb not null default '[]',
  changes jsonb not null default '[]',
  judgement text check (judgement in ('new', 'update', 'same', 'problem', 'skipped')),
  decision text not null default 'apply' check (decision in ('apply', 'skip')),
  producer_id uuid references producers.producer (id),
  product_id uuid references products.product (id),
  primary key (batch_id, row_number)
);
create index batch_row_judgement on imports.batch_row (batch_id, judgement, row_number);
create index batch_row_producer on imports.batch_row (producer_id);
create index batch_row_product on imports.batch_row (product_id);

-- What applying made of a row; undoing walks it backwards.
create table imports.made (
  id bigint generated always as identity primary key,
  batch_id uuid not null references imports.batch (id),
  row_number integer not null,
  kind text not null check (kind in ('producer', 'product', 'recognition')),
  subject_id uuid not null,
  effect text not null check (effect in ('created', 'revived', 'revised')),
  version_after integer not null default 1,
  -- the fields as they were before a revision
  before jsonb
);
create index made_batch on imports.made (batch_id, kind);
create index made_subject on imports.made (subject_id);

create table imports.remembered_mapping (
  province_code text not null,
  header_signature text not null,
  columns jsonb not null,
  remembered_by uuid references accounts.account (id),
  remembered_at timestamptz not null,
  primary key (province_code, header_signature)
);
create index remembered_mapping_by on imports.remembered_mapping (remembered_by);
