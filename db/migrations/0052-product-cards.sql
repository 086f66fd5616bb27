-- What higher domains may read of pictures and codes: after a merger they belong to the kept product.
create view products.picture_card as
  select c.id, coalesce(p.merged_into_id, p.id) as product_id, c.position, c.width, c.height, c.caption, c.author, c.licence, c.created_at
  from products.picture c
  join products.product p on p.id = c.product_id
  where c.removed_at is null;

create view products.code_card as
  select a.code, a.written, a.kind, a.product_id as recorded_product_id, coalesce(p.merged_into_id, p.id) as product_id, a.source_id, a.recorded_at
  from products.code_alias a
  join products.product p on p.id = a.product_id;
