-- Letters that the program writes to people; sent through SMTP, or readable in the office where none is set.
create schema letters;

create table letters.letter (
  id uuid primary key default gen_random_uuid(),
  recipient text not null,
  subject text not null,
  -- null once sent or seven days old: a letter may hold a one-time link
  body_text text,
  body_html text,
  state text not null check (state in ('queued', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  last_fault text,
  -- where the sender acted: all null for the whole country
  province_code text,
  commune_code text,
  producer_id uuid,
  queued_by uuid,
  queued_at timestamptz not null,
  sent_at timestamptz,
  check ((state = 'sent') = (sent_at is not null))
);
create index letter_queued on letters.letter (queued_at desc, id desc);
create index letter_province on letters.letter (province_code, queued_at desc);
create index letter_with_text on letters.letter (queued_at) where body_text is not null;
