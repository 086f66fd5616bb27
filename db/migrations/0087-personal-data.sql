-- What a person may ask about their own data (Law 91/2025/QH15), by when it is answered, and how long things about people are kept.
create schema personal_data;

-- Legal holidays on weekdays, with the day off that makes up for one on a weekend: Labour Code 45/2019/QH14, articles 111 and 112.
create table personal_data.holiday (
  day date primary key,
  name_vi text not null,
  name_en text not null
);
insert into personal_data.holiday (day, name_vi, name_en) values
  ('2026-01-01', 'Tết Dương lịch', 'New Year'),
  ('2026-02-16', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-02-17', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-02-18', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-02-19', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-02-20', 'Tết Nguyên đán', 'Lunar New Year'),
  ('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'In lieu of the Hung Kings’ day'),
  ('2026-04-30', 'Ngày Chiến thắng', 'Victory Day'),
  ('2026-05-01', 'Ngày Quốc tế lao động', 'Labour Day'),
  ('2026-09-01', 'Quốc khánh', 'National Day'),
  ('2026-09-02', 'Quốc khánh', 'National Day'),
  ('2027-01-01', 'Tết Dương lịch', 'New Year');

create table personal_data.request (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('access', 'correction', 'erasure', 'consent-withdrawal')),
  producer_id uuid not null references producers.producer (id),
  private_requester text not null,
  private_contact text not null default '',
  private_detail text not null default '',
  received_on date not null,
  due_on date not null check (due_on > received_on),
  state text not null default 'open' check (state in ('open', 'done', 'refused')),
  answer text,
  answered_by uuid references accounts.account (id),
  answered_by_name text,
  answered_at timestamptz,
  recorded_by uuid references accounts.account (id),
  recorded_at timestamptz not null,
  check ((state = 'open') = (answered_at is null)),
  check ((state = 'open') = (answer is null))
);
create index request_producer on personal_data.request (producer_id);
create index request_open on personal_data.request (due_on, id) where state = 'open';
create index request_list on personal_data.request (due_on desc, id);
create index request_answered on personal_data.request (answered_at) where answered_at is not null;
create index request_answered_by on personal_data.request (answered_by);
create index request_recorded_by on personal_data.request (recorded_by);

-- Sessions and sign-in attempts are forgotten by accounts:sweep as soon as they can no longer be used or counted.
create table personal_data.retention_rule (
  code text primary key check (code in ('invitations', 'answered-requests')),
  keep_days integer not null check (keep_days > 0),
  what_vi text not null,
  what_en text not null
);
insert into personal_data.retention_rule (code, keep_days, what_vi, what_en) values
  ('invitations', 90, 'Lời mời đã dùng hoặc đã hết hạn', 'Invitations that were used or ran out'),
  ('answered-requests', 1095, 'Người gửi và nội dung của yêu cầu đã trả lời', 'Sender and content of answered requests');
