-- The round of a village's assistant: her sign-in at the desk tied to the phone in her hand, and what she brought back from each door.

-- Villages whose households an assistant sees; none named is none seen.
alter table staff_accounts add column villages text[] not null default '{}';

-- Shown once at the desk to who signed in there; good for ten minutes and one phone.
create table round_codes (
  hash bytea primary key,
  staff_id text not null references staff_accounts,
  office_id text not null references offices,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table round_ties (
  id uuid primary key,
  staff_id text not null references staff_accounts,
  account_id uuid not null references accounts,
  office_id text not null references offices,
  tied_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  -- A clerk or the assistant herself (staff id), or her phone.
  ended_by text,
  check ((ended_at is null) = (ended_by is null))
);
-- One phone at a time.
create unique index round_ties_one_phone on round_ties (staff_id) where ended_at is null;
create unique index round_ties_one_assistant on round_ties (account_id) where ended_at is null;
create index round_ties_by_office on round_ties (office_id, tied_at);

create table doors (
  id uuid primary key,
  office_id text not null references offices,
  staff_id text not null references staff_accounts,
  account_id uuid not null references accounts,
  tie_id uuid not null references round_ties,
  case_id uuid references case_files,
  visit_id uuid references visits,
  change_id uuid references change_notices,
  number text not null unique,
  on_day date not null,
  at timestamptz not null,
  fingerprint bytea not null,
  -- Names, who was seen, wishes, note, hashes of the photos.
  record_sealed bytea not null,
  -- "I did not agree", in the household's words, and what it was answered.
  not_agreed_at timestamptz,
  not_agreed_sealed bytea,
  answered_at timestamptz,
  answer_sealed bytea,
  check ((not_agreed_at is null) = (not_agreed_sealed is null)),
  check ((answered_at is null) = (answer_sealed is null))
);
create index doors_by_case on doors (case_id, at) where case_id is not null;
create index doors_by_office on doors (office_id, at);

-- A door is a subject of the queue, of photos and of messages too. What others added to these lists meanwhile stays.
do $$
declare
  one record;
  said text;
begin
  for one in select * from (values
    ('work_items', 'work_items_kind_check'), ('work_items', 'work_items_subject'),
    ('files', 'files_subject_kind_check'), ('messages', 'messages_subject_kind_check')) as t(tab, con)
  loop
    select pg_get_constraintdef(c.oid) into said from pg_constraint c where c.conrelid = one.tab::regclass and c.conname = one.con;
    execute format('alter table %I drop constraint %I', one.tab, one.con);
    execute format('alter table %I add constraint %I %s', one.tab, one.con, replace(said, 'ARRAY[', 'ARRAY[''door''::text, '));
  end loop;
end
$$;
