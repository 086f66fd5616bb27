-- Products, their place in the legal classification, their codes and pictures. A star is never kept here: certification derives it.
create schema products;

create table products.product_group (code text primary key, position smallint not null, name_vi text not null, name_en text not null);
create table products.product_subgroup (
  code text primary key,
  group_code text not null references products.product_group (code),
  name_vi text not null,
  name_en text not null
);
create index product_subgroup_group on products.product_subgroup (group_code);
create table products.product_set (
  code text primary key check (code ~ '^[0-9]{2}$'),
  group_code text not null references products.product_group (code),
  subgroup_code text not null references products.product_subgroup (code),
  name_vi text not null,
  name_en text not null
);
create index product_set_group on products.product_set (group_code);
create index product_set_subgroup on products.product_set (subgroup_code);

create table products.product (
  id uuid primary key default gen_random_uuid(),
  public_id text not null unique,
  producer_id uuid not null references producers.producer (id),
  name text not null check (length(name) between 1 and 300),
  folded_name text generated always as (public.fold(name)) stored,
  match_name text not null,
  group_code text references products.product_group (code),
  set_code text references products.product_set (code),
  description text not null default '',
  story text not null default '',
  ingredients text not null default '',
  usage text not null default '',
  storage text not null default '',
  packaging text not null default '',
  season text not null default '',
  capacity text not null default '',
  price_min numeric(14, 0) check (price_min >= 0),
  price_max numeric(14, 0) check (price_max >= price_min),
  price_unit text not null default '',
  gtin text,
  gtin_note text,
  address_text text not null default '',
  unit_scheme text,
  unit_code text,
  province_code text not null,
  commune_code text,
  place_state text not null check (place_state in ('decided', 'undecided', 'province-only')),
  state text not null default 'active' check (state in ('active', 'merged', 'withdrawn')),
  merged_into_id uuid references products.product (id),
  demonstration boolean not null default false,
  version integer not null default 1,
  created_by uuid references accounts.account (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((state = 'merged') = (merged_into_id is not null)),
  check ((place_state = 'decided') = (commune_code is not null)),
  check (set_code is null or group_code is not null)
);
create index product_producer on products.product (producer_id);
create index product_province on products.product (province_code, folded_name);
create index product_commune on products.product (commune_code);
create index product_unit on products.product (unit_scheme, unit_code);
create index product_match on products.product (producer_id, match_name);
create index product_group_code on products.product (group_code);
create index product_set_code on products.product (set_code);
create index product_gtin on products.product (gtin) where gtin is not null;
create index product_name_trigram on products.product using gin (folded_name gin_trgm_ops);
create index product_merged_into on products.product (merged_into_id) where merged_into_id is not null;
create index product_undecided on products.product (province_code) where place_state = 'undecided';
create index product_created_by on products.product (created_by);

-- Legal codes are other names of a product and resolve for ever: the four-part code of 26/2026 and the older five-part one.
create table products.code_alias (
  code text primary key,
  product_id uuid not null references products.product (id),
  kind text not null check (kind in ('four-part', 'five-part', 'certificate', 'other')),
  source_id uuid references provenance.source (id),
  recorded_at timestamptz not null
);
create index code_alias_product on products.code_alias (product_id);
create index code_alias_source on products.code_alias (source_id);

create table products.picture (
  id uuid primary key default gen_random_uuid(),
  product_id uuid not null references products.product (id),
  position smallint not null,
  original_file_id uuid not null references platform.file (id),
  width integer not null,
  height integer not null,
  caption text not null default '',
  author text not null,
  licence text not null,
  removed_at timestamptz,
  created_by uuid references accounts.account (id),
  created_at timestamptz not null
);
create index picture_product on products.picture (product_id, position) where removed_at is null;
create index picture_file on products.picture (original_file_id);
create index picture_created_by on products.picture (created_by);

create table products.picture_variant (
  picture_id uuid not null references products.picture (id),
  width integer not null,
  height integer not null,
  file_id uuid not null references platform.file (id),
  primary key (picture_id, width)
);
create index picture_variant_file on products.picture_variant (file_id);

create table products.merger (
  id uuid primary key default gen_random_uuid(),
  kept_id uuid not null references products.product (id),
  merged_id uuid not null unique references products.product (id),
  reason text not null,
  merged_by uuid not null references accounts.account (id),
  merged_at timestamptz not null,
  check (kept_id <> merged_id)
);
create index merger_kept on products.merger (kept_id);
create index merger_merged_by on products.merger (merged_by);
create trigger merger_appended before update or delete on products.merger for each row execute function platform.refuse_change();

create view products.product_card as
  select p.id, p.public_id, p.producer_id, p.name, p.folded_name, p.group_code, s.subgroup_code, p.set_code, p.description, p.story, p.ingredients,
    p.usage, p.storage, p.packaging, p.season, p.capacity, p.price_min, p.price_max, p.price_unit, p.gtin, p.gtin_note, p.address_text,
    p.unit_scheme, p.unit_code, p.province_code, p.commune_code, p.place_state, p.state, p.merged_into_id, p.demonstration, p.created_at, p.updated_at
  from products.product p
  left join products.product_set s on s.code = p.set_code;
