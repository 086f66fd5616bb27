-- Lists of one province or one set in the usual order, newest first, stop after a page; communes of a province are counted without reading rows.
create index product_card_province_newest on catalogue.product_card (province_code, counts_from desc, product_id);
create index product_card_set_newest on catalogue.product_card (set_code, counts_from desc, product_id);
create index product_card_province_commune on catalogue.product_card (province_code, commune_code);
