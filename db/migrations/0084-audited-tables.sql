-- The one list of what is watched: every table of record. A later migration that makes a table adds it here by audit.watch, or to audit.unwatched
-- with the reason; audit/coverage.test.ts fails where neither happened. `x` stands for the row.
create function pg_temp.watch(table_name text, kind_sql text, id_sql text, key_sql text default 'x.id::text', hidden text[] default '{}', left_out text[] default '{}',
  operations text[] default '{insert,update,delete}') returns void language plpgsql as $$
begin
  -- Some of these belong to domains that an installation may have got later; a table that is not there yet is watched by its own migration.
  if to_regclass(table_name) is not null then perform audit.watch(to_regclass(table_name), kind_sql, id_sql, key_sql, hidden, left_out, operations); end if;
end $$;

select pg_temp.watch('producers.producer', $$'producer'$$, 'x.id', hidden => '{private_representative,private_representative_gender,private_representative_ethnicity,phone,email,address_text,tax_number}',
  left_out => '{folded_name,match_name,updated_at,updated_by,updated_by_name}');
select pg_temp.watch('producers.merger', $$'producer'$$, 'x.kept_id');
select pg_temp.watch('products.product', $$'product'$$, 'x.id', hidden => '{address_text}', left_out => '{folded_name,match_name,updated_at,updated_by,updated_by_name}');
select pg_temp.watch('products.merger', $$'product'$$, 'x.kept_id');
select pg_temp.watch('products.code_alias', $$'product'$$, 'x.product_id', 'x.code');
select pg_temp.watch('products.picture', $$'product'$$, 'x.product_id');
select pg_temp.watch('certification.recognition', $$'product'$$, 'x.product_id');
select pg_temp.watch('certification.standing_event', $$'product'$$, '(select r.product_id from certification.recognition r where r.id = x.recognition_id)');
select pg_temp.watch('provenance.source', $$'source'$$, 'x.id');
select pg_temp.watch('provenance.fact', $$case x.subject_kind when 'recognition' then 'product' else x.subject_kind end$$,
  $$case x.subject_kind when 'recognition' then (select r.product_id from certification.recognition r where r.id = x.subject_id) else x.subject_id end$$,
  hidden => '{content}');
select pg_temp.watch('imports.batch', $$'import'$$, 'x.id', hidden => '{file_name}', left_out => '{header,header_signature,sheet_names,progress_step,progress_done,progress_total,attempt,sender_scope,failure_vi,failure_en}');
select pg_temp.watch('platform.file', $$'file'$$, 'x.id', hidden => '{original_name}');

select pg_temp.watch('accounts.account', $$'account'$$, 'x.id', hidden => '{login,display_name,password_hash,email}', left_out => '{folded_login,folded_name}');
select pg_temp.watch('accounts.role_grant', $$'account'$$, 'x.account_id', left_out => '{producer_name}');
select pg_temp.watch('accounts.invitation', $$'invitation'$$, 'md5(x.token_hash)::uuid', 'md5(x.token_hash)', hidden => '{token_hash,display_name,email}', left_out => '{id}');
select pg_temp.watch('accounts.session', $$'account'$$, 'x.account_id', 'md5(x.token_hash)', hidden => '{token_hash,device,network}', left_out => '{last_seen_at,reference}', operations => '{insert,update}');
select pg_temp.watch('accounts.role', $$'role'$$, 'null::uuid', 'x.code');
select pg_temp.watch('accounts.role_permission', $$'role'$$, 'null::uuid', $$x.role_code || ' ' || x.permission$$);
select pg_temp.watch('accounts.role_issues', $$'role'$$, 'null::uuid', $$x.issuer_role || ' ' || x.role_code$$);
select pg_temp.watch('accounts.role_entrusts', $$'role'$$, 'null::uuid', $$x.issuer_role || ' ' || x.role_code || ' ' || x.permission$$);
select pg_temp.watch('accounts.account_event', $$'account'$$, 'x.account_id');
select pg_temp.watch('accounts.handover', $$'account'$$, 'x.from_account_id');
select pg_temp.watch('accounts.invitation_list', $$'invitation-list'$$, 'x.id', hidden => '{file_name}');
select pg_temp.watch('accounts.factor_policy', $$'role'$$, 'null::uuid', 'x.role_code');
select pg_temp.watch('accounts.totp', $$'account'$$, 'x.account_id', 'null', hidden => '{sealed_secret}', left_out => '{last_step}');
select pg_temp.watch('accounts.recovery_code', $$'account'$$, 'x.account_id', 'null', hidden => '{code_digest}');
select pg_temp.watch('accounts.passkey', $$'account'$$, 'x.account_id', hidden => '{credential_id,public_key,name}', left_out => '{counter,last_used_at}');
select pg_temp.watch('accounts.identity', $$'account'$$, 'x.account_id', 'x.issuer', hidden => '{subject}');
select pg_temp.watch('accounts.api_client', $$'account'$$, 'x.account_id');
select pg_temp.watch('accounts.api_client_secret', $$'api-client'$$, 'x.client_id', 'md5(x.secret_hash)', hidden => '{secret_hash}');
select pg_temp.watch('change_requests.request', 'x.subject_kind', 'x.subject_id', hidden => '{note,author_name}');
select pg_temp.watch('change_requests.request_field', $$'change-request'$$, 'x.request_id', hidden => '{before,proposed}');
select pg_temp.watch('change_requests.evidence', $$'change-request'$$, 'x.request_id');
select pg_temp.watch('change_requests.decision', $$'change-request'$$, 'x.request_id', 'x.request_id::text', hidden => '{decided_by_name}');
select pg_temp.watch('change_requests.field_decision', $$'change-request'$$, 'x.request_id', hidden => '{found}');
select pg_temp.watch('change_requests.assisted_edit', 'x.subject_kind', 'x.subject_id');
select pg_temp.watch('change_requests.consent', $$'producer'$$, 'x.producer_id', hidden => '{private_witness,officer_name}');
select pg_temp.watch('change_requests.consent_end', $$'producer'$$, '(select c.producer_id from change_requests.consent c where c.id = x.consent_id)', 'x.consent_id::text', hidden => '{ended_by_name}');

insert into audit.unwatched (table_name, reason) values
  ('audit.*', 'the log itself: appended only, chained'),
  ('catalogue.*', 'made again from the tables of record at any time'),
  ('administrative_units.*', 'reference data: the files in data/reference and their digest are the record'),
  ('public.migration', 'written by migrations only, each with the digest of its file'),
  ('producers.kind', 'reference data of a migration'),
  ('products.product_group', 'reference data: data/reference/classification.json'),
  ('products.product_subgroup', 'reference data: data/reference/classification.json'),
  ('products.product_set', 'reference data: data/reference/classification.json'),
  ('products.picture_variant', 'sizes made from a picture, which is watched'),
  ('certification.criteria_version', 'reference data of a migration'),
  ('certification.authority_rule', 'reference data of a migration'),
  ('certification.revocation_cause', 'reference data of a migration'),
  ('imports.batch_row', 'a list before it is applied; what it changes is watched in the register, and the file itself is kept'),
  ('imports.made', 'what applying made, watched in the register'),
  ('imports.remembered_mapping', 'a convenience of reading: which column of a list means what'),
  ('accounts.sign_in_attempt', 'counted by digest and forgotten: a list of attempts must not become a list of people'),
  ('accounts.installation_secret', 'made once by a migration, secret'),
  ('accounts.passkey_challenge', 'lives for minutes'),
  ('accounts.pending_sign_in', 'lives for minutes; the session that follows is watched'),
  ('accounts.sign_on_attempt', 'lives for minutes'),
  ('accounts.identity_claim', 'lives for minutes'),
  ('accounts.api_token', 'lives for an hour; the client and its secrets are watched'),
  ('letters.letter', 'a queue that may hold one-time links; the act that a letter tells of is watched'),
  ('notifications.notification', 'tells a person of an act that is watched'),
  ('notifications.preference', 'a person''s own choice of letters');
