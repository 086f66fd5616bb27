-- The log of the register: what changed, by whom, on whose word, and what was taken away. Rows are appended only and chained by their hashes.
-- docs/decisions/0010-the-audit-log.md says why it is made this way.
create schema audit;
create sequence audit.entry_id;

-- One entry for each (transaction, table, operation, statement), and one for each export or reading of many people's data.
create table audit.entry (
  id bigint primary key,
  kind text not null check (kind in ('change', 'export', 'reading')),
  recorded_at timestamptz not null,
  transaction_id bigint not null,
  actor text not null check (actor in ('account', 'nobody', 'command-line', 'program')),
  account_id uuid,
  role_code text,
  grant_id uuid,
  -- where the actor could act at that moment
  scope jsonb,
  request_id text,
  route text,
  reason text,
  table_name text,
  operation text check (operation in ('insert', 'update', 'delete')),
  row_count integer,
  -- of an export: its filters
  details jsonb,
  changes_sha256 bytea,
  check ((kind = 'change') = (table_name is not null and operation is not null and changes_sha256 is not null))
);
create index entry_account on audit.entry (account_id, id desc);
create index entry_grant on audit.entry (grant_id, id desc);
create index entry_recorded_at on audit.entry (recorded_at);

-- One row of a statement: only the columns that changed. No foreign key reaches the entry, which is written after its changes and in the same
-- function; `ocop audit verify` holds both to each other.
create table audit.change (
  entry_id bigint not null,
  ordinal integer not null,
  subject_kind text not null,
  subject_id uuid,
  row_key text,
  before jsonb,
  after jsonb,
  primary key (entry_id, ordinal)
);
create index change_subject on audit.change (subject_kind, subject_id, entry_id desc);

-- The chain. Numbers have no gaps and follow the order of commits; each hash covers the one before.
create table audit.seal (
  number bigint primary key,
  entry_id bigint not null unique references audit.entry (id),
  previous_sha256 bytea not null,
  sha256 bytea not null
);

-- What is watched, and what is not and why: together every table of the register (audit/coverage.test.ts).
create table audit.watched (
  table_name text primary key,
  subject_kind text not null,
  -- changed values of these are never kept, only that they changed: personal data must stay erasable, secrets secret
  hidden text[] not null,
  -- derived or bookkeeping columns: a change of nothing else is no entry
  left_out text[] not null,
  operations text[] not null
);
create table audit.unwatched (table_name text primary key, reason text not null check (reason <> ''));

-- Texts that are hashed say their own length, so that no two different rows read the same.
create function audit.netstring(value text) returns text language sql immutable parallel safe
  return case when value is null then '-,' else octet_length(value) || ':' || value || ',' end;

create function audit.change_sha256(subject_kind text, subject_id uuid, row_key text, before jsonb, after jsonb) returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(audit.netstring(subject_kind) || audit.netstring(subject_id::text) || audit.netstring(row_key)
    || audit.netstring(before::text) || audit.netstring(after::text), 'UTF8'));

create function audit.moment_text(moment timestamptz) returns text language sql stable parallel safe
  return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create function audit.entry_text(number bigint, e audit.entry) returns text language sql stable parallel safe
  return audit.netstring(number::text) || audit.netstring((e).id::text) || audit.netstring((e).kind)
    || audit.netstring(audit.moment_text((e).recorded_at)) || audit.netstring((e).transaction_id::text) || audit.netstring((e).actor)
    || audit.netstring((e).account_id::text) || audit.netstring((e).role_code) || audit.netstring((e).grant_id::text)
    || audit.netstring((e).scope::text) || audit.netstring((e).request_id) || audit.netstring((e).route) || audit.netstring((e).reason)
    || audit.netstring((e).table_name) || audit.netstring((e).operation) || audit.netstring((e).row_count::text)
    || audit.netstring((e).details::text) || audit.netstring(encode((e).changes_sha256, 'hex'));

-- Who acts is told once a transaction through the setting ocop.attribution (src/platform/db/attribution.ts); without it, the program did.
create function audit.keep_entry(entry_id bigint, entry_kind text, changed_table text, changed_by text, counted integer, content bytea, told jsonb)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  a jsonb := nullif(current_setting('ocop.attribution', true), '')::jsonb;
begin
  insert into audit.entry (id, kind, recorded_at, transaction_id, actor, account_id, role_code, grant_id, scope, request_id, route, reason,
    table_name, operation, row_count, details, changes_sha256)
  values (entry_id, entry_kind, transaction_timestamp(), pg_current_xact_id()::text::bigint, coalesce(a ->> 'by', 'program'),
    (a ->> 'accountId')::uuid, a ->> 'roleCode', (a ->> 'grantId')::uuid, nullif(a -> 'scope', 'null'), a ->> 'requestId', a ->> 'route',
    a ->> 'reason', changed_table, changed_by, counted, told, content);
end $$;

-- The one thing that the application itself may write: that something was read or taken away.
create function audit.note_reading(reading_kind text, read_rows integer, told jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if reading_kind not in ('export', 'reading') then
    raise exception 'only exports and readings are noted, not %', reading_kind using errcode = 'check_violation';
  end if;
  perform audit.keep_entry(nextval('audit.entry_id'), reading_kind, null, null, read_rows, null, told);
end $$;

-- At commit, one transaction at a time: the lock is let go only after the commit can be seen, so the next one reads the last hash.
create function audit.seal_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last_number bigint;
  last_sha256 bytea;
begin
  perform pg_advisory_xact_lock(720260583);
  select s.number, s.sha256 into last_number, last_sha256 from audit.seal s order by s.number desc limit 1;
  last_number := coalesce(last_number, 0) + 1;
  last_sha256 := coalesce(last_sha256, decode(repeat('00', 32), 'hex'));
  insert into audit.seal (number, entry_id, previous_sha256, sha256)
    values (last_number, new.id, last_sha256, sha256(last_sha256 || convert_to(audit.entry_text(last_number, new), 'UTF8')));
  return null;
end $$;
create constraint trigger entry_sealed after insert on audit.entry deferrable initially deferred
  for each row execute function audit.seal_entry();
alter table audit.entry enable always trigger entry_sealed;

do $$
declare
  kept text;
begin
  foreach kept in array array['entry', 'change', 'seal'] loop
    execute format('create trigger appended before update or delete or truncate on audit.%I for each statement execute function platform.refuse_change()', kept);
    execute format('alter table audit.%I enable always trigger appended', kept);
  end loop;
end $$;

-- Watches a table: one function of its own for each operation, so that its plan is kept. `x` stands for the row in the three expressions.
create function audit.watch(watched regclass, kind_sql text, id_sql text, key_sql text default 'x.id::text', hidden text[] default '{}',
  left_out text[] default '{}', operations text[] default '{insert,update,delete}')
  returns void language plpgsql as $f$
declare
  whole_name text;
  base text;
  operation text;
  same_key text;
  masked text;
  reading text;
begin
  select n.nspname || '.' || c.relname, n.nspname || '_' || c.relname into whole_name, base
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = watched;
  select string_agg(format('o.%1$I = x.%1$I', a.attname), ' and ') into same_key
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = watched and i.indisprimary;
  select coalesce('|| jsonb_build_object(' || string_agg(format('%L, case when x.%I is not null then jsonb_build_object(''hidden'', true) end', h, h), ', ') || ')', '')
    into masked from unnest(hidden) h join pg_attribute a on a.attrelid = watched and a.attname = h and not a.attisdropped;
  masked := format('jsonb_strip_nulls((to_jsonb(x) - %L::text[]) %s)', left_out || hidden, masked);
  foreach operation in array operations loop
    if operation = 'update' then
      reading := format($q$
        select (row_number() over ())::integer as ordinal, %1$s as subject_kind, %2$s as subject_id, %3$s as row_key, d.before, d.after
        from old_rows o join new_rows x on %4$s
        cross join lateral (select to_jsonb(o) - %5$L::text[] as old_row, to_jsonb(x) - %5$L::text[] as new_row) w
        cross join lateral (
          select jsonb_object_agg(b.key, case when b.key = any(%6$L::text[]) and b.value <> 'null' then '{"hidden": true}' else b.value end) as before,
            jsonb_object_agg(b.key, case when b.key = any(%6$L::text[]) and w.new_row -> b.key <> 'null' then '{"hidden": true}' else w.new_row -> b.key end) as after
          from jsonb_each(w.old_row) b where b.value is distinct from w.new_row -> b.key) d
        where w.old_row <> w.new_row$q$, kind_sql, id_sql, key_sql, same_key, left_out, hidden);
    else
      reading := format('select (row_number() over ())::integer as ordinal, %s as subject_kind, %s as subject_id, %s as row_key, %s as before, %s as after from %s x',
        kind_sql, id_sql, key_sql, case when operation = 'delete' then masked else 'null::jsonb' end,
        case when operation = 'insert' then masked else 'null::jsonb' end, case when operation = 'insert' then 'new_rows' else 'old_rows' end);
    end if;
    execute format($q$
      create or replace function audit.%1$I() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $t$
      declare
        entry_number bigint;
        counted integer;
        content bytea;
      begin
        if not exists (select from %5$s) then return null; end if;
        entry_number := nextval('audit.entry_id');
        with told as (%2$s), kept as (
          insert into audit.change (entry_id, ordinal, subject_kind, subject_id, row_key, before, after)
          select entry_number, t.ordinal, t.subject_kind, t.subject_id, t.row_key, t.before, t.after from told t
          returning ordinal, subject_kind, subject_id, row_key, before, after)
        select count(*)::integer, sha256(string_agg(audit.change_sha256(k.subject_kind, k.subject_id, k.row_key, k.before, k.after), ''::bytea order by k.ordinal))
          into counted, content from kept k;
        if counted > 0 then perform audit.keep_entry(entry_number, 'change', %3$L, %4$L, counted, content, null); end if;
        %6$s
        return null;
      end $t$$q$, base || '_' || operation, reading, whole_name, operation, case when operation = 'insert' then 'new_rows' else 'old_rows' end,
      case when operation = 'update' then format(
        'if exists (select from old_rows o where not exists (select from new_rows x where %s)) then raise exception ''keys of %s do not change'' using errcode = ''restrict_violation''; end if;',
        same_key, whole_name) else '' end);
    execute format('drop trigger if exists %I on %s', 'audited_' || operation, watched);
    execute format('create trigger %I after %s on %s referencing %s for each statement execute function audit.%I()', 'audited_' || operation, operation,
      watched, case operation when 'insert' then 'new table as new_rows' when 'delete' then 'old table as old_rows' else 'old table as old_rows new table as new_rows' end,
      base || '_' || operation);
    execute format('alter table %s enable always trigger %I', watched, 'audited_' || operation);
  end loop;
  insert into audit.watched (table_name, subject_kind, hidden, left_out, operations) values (whole_name, kind_sql, hidden, left_out, operations)
    on conflict (table_name) do update set subject_kind = excluded.subject_kind, hidden = excluded.hidden, left_out = excluded.left_out, operations = excluded.operations;
end $f$;

-- For the readers of the log: what people are called, and in which present province a grant lies.
create view accounts.author_card as select a.id, a.display_name from accounts.account a;
create view accounts.grant_place as
  select g.id as grant_id, g.account_id, g.producer_id, coalesce(t.new_code, u.province_code) as province_code,
    case when u.level = 'commune' and u.scheme = '2025-' then u.code end as commune_code
  from accounts.role_grant g
  left join administrative_units.unit_code u on u.scheme = g.unit_scheme and u.code = g.unit_code
  left join administrative_units.successor t on u.scheme = '2004-2025' and t.old_code = u.province_code;

-- The role under which the application connects: it owns nothing, so it can neither change the log nor switch its triggers off.
do $$
begin
  if exists (select from pg_roles where rolname = 'ocop_app') then return; end if;
  create role ocop_app login;
exception
  when insufficient_privilege then raise notice 'no role ocop_app: this database role may not make roles (docs/decisions/0010-the-audit-log.md)';
  when duplicate_object or unique_violation then null;
end $$;

-- Run after every migration, because later ones bring tables of their own.
create function platform.admit_application() returns void language plpgsql as $$
declare
  place text;
  guarded regclass;
begin
  if not exists (select from pg_roles where rolname = 'ocop_app') then return; end if;
  for place in select nspname from pg_namespace where nspname not like 'pg\_%' and nspname not in ('information_schema', 'audit') loop
    execute format('grant usage on schema %I to ocop_app', place);
    execute format('grant select, insert, update, delete on all tables in schema %I to ocop_app', place);
    execute format('grant usage, select on all sequences in schema %I to ocop_app', place);
    -- fresh counts after a bulk change; an older server leaves them to autovacuum
    if current_setting('server_version_num')::int >= 170000 then
      execute format('grant maintain on all tables in schema %I to ocop_app', place);
    end if;
  end loop;
  execute 'revoke insert, update, delete on public.migration from ocop_app';
  execute 'grant usage on schema audit to ocop_app';
  execute 'revoke all on all functions in schema audit from public';
  execute 'grant select on all tables in schema audit to ocop_app';
  execute 'grant execute on function audit.note_reading(text, integer, jsonb), audit.moment_text(timestamptz) to ocop_app';
  -- The queue's tables let nobody but their owner see a row unless a policy says otherwise.
  for guarded in select c.oid from pg_class c where c.relnamespace = to_regnamespace('graphile_worker') and c.relkind = 'r' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'ocop_app') loop
    execute format('create policy ocop_app on %s to ocop_app using (true) with check (true)', guarded);
  end loop;
end $$;
