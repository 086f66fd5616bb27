-- What every domain stands on: text folding for search, the refusal of change where rows are appended only, and stored files.
create extension if not exists pg_trgm;

create schema platform;

-- Folding mirrors src/platform/text/fold.ts letter for letter: a search must find on both sides of the wire.
create function public.fold(value text) returns text
  language sql immutable strict parallel safe
  return replace(replace(regexp_replace(normalize(lower(value), nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'd');

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are appended, never changed', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

create table platform.file (
  id uuid primary key default gen_random_uuid(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  media_type text not null,
  original_name text not null,
  purpose text not null,
  stored_by uuid,
  stored_at timestamptz not null
);
create index file_sha256 on platform.file (sha256);
