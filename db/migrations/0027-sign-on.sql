-- Sign-on through an OpenID Connect provider. An identity is linked to an account by an administrator, never by its own claim.
create table accounts.identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references accounts.account (id),
  linked_by uuid not null references accounts.account (id),
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index identity_account on accounts.identity (account_id);
create index identity_linked_by on accounts.identity (linked_by);

-- One journey to the provider and back, bound to the browser that began it; it is forgotten when that browser returns.
create table accounts.sign_on_attempt (
  browser_hash text primary key,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  next_path text not null,
  expires_at timestamptz not null
);
create index sign_on_attempt_expires on accounts.sign_on_attempt (expires_at);

-- An identity that nobody linked yet, under a code that its holder shows to the administrator.
create table accounts.identity_claim (
  code_hash text primary key,
  issuer text not null,
  subject text not null,
  expires_at timestamptz not null
);
create index identity_claim_expires on accounts.identity_claim (expires_at);
