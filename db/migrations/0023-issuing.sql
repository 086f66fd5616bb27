-- Who issues which role, where a grant lies, and what happens to an account afterwards.

-- An issuer role may hand out these roles and no others; a reform of the programme changes rows, not code.
create table accounts.role_issues (
  issuer_role text not null references accounts.role (code),
  role_code text not null references accounts.role (code),
  primary key (issuer_role, role_code)
);
create index role_issues_role on accounts.role_issues (role_code);

-- Permissions that an issuer hands out with a role although the issuer must not hold them, such as scoring, which an administrator must not do.
-- Empty until a role has such a permission; without a row here nobody hands out what they do not hold.
create table accounts.role_entrusts (
  issuer_role text not null,
  role_code text not null,
  permission text not null,
  primary key (issuer_role, role_code, permission),
  foreign key (issuer_role, role_code) references accounts.role_issues (issuer_role, role_code)
);

insert into accounts.role_issues (issuer_role, role_code)
  select 'ministry-administrator', code from accounts.role where tier in ('ministry', 'province')
  union all
  select 'province-administrator', code from accounts.role where tier in ('province', 'commune')
  union all
  values ('province-officer', 'commune-officer'), ('province-officer', 'producer-owner'), ('province-officer', 'producer-staff'),
    ('commune-officer', 'producer-owner'), ('producer-owner', 'producer-staff');

alter table accounts.account
  add column email text,
  add column folded_name text generated always as (public.fold(display_name)) stored;
create index account_by_name on accounts.account (folded_name, id);


-- province_code and commune_code say where a grant lies, so that those above find it; both are null for the whole country. A producer's place
-- and name are told by whoever issues the grant, because producers are of a later tier.
alter table accounts.role_grant
  add column province_code text,
  add column commune_code text,
  add column producer_name text,
  add column starts_on date,
  add column ends_before date,
  add column stands_in_for uuid references accounts.account (id),
  add constraint role_grant_days check (starts_on < ends_before),
  add constraint role_grant_stand_in check (stands_in_for is null or (starts_on is not null and ends_before is not null));
create index role_grant_province on accounts.role_grant (province_code, account_id);
create index role_grant_commune on accounts.role_grant (commune_code) where commune_code is not null;
create index role_grant_stands_in_for on accounts.role_grant (stands_in_for) where stands_in_for is not null;

alter table accounts.invitation
  add column id uuid not null unique default gen_random_uuid(),
  add column display_name text,
  add column email text,
  add column province_code text,
  add column commune_code text,
  add column producer_name text;
create index invitation_province on accounts.invitation (province_code, issued_at);

create function accounts.fill_place() returns trigger language plpgsql as $$
declare
  present text := new.unit_code;
begin
  if new.unit_code is null then return new; end if;
  if new.unit_scheme <> '2025-' then
    present := case length(new.unit_code)
      when 2 then (select t.new_code from administrative_units.province_today t where t.old_code = new.unit_code)
      else (select t.new_code from administrative_units.present_unit t where t.old_code = new.unit_code and (t.is_decided or t.is_default) limit 1) end;
  end if;
  new.commune_code := case when length(present) = 5 then present end;
  new.province_code := case when length(present) = 2 then present else
    (select u.province_code from administrative_units.unit_card u where u.scheme = '2025-' and u.code = present) end;
  return new;
end $$;
create trigger role_grant_place before insert or update of unit_scheme, unit_code on accounts.role_grant
  for each row execute function accounts.fill_place();
create trigger invitation_place before insert or update of unit_scheme, unit_code on accounts.invitation
  for each row execute function accounts.fill_place();
update accounts.role_grant set unit_code = unit_code where unit_code is not null;
update accounts.invitation set unit_code = unit_code where unit_code is not null;

-- What was done to an account, by whom and why.
create table accounts.account_event (
  id bigint generated always as identity primary key,
  account_id uuid not null references accounts.account (id),
  kind text not null check (kind in ('issued', 'granted', 'joined', 'grant-ended', 'suspended', 'reinstated', 'ended', 'left',
    'handed-over', 'took-over', 'stand-in')),
  actor_id uuid references accounts.account (id),
  actor_role text,
  grant_id uuid references accounts.role_grant (id),
  other_account_id uuid references accounts.account (id),
  reason text not null,
  happened_at timestamptz not null
);
create index account_event_account on accounts.account_event (account_id, id);
create index account_event_actor on accounts.account_event (actor_id);
create index account_event_grant on accounts.account_event (grant_id);
create index account_event_other on accounts.account_event (other_account_id);
create trigger account_event_appended before update or delete on accounts.account_event for each row execute function platform.refuse_change();

-- From whom to whom: higher domains read it to move open work, while history keeps the old name.
create table accounts.handover (
  id uuid primary key default gen_random_uuid(),
  from_account_id uuid not null unique references accounts.account (id),
  to_account_id uuid not null references accounts.account (id),
  reason text not null,
  handed_over_by uuid not null references accounts.account (id),
  handed_over_at timestamptz not null,
  check (from_account_id <> to_account_id)
);
create index handover_to on accounts.handover (to_account_id);
create index handover_by on accounts.handover (handed_over_by);
create trigger handover_appended before update or delete on accounts.handover for each row execute function platform.refuse_change();

-- Lists that were applied, so that a second press of the button does not invite everybody twice.
create table accounts.invitation_list (
  id uuid primary key default gen_random_uuid(),
  sha256 text not null,
  file_name text not null,
  row_count integer not null,
  applied_by uuid not null references accounts.account (id),
  applied_at timestamptz not null
);
create index invitation_list_applied on accounts.invitation_list (applied_by, sha256);
