-- What came with the requests of persons is watched like every other record; who asked and what for is never in the log.
select audit.watch('personal_data.request'::regclass, $$'producer'$$, 'x.producer_id', 'x.id::text',
  '{private_requester,private_contact,private_detail,answered_by_name}', '{}', '{insert,update,delete}');
select audit.watch('personal_data.retention_rule'::regclass, $$'retention-rule'$$, 'null::uuid', 'x.code', '{}', '{}', '{insert,update,delete}');
select audit.watch('personal_data.holiday'::regclass, $$'holiday'$$, 'null::uuid', 'x.day::text', '{}', '{}', '{insert,update,delete}');

insert into audit.unwatched (table_name, reason) values
  ('platform.job_worker', 'which worker processes are alive now; of no record');
