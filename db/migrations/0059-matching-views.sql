-- What producers and products publish for holding a list against the register.
create view producers.producer_in_list as
  select id, public_id, name, match_name, kind_code, tax_number, province_code, commune_code, state, version
  from producers.producer
  where state <> 'merged';

create view products.product_in_list as
  select id, public_id, producer_id, name, match_name, group_code, set_code, gtin, price_min, price_max, price_unit, description,
    province_code, commune_code, state, version
  from products.product
  where state <> 'merged';
