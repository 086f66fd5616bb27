-- Every role of the programme, from the ministry to the producer, and the systems that call the API.
alter table accounts.role drop constraint role_tier_check;
alter table accounts.role add constraint role_tier_check
  check (tier in ('ministry', 'province', 'commune', 'producer', 'partner', 'system'));

-- A grant names nothing (the whole country), a unit, or one producer. The producer is of a later tier, so no foreign key reaches it.
alter table accounts.role_grant
  add column producer_id uuid,
  add constraint role_grant_one_place check (unit_code is null or producer_id is null);
create index role_grant_producer on accounts.role_grant (producer_id) where producer_id is not null;
create index role_grant_unit on accounts.role_grant (unit_scheme, unit_code);

alter table accounts.invitation
  add column producer_id uuid,
  add constraint invitation_one_place check (unit_code is null or producer_id is null);

insert into accounts.role (code, tier, name_vi, name_en) values
  ('ministry-officer', 'ministry', 'Cán bộ chương trình cấp Bộ', 'Ministry programme officer'),
  ('ministry-auditor', 'ministry', 'Kiểm toán viên', 'Auditor'),
  ('province-administrator', 'province', 'Quản trị viên cấp tỉnh', 'Provincial administrator'),
  ('advisory-member', 'province', 'Thành viên tổ tư vấn', 'Advisory-team member'),
  ('council-member', 'province', 'Ủy viên Hội đồng', 'Council member'),
  ('council-secretary', 'province', 'Thư ký Hội đồng', 'Council secretary'),
  ('council-chair', 'province', 'Chủ tịch Hội đồng', 'Council chair'),
  ('authority', 'province', 'Người có thẩm quyền ký quyết định', 'Deciding authority'),
  ('inspector', 'province', 'Cán bộ kiểm tra, giám sát', 'Inspector'),
  ('commune-officer', 'commune', 'Cán bộ OCOP cấp xã', 'Commune OCOP officer'),
  ('producer-owner', 'producer', 'Đại diện chủ thể', 'Producer owner'),
  ('producer-staff', 'producer', 'Nhân viên của chủ thể', 'Producer staff'),
  ('partner-manager', 'partner', 'Quản lý của sàn thương mại điện tử', 'Marketplace partner manager'),
  ('marketplace-client', 'system', 'Hệ thống của sàn thương mại điện tử', 'Marketplace system'),
  ('research-client', 'system', 'Hệ thống nghiên cứu, liên thông', 'Research or exchange system');

-- reads: what everybody in the state's service sees in their scope
insert into accounts.role_permission (role_code, permission)
  select r.code, p.permission
  from accounts.role r
  cross join (values ('producers.read'), ('products.read'), ('recognitions.read')) as p (permission)
  where r.code in ('ministry-officer', 'ministry-auditor', 'province-administrator', 'advisory-member', 'council-member',
    'council-secretary', 'council-chair', 'authority', 'inspector', 'commune-officer', 'producer-owner', 'producer-staff');

insert into accounts.role_permission (role_code, permission) values
  ('ministry-administrator', 'accounts.read'), ('ministry-administrator', 'accounts.manage'), ('ministry-administrator', 'letters.read'),
  ('ministry-administrator', 'api-clients.manage'), ('ministry-administrator', 'audit.read'), ('ministry-administrator', 'changes.propose'),
  ('ministry-administrator', 'changes.decide'), ('ministry-administrator', 'producers.assist'), ('ministry-administrator', 'code-lists.edit'),
  ('ministry-administrator', 'personal-data.answer'),
  ('ministry-officer', 'imports.read'), ('ministry-officer', 'exports.run'), ('ministry-officer', 'accounts.read'),
  ('ministry-officer', 'code-lists.edit'), ('ministry-officer', 'changes.decide'),
  ('ministry-auditor', 'imports.read'), ('ministry-auditor', 'exports.run'), ('ministry-auditor', 'accounts.read'), ('ministry-auditor', 'audit.read'),
  ('province-administrator', 'accounts.read'), ('province-administrator', 'accounts.invite'), ('province-administrator', 'accounts.manage'),
  ('province-administrator', 'letters.read'), ('province-administrator', 'audit.read'), ('province-administrator', 'changes.propose'),
  ('province-administrator', 'changes.decide'),
  ('province-administrator', 'producers.assist'), ('province-administrator', 'personal-data.answer'),
  ('province-administrator', 'producers.edit'), ('province-administrator', 'producers.merge'),
  ('province-administrator', 'products.edit'), ('province-administrator', 'products.merge'),
  ('province-administrator', 'recognitions.record'), ('province-administrator', 'imports.read'), ('province-administrator', 'imports.run'),
  ('province-administrator', 'places.decide'), ('province-administrator', 'exports.run'),
  ('province-officer', 'accounts.read'), ('province-officer', 'accounts.invite'), ('province-officer', 'accounts.manage'),
  ('province-officer', 'changes.propose'), ('province-officer', 'changes.decide'), ('province-officer', 'producers.assist'),
  ('authority', 'exports.run'), ('inspector', 'exports.run'), ('council-secretary', 'exports.run'),
  ('commune-officer', 'accounts.read'), ('commune-officer', 'accounts.invite'), ('commune-officer', 'accounts.manage'),
  ('commune-officer', 'changes.propose'), ('commune-officer', 'producers.assist'), ('commune-officer', 'exports.run'),
  ('producer-owner', 'accounts.read'), ('producer-owner', 'accounts.invite'), ('producer-owner', 'accounts.manage'),
  ('producer-owner', 'changes.propose'),
  ('producer-staff', 'changes.propose');
