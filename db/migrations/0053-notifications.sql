-- What somebody is told in the office, and by letter when they wish so. A notice belongs to one account.
create schema notifications;

create table notifications.notification (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts.account (id),
  kind text not null,
  subject_vi text not null check (subject_vi <> ''),
  subject_en text not null check (subject_en <> ''),
  facts jsonb not null default '{}',
  link text not null check (link ~ '^/'),
  shown boolean not null,
  letter text check (letter in ('once', 'digest')),
  created_at timestamptz not null,
  read_at timestamptz,
  lettered_at timestamptz
);
create index notification_account on notifications.notification (account_id, created_at desc, id) where shown;
create index notification_unread on notifications.notification (account_id) where shown and read_at is null;
create index notification_letter on notifications.notification (letter, account_id) where letter is not null and lettered_at is null;

-- Only what differs from the usual (rules.ts) is kept.
create table notifications.preference (
  account_id uuid not null references accounts.account (id),
  kind text not null,
  office boolean not null,
  email text not null check (email in ('none', 'once', 'digest')),
  primary key (account_id, kind)
);
