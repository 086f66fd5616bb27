-- How a person proves who they are beyond the password, and how fresh that proof is.
alter table accounts.account add column first_signed_in_at timestamptz;

-- `reference` names a session to its owner (the token's hash names it to nobody). `network` is a prefix, never a whole address.
alter table accounts.session
  add column reference uuid not null default gen_random_uuid(),
  add column network text not null default '',
  add column has_factor boolean not null default false,
  add column confirmed_at timestamptz;
create unique index session_reference on accounts.session (reference);

-- Which roles need a second factor, from which day, and how many days after the first sign-in one may still go without.
create table accounts.factor_policy (
  role_code text primary key references accounts.role (code),
  required_from date not null,
  grace_days int not null default 0 check (grace_days between 0 and 90)
);
insert into accounts.factor_policy (role_code, required_from) values
  ('ministry-administrator', '2026-11-24'), ('province-administrator', '2026-11-24'), ('authority', '2026-11-24');

-- The secret of the code generator is sealed (AES-256-GCM) under a key derived from the installation's secret. A step is accepted once.
create table accounts.totp (
  account_id uuid primary key references accounts.account (id),
  sealed_secret text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint
);

create table accounts.recovery_code (
  account_id uuid not null references accounts.account (id),
  code_digest text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_digest)
);

create table accounts.passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts.account (id),
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on accounts.passkey (account_id);

-- What a passkey must sign, kept here and bound to one session or one half-finished sign-in.
create table accounts.passkey_challenge (
  owner_hash text not null,
  purpose text not null check (purpose in ('registration', 'authentication')),
  challenge text not null,
  expires_at timestamptz not null,
  primary key (owner_hash, purpose)
);
create index passkey_challenge_expires on accounts.passkey_challenge (expires_at);

-- Somebody whose password was right and who still owes the second factor.
create table accounts.pending_sign_in (
  token_hash text primary key,
  account_id uuid not null references accounts.account (id),
  grant_id uuid not null references accounts.role_grant (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);
create index pending_sign_in_account on accounts.pending_sign_in (account_id);
create index pending_sign_in_grant on accounts.pending_sign_in (grant_id);
create index pending_sign_in_expires on accounts.pending_sign_in (expires_at);
