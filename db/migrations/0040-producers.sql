-- Producers (chủ thể): who makes recognised products. Private fields are named so and never leave the office.
create schema producers;

create table producers.kind (
  code text primary key,
  position smallint not null,
  name_vi text not null,
  name_en text not null
);
insert into producers.kind (code, position, name_vi, name_en) values
  ('cooperative', 1, 'Hợp tác xã', 'Cooperative'),
  ('cooperative-group', 2, 'Tổ hợp tác', 'Cooperative group'),
  ('enterprise', 3, 'Doanh nghiệp', 'Enterprise'),
  ('farm', 4, 'Trang trại', 'Farm'),
  ('household-business', 5, 'Hộ kinh doanh', 'Household business'),
  ('household', 6, 'Hộ sản xuất', 'Producing household'),
  ('tourism-association', 7, 'Hội, hiệp hội, trung tâm điều hành du lịch', 'Tourism association'),
  ('other', 9, 'Chủ thể khác', 'Other producer');

create table producers.producer (
  id uuid primary key default gen_random_uuid(),
  public_id text not null unique,
  kind_code text not null references producers.kind (code),
  name text not null check (length(name) between 1 and 300),
  folded_name text generated always as (public.fold(name)) stored,
  match_name text not null,
  tax_number text,
  tax_number_state text not null check (tax_number_state in ('missing', 'valid', 'flagged')),
  introduction text not null default '',
  private_representative text,
  private_representative_gender text check (private_representative_gender in ('female', 'male', 'other')),
  private_representative_ethnicity text,
  phone text,
  email text,
  website text,
  contacts_public boolean not null default false,
  contacts_consented_at timestamptz,
  address_text text not null default '',
  unit_scheme text,
  unit_code text,
  province_code text not null,
  commune_code text,
  place_state text not null check (place_state in ('decided', 'undecided', 'province-only')),
  state text not null default 'active' check (state in ('active', 'merged', 'withdrawn')),
  merged_into_id uuid references producers.producer (id),
  version integer not null default 1,
  created_by uuid references accounts.account (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((tax_number is null) = (tax_number_state = 'missing')),
  check ((state = 'merged') = (merged_into_id is not null)),
  check (not contacts_public or contacts_consented_at is not null),
  check ((place_state = 'decided') = (commune_code is not null))
);
create index producer_province on producers.producer (province_code, folded_name);
create index producer_commune on producers.producer (commune_code);
create index producer_unit on producers.producer (unit_scheme, unit_code);
create index producer_tax_number on producers.producer (tax_number) where tax_number is not null;
create index producer_match on producers.producer (province_code, match_name);
create index producer_name_trigram on producers.producer using gin (folded_name gin_trgm_ops);
create index producer_merged_into on producers.producer (merged_into_id) where merged_into_id is not null;
create index producer_undecided on producers.producer (province_code) where place_state = 'undecided';
create index producer_kind on producers.producer (kind_code);
create index producer_created_by on producers.producer (created_by);

create table producers.merger (
  id uuid primary key default gen_random_uuid(),
  kept_id uuid not null references producers.producer (id),
  merged_id uuid not null unique references producers.producer (id),
  reason text not null,
  merged_by uuid not null references accounts.account (id),
  merged_at timestamptz not null,
  check (kept_id <> merged_id)
);
create index merger_kept on producers.merger (kept_id);
create index merger_merged_by on producers.merger (merged_by);
create trigger merger_appended before update or delete on producers.merger for each row execute function platform.refuse_change();

-- What higher domains may read of a producer.
create view producers.producer_card as
  select p.id, p.public_id, p.kind_code, k.name_vi as kind_name_vi, k.name_en as kind_name_en, p.name, p.folded_name, p.introduction,
    case when p.contacts_public then p.phone end as public_phone,
    case when p.contacts_public then p.email end as public_email,
    case when p.contacts_public then p.website end as public_website,
    case when p.contacts_public then p.address_text end as public_address,
    p.tax_number_state, p.unit_scheme, p.unit_code, p.province_code, p.commune_code, p.place_state, p.state, p.merged_into_id, p.updated_at
  from producers.producer p
  join producers.kind k on k.code = p.kind_code;
