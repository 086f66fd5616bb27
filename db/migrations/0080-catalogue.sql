-- What the public sees, laid out for reading: one narrow row a product and a producer, bitmaps for the filters, and the words people search by.
-- Nothing here is a source of truth: every row can be made again from the domains below.
create schema catalogue;

-- Which state of the register the cards show; each refresh takes this row first, so refreshes follow one another.
create table catalogue.register_serial (
  only_row boolean primary key default true check (only_row),
  serial bigint not null,
  -- the day for which catalogue.facet_bitmap tells standings; on any other day counting goes to the cards themselves
  counted_for date not null
);
insert into catalogue.register_serial (serial, counted_for) values (0, '-infinity');

-- Lower case, composed, and the tone mark on the first vowel of oa, oe, uy: "hoà" and "hòa" are one word. Mirrors src/domains/catalogue/rules.ts.
create function catalogue.accented(value text) returns text
  language sql immutable strict parallel safe
  return replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    normalize(lower(value), nfc),
    'oà', 'òa'), 'oá', 'óa'), 'oả', 'ỏa'), 'oã', 'õa'), 'oạ', 'ọa'), 'oè', 'òe'), 'oé', 'óe'), 'oẻ', 'ỏe'), 'oẽ', 'õe'), 'oẹ', 'ọe'),
    'uỳ', 'ùy'), 'uý', 'úy'), 'uỷ', 'ủy'), 'uỹ', 'ũy'), 'uỵ', 'ụy');

-- Words without accents, separated by single spaces.
create function catalogue.plain_words(value text) returns text
  language sql immutable strict parallel safe
  return trim(regexp_replace(public.fold(value), '[^a-z0-9]+', ' ', 'g'));

-- The same with accents kept.
create function catalogue.accented_words(value text) returns text
  language sql immutable strict parallel safe
  return trim(regexp_replace(catalogue.accented(value), '[^a-z0-9à-ỹđ]+', ' ', 'g'));

create table catalogue.product_card (
  product_id uuid primary key,
  -- its bit in catalogue.facet_bitmap, kept for as long as the card stands
  position integer not null unique check (position >= 0),
  public_id text not null unique,
  name text not null,
  producer_id uuid not null,
  producer_public_id text not null,
  producer_name text not null,
  producer_kind text not null,
  group_code text,
  set_code text,
  -- where it is today
  province_code text not null,
  province_name text not null,
  commune_code text,
  commune_name text,
  -- where it was recorded, under the scheme of that time
  unit_scheme text,
  unit_code text,
  recorded_place text,
  old_province_code text,
  old_district_code text,
  place_state text not null,
  -- the recognition that counts, and what may hold it
  recognition_id uuid not null,
  recognition_kind text not null,
  star smallint not null check (star between 3 and 5),
  decided_on date,
  decided_year smallint not null,
  counts_from date not null,
  decision_number text,
  authority_name text not null,
  level text not null check (level in ('A', 'B')),
  expires_on date not null,
  expires_by date not null,
  hold text not null check (hold in ('none', 'suspended', 'revoked')),
  hold_from date,
  hold_until date,
  picture_id uuid,
  price_min numeric(14, 0),
  price_max numeric(14, 0),
  price_unit text not null,
  demonstration boolean not null,
  updated_at timestamptz not null,
  sort_name text collate "C" not null,
  -- " name | producer | place " as single-spaced words, without accents and with them: what the order of a search is decided by
  plain_head text not null,
  accented_head text not null,
  -- every word of the head, the classification and the description, without accents and positions: what a search is decided by
  all_words tsvector not null
);
create index product_card_all_words on catalogue.product_card using gin (all_words) with (fastupdate = off);
create index product_card_name_trigram on catalogue.product_card using gin (sort_name gin_trgm_ops) with (fastupdate = off);
create index product_card_name on catalogue.product_card (sort_name, product_id);
create index product_card_newest on catalogue.product_card (counts_from desc, product_id);
create index product_card_star on catalogue.product_card (star desc, sort_name, product_id);
create index product_card_expiry on catalogue.product_card (expires_on, product_id);
create index product_card_province on catalogue.product_card (province_code, set_code, star);
create index product_card_commune on catalogue.product_card (commune_code, sort_name);
create index product_card_old_province on catalogue.product_card (old_province_code, old_district_code);
create index product_card_unit on catalogue.product_card (unit_code, unit_scheme);
create index product_card_set on catalogue.product_card (set_code, star);
create index product_card_group on catalogue.product_card (group_code, star, province_code);
create index product_card_producer on catalogue.product_card (producer_id, sort_name);
create index product_card_hold on catalogue.product_card (hold) where hold <> 'none';

create table catalogue.producer_card (
  producer_id uuid primary key,
  public_id text not null unique,
  name text not null,
  kind_code text not null,
  province_code text not null,
  province_name text not null,
  commune_code text,
  commune_name text,
  products integer not null check (products > 0),
  best_star smallint not null check (best_star between 3 and 5),
  updated_at timestamptz not null,
  sort_name text collate "C" not null,
  accented_head text not null,
  all_words tsvector not null
);
create index producer_card_words on catalogue.producer_card using gin (all_words) with (fastupdate = off);
create index producer_card_name_trigram on catalogue.producer_card using gin (sort_name gin_trgm_ops) with (fastupdate = off);
create index producer_card_name on catalogue.producer_card (sort_name, producer_id);
create index producer_card_province on catalogue.producer_card (province_code, sort_name);
create index producer_card_commune on catalogue.producer_card (commune_code);
create index producer_card_kind on catalogue.producer_card (kind_code, sort_name);

-- For every filter value the set of its products, as bits at their positions, 8,192 positions a row: any combination of filters is
-- counted by "and" and a population count, in a time that hardly depends on how many products there are.
create table catalogue.facet_bitmap (
  facet text not null check (facet in ('all', 'province', 'oldProvince', 'group', 'set', 'star', 'standing', 'kind')),
  value text not null,
  chunk integer not null check (chunk >= 0),
  bits bit varying(8192) not null check (length(bits) = 8192),
  primary key (facet, value, chunk)
);
alter table catalogue.facet_bitmap alter column bits set storage plain;
create index facet_bitmap_chunk on catalogue.facet_bitmap (chunk);

-- Addresses that once showed something: they answer "gone", not "never heard of it".
create table catalogue.once_public (
  public_id text primary key,
  kind text not null check (kind in ('product', 'producer')),
  left_at timestamptz not null
);

-- The words and pairs of neighbouring words that occur, without accents: what a mistyped word is compared with.
create table catalogue.term (
  term text collate "C" primary key,
  words smallint not null check (words in (1, 2)),
  products integer not null,
  -- the usual spelling with accents, where the word stands in a name
  spelling text
);
create index term_trigram on catalogue.term using gin (term gin_trgm_ops) where words = 1;

-- Other words for the same thing: one finds what is written with the other. A spelling by ear holds whatever accents were typed;
-- a word of its own (sắn, not sản) holds only where the accents typed, if any, are its own.
create table catalogue.synonym (
  phrase text not null check (phrase <> '' and phrase = catalogue.accented_words(phrase)),
  alternative text not null check (alternative <> '' and alternative = catalogue.accented_words(alternative)),
  kind text not null check (kind in ('sound', 'word')),
  plain_phrase text generated always as (catalogue.plain_words(phrase)) stored,
  primary key (phrase, alternative)
);
create index synonym_plain_phrase on catalogue.synonym (plain_phrase);
insert into catalogue.synonym (phrase, alternative, kind)
  select catalogue.accented_words(phrase), catalogue.accented_words(alternative), 'sound' from (values
    ('ca fe', 'cà phê'), ('cafe', 'cà phê'), ('cafee', 'cà phê'), ('caphe', 'cà phê'), ('cape', 'cà phê'), ('coffee', 'cà phê'), ('cofee', 'cà phê'),
    ('cacao', 'ca cao'), ('cocoa', 'ca cao'), ('nuocmam', 'nước mắm'), ('matong', 'mật ong'), ('hattieu', 'hạt tiêu'), ('hatdieu', 'hạt điều'),
    ('banhtrang', 'bánh tráng'), ('saurieng', 'sầu riêng'), ('thanhlong', 'thanh long'), ('yaourt', 'sữa chua'), ('yogurt', 'sữa chua'), ('yogurt', 'da ua'),
    ('atiso', 'actiso'), ('actiso', 'atiso'), ('artichoke', 'atiso'), ('macadamia', 'mắc ca'), ('maca', 'mắc ca'), ('gao lut', 'gạo lức'), ('gao luc', 'gạo lứt'),
    ('tea', 'trà'), ('tea', 'chè'), ('honey', 'mật ong'), ('rice', 'gạo'), ('fish sauce', 'nước mắm'), ('pepper', 'hạt tiêu'), ('pepper', 'tiêu'),
    ('cashew', 'hạt điều'), ('salt', 'muối'), ('shrimp', 'tôm'), ('fish', 'cá'), ('mushroom', 'nấm'), ('ginger', 'gừng'), ('turmeric', 'nghệ'),
    ('durian', 'sầu riêng'), ('mango', 'xoài'), ('pomelo', 'bưởi'), ('orange', 'cam'), ('banana', 'chuối'), ('coconut', 'dừa'), ('garlic', 'tỏi'),
    ('wine', 'rượu'), ('noodles', 'bún'), ('noodles', 'miến'), ('silk', 'lụa'), ('tourism', 'du lịch'), ('pork', 'thịt lợn'), ('beef', 'thịt bò'),
    ('chicken', 'gà'), ('duck', 'vịt'), ('egg', 'trứng'), ('ginseng', 'sâm'), ('lotus', 'sen'), ('dragon fruit', 'thanh long'), ('peanut', 'lạc'),
    ('sugar', 'đường'), ('milk', 'sữa'), ('cooperative', 'hợp tác xã'), ('company', 'công ty'),
    ('htx', 'hợp tác xã'), ('hop tac xa', 'htx'), ('tht', 'tổ hợp tác'), ('to hop tac', 'tht'), ('cty', 'công ty'), ('cong ty', 'cty'), ('hkd', 'hộ kinh doanh'),
    ('ho kinh doanh', 'hkd'), ('tnhh', 'trách nhiệm hữu hạn'), ('trach nhiem huu han', 'tnhh'), ('dntn', 'doanh nghiệp tư nhân'), ('doanh nghiep tu nhan', 'dntn')
  ) as pair (phrase, alternative);
insert into catalogue.synonym (phrase, alternative, kind)
  select catalogue.accented_words(pair.phrase), catalogue.accented_words(pair.alternative), 'word' from (values
    ('chè', 'trà'), ('lợn', 'heo'), ('ngô', 'bắp'), ('lạc', 'đậu phộng'), ('lạc', 'đậu phụng'), ('sắn', 'khoai mì'), ('bánh đa', 'bánh tráng'),
    ('mắm tôm', 'mắm ruốc'), ('nem rán', 'chả giò'), ('cá quả', 'cá lóc'), ('na', 'mãng cầu'), ('vừng', 'mè'), ('mộc nhĩ', 'nấm mèo'), ('dứa', 'khóm'),
    ('sữa chua', 'da ua')
  ) as given (one, other)
  cross join lateral (values (given.one, given.other), (given.other, given.one)) as pair (phrase, alternative);
