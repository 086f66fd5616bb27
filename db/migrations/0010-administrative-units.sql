-- Provinces, districts and communes through time: the 63/696/10,035 units until 30/06/2025 and the 34/3,321 units since.
-- Codes were given out again in 2025, so every key is (scheme, code). The rows come from data/reference/administrative-units.
create schema administrative_units;

-- What stays of a unit while its name and type may change: its level, its parent and its province.
create table administrative_units.unit_code (
  scheme text not null check (scheme in ('2004-2025', '2025-')),
  code text not null,
  level text not null check (level in ('province', 'district', 'commune')),
  parent_code text,
  province_code text not null,
  primary key (scheme, code),
  foreign key (scheme, parent_code) references administrative_units.unit_code (scheme, code),
  foreign key (scheme, province_code) references administrative_units.unit_code (scheme, code),
  check ((level = 'province') = (parent_code is null)),
  check (length(code) = case level when 'province' then 2 when 'district' then 3 else 5 end and code ~ '^[0-9]+$'),
  check (scheme = '2004-2025' or level <> 'district')
);
create index unit_code_parent on administrative_units.unit_code (scheme, parent_code);
create index unit_code_province on administrative_units.unit_code (scheme, province_code);

-- One row for each stretch of time: valid from its first day until the day before valid_to. The creation days of the old scheme's
-- units were not sourced, so they begin at -infinity; infinity as the end means in force.
create table administrative_units.unit (
  scheme text not null,
  code text not null,
  name text not null check (name <> ''),
  full_name text not null check (full_name <> ''),
  level text not null check (level in ('province', 'district', 'commune')),
  type text not null
    check (type in ('Tỉnh', 'Thành phố trực thuộc trung ương', 'Huyện', 'Quận', 'Thành phố', 'Thị xã', 'Xã', 'Phường', 'Thị trấn', 'Đặc khu')),
  parent_code text,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  folded_name text generated always as (public.fold(name)) stored,
  primary key (scheme, code, valid_from),
  foreign key (scheme, code) references administrative_units.unit_code (scheme, code),
  foreign key (scheme, parent_code) references administrative_units.unit_code (scheme, code),
  check (valid_from < valid_to),
  check (scheme <> '2004-2025' or valid_to <= date '2025-07-01'),
  check (scheme <> '2025-' or valid_from >= date '2025-07-01')
);
create index unit_parent on administrative_units.unit (scheme, parent_code);
create index unit_folded_name on administrative_units.unit (folded_name);
create unique index unit_one_end on administrative_units.unit (scheme, code, valid_to);

-- What became of an old unit on 01/07/2025. Ordinary districts have no row: they go through their communes.
create table administrative_units.successor (
  old_scheme text not null default '2004-2025' check (old_scheme = '2004-2025'),
  old_code text not null,
  new_scheme text not null default '2025-' check (new_scheme = '2025-'),
  new_code text not null,
  kind text not null check (kind in ('whole', 'part')),
  population text not null check (population in ('all', 'some', 'none')),
  primary key (old_code, new_code),
  foreign key (old_scheme, old_code) references administrative_units.unit_code (scheme, code),
  foreign key (new_scheme, new_code) references administrative_units.unit_code (scheme, code),
  check (kind = 'part' or population = 'all')
);
create unique index successor_whole on administrative_units.successor (old_code) where kind = 'whole';
create unique index successor_people on administrative_units.successor (old_code) where population = 'all';
create index successor_new on administrative_units.successor (new_code);

-- Other names under which an old commune is found in addresses: communes merged into it in 2023-2025, and official spellings.
create table administrative_units.alias (
  old_scheme text not null default '2004-2025' check (old_scheme = '2004-2025'),
  old_code text not null,
  alias text not null check (alias <> ''),
  former_code text,
  kind text not null check (kind in ('former', 'spelling')),
  folded_alias text generated always as (public.fold(alias)) stored,
  unique nulls not distinct (old_code, alias, former_code, kind),
  foreign key (old_scheme, old_code) references administrative_units.unit_code (scheme, code),
  check ((kind = 'former') = (former_code is not null))
);
create index alias_folded on administrative_units.alias (folded_alias);

-- Which reference files are in: the loader does nothing while their digest is the same.
create table administrative_units.load (
  only_row boolean primary key default true check (only_row),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  units integer not null,
  successors integer not null,
  aliases integer not null,
  loaded_at timestamptz not null default now()
);

-- For other domains: each (scheme, code) once, as it stands today in Vietnam or as it last stood.
create view administrative_units.unit_card as
  select u.scheme, u.code, u.name, u.full_name, u.level, u.type, u.parent_code, c.province_code, p.name as province_name
  from administrative_units.unit u
  join administrative_units.unit_code c on c.scheme = u.scheme and c.code = u.code
  join administrative_units.unit p on p.scheme = c.scheme and p.code = c.province_code
  where u.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
    and p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
    and not exists (
      select from administrative_units.unit later
      where later.scheme = u.scheme and later.code = u.code and later.valid_from > u.valid_from
        and later.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
    and not exists (
      select from administrative_units.unit later
      where later.scheme = p.scheme and later.code = p.code and later.valid_from > p.valid_from
        and later.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date);

-- The 63 old provinces and the one of the 34 into which each went.
create view administrative_units.province_today as
  select s.old_code, o.name as old_name, s.new_code, n.name as new_name
  from administrative_units.successor s
  join administrative_units.unit_card o on o.scheme = s.old_scheme and o.code = s.old_code
  join administrative_units.unit_card n on n.scheme = s.new_scheme and n.code = s.new_code
  where o.level = 'province';

-- Old commune to present commune. Where it was divided, several rows with is_decided = false; is_default marks the one that took all the people.
create view administrative_units.present_unit as
  select s.old_code, s.new_code, s.kind = 'whole' as is_decided, s.population = 'all' as is_default
  from administrative_units.successor s
  join administrative_units.unit_code o on o.scheme = s.old_scheme and o.code = s.old_code
  where o.level = 'commune';

-- The old province in which a present commune lies: no commune was put together across old provinces.
create view administrative_units.commune_origin as
  select distinct s.new_code, o.province_code as old_province_code
  from administrative_units.successor s
  join administrative_units.unit_code o on o.scheme = s.old_scheme and o.code = s.old_code
  where length(s.new_code) = 5;
