-- The key under which logins and network addresses are digested before they are counted. Made here, so each installation has its own
-- and no configuration can forget it. Two random (v4) identifiers hold 244 random bits.
create table accounts.installation_secret (
  only_row boolean primary key default true check (only_row),
  secret text not null check (length(secret) = 64)
);
insert into accounts.installation_secret (secret)
  values (encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'));

-- Under a distributed attack a network that never signed in has to knock first; the knock is a row that no password was tried in.
alter table accounts.sign_in_attempt add column was_deferred boolean not null default false;

create index sign_in_attempt_time on accounts.sign_in_attempt (attempted_at);
create index session_expires on accounts.session (expires_at);
create index invitation_role on accounts.invitation (role_code);
create index invitation_used_by on accounts.invitation (used_by);
create index role_grant_role on accounts.role_grant (role_code);
create index account_issued_by on accounts.account (issued_by);
