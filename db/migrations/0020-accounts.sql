-- Who may act. Roles, permissions and grants are data; part 2 adds roles without touching a route.
create schema accounts;

create table accounts.account (
  id uuid primary key default gen_random_uuid(),
  login text not null,
  folded_login text not null unique,
  display_name text not null,
  password_hash text,
  state text not null check (state in ('active', 'suspended', 'ended')),
  issued_by uuid references accounts.account (id),
  created_at timestamptz not null
);

create table accounts.role (
  code text primary key,
  tier text not null check (tier in ('ministry', 'province', 'commune', 'producer')),
  name_vi text not null,
  name_en text not null
);

create table accounts.role_permission (
  role_code text not null references accounts.role (code),
  permission text not null,
  primary key (role_code, permission)
);

-- A grant without a unit holds for the whole country.
create table accounts.role_grant (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts.account (id),
  role_code text not null references accounts.role (code),
  unit_scheme text,
  unit_code text,
  granted_by uuid references accounts.account (id),
  granted_at timestamptz not null,
  ended_at timestamptz,
  check ((unit_scheme is null) = (unit_code is null))
);
create index role_grant_account on accounts.role_grant (account_id);
create index role_grant_granted_by on accounts.role_grant (granted_by);

create table accounts.session (
  token_hash text primary key,
  account_id uuid not null references accounts.account (id),
  grant_id uuid not null references accounts.role_grant (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text not null,
  ended_at timestamptz
);
create index session_account on accounts.session (account_id);
create index session_grant on accounts.session (grant_id);

create table accounts.invitation (
  token_hash text primary key,
  role_code text not null references accounts.role (code),
  unit_scheme text,
  unit_code text,
  issued_by uuid references accounts.account (id),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid references accounts.account (id),
  check ((unit_scheme is null) = (unit_code is null))
);
create index invitation_issued_by on accounts.invitation (issued_by);

-- Attempts are counted by digest: the log of failures must not become a list of logins or addresses.
create table accounts.sign_in_attempt (
  id bigint generated always as identity primary key,
  login_digest text not null,
  network_digest text not null,
  succeeded boolean not null,
  attempted_at timestamptz not null
);
create index sign_in_attempt_login on accounts.sign_in_attempt (login_digest, attempted_at);
create index sign_in_attempt_network on accounts.sign_in_attempt (network_digest, attempted_at);

insert into accounts.role (code, tier, name_vi, name_en) values
  ('ministry-administrator', 'ministry', 'Quản trị viên cấp Bộ', 'Ministry administrator'),
  ('province-officer', 'province', 'Cán bộ OCOP cấp tỉnh', 'Provincial OCOP officer');

insert into accounts.role_permission (role_code, permission)
  select role_code, permission
  from (values
    ('accounts.invite', true, false),
    ('producers.read', true, true), ('producers.edit', true, true), ('producers.merge', true, true),
    ('products.read', true, true), ('products.edit', true, true), ('products.merge', true, true),
    ('recognitions.read', true, true), ('recognitions.record', true, true),
    ('imports.read', true, true), ('imports.run', true, true),
    ('places.decide', true, true), ('exports.run', true, true)
  ) as held (permission, ministry, province)
  cross join lateral (values ('ministry-administrator', ministry), ('province-officer', province)) as role_held (role_code, holds)
  where holds;
