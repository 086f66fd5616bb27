-- Who changed a product last, as they were called then.
alter table products.product
  add column updated_by uuid references accounts.account (id),
  add column updated_by_name text not null default '';
create index product_updated_by on products.product (updated_by);
create index product_list_order on products.product (folded_name, id);
create index product_updated on products.product (updated_at desc, id desc);

-- `code` is the canonical spelling by which it is found; `written` is how the document spells it.
alter table products.code_alias add column written text not null default '';

-- A product and everything merged into it: recognitions are appended only and stay on the row for which they were decided, so whoever
-- reads the recognitions of a product reads those of every product_id with this root_id.
create index product_root on products.product (coalesce(merged_into_id, id));
create view products.product_lineage as
  select p.id as product_id, coalesce(p.merged_into_id, p.id) as root_id from products.product p;
