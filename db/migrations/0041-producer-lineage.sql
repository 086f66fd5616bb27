-- Who changed a producer last, as they were called then: told to whoever comes second with an edit of an older version.
alter table producers.producer
  add column updated_by uuid references accounts.account (id),
  add column updated_by_name text not null default '';
create index producer_updated_by on producers.producer (updated_by);

-- Similar names are looked for with abbreviations expanded, within a province.
create index producer_match_trigram on producers.producer using gin (match_name gin_trgm_ops);
create index producer_public_order on producers.producer (folded_name, id);
create index producer_updated on producers.producer (updated_at desc, id desc);

-- Merging points every earlier merged row straight at the kept one, so the end of the chain is one step away.
create index producer_root on producers.producer (coalesce(merged_into_id, id));
create view producers.producer_lineage as
  select p.id as producer_id, coalesce(p.merged_into_id, p.id) as root_id from producers.producer p;
