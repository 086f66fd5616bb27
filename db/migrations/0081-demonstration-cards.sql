-- Every page says so while the register holds demonstration products: the question must cost nothing when there are none.
create index product_card_demonstration on catalogue.product_card (product_id) where demonstration;
