-- Systems that call the API (OAuth 2 client credentials, RFC 6749 section 4.4). Each has an account without a password, so that what it
-- records is traced like what people record; ending that account ends every token at once.
create table accounts.api_client (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null unique references accounts.account (id),
  grant_id uuid not null references accounts.role_grant (id),
  name text not null,
  permissions text[] not null,
  created_by uuid not null references accounts.account (id),
  created_at timestamptz not null,
  ended_at timestamptz
);
create index api_client_grant on accounts.api_client (grant_id);
create index api_client_created_by on accounts.api_client (created_by);

create table accounts.api_client_secret (
  secret_hash text primary key,
  client_id uuid not null references accounts.api_client (id),
  created_at timestamptz not null,
  expires_at timestamptz
);
create index api_client_secret_client on accounts.api_client_secret (client_id);

create table accounts.api_token (
  token_hash text primary key,
  client_id uuid not null references accounts.api_client (id),
  permissions text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index api_token_client on accounts.api_token (client_id);
create index api_token_expires on accounts.api_token (expires_at);
