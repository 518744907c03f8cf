-- Objections and complaints: two lanes of the queue, what was said, what was looked into, and the answer. Whom it is about sees nothing of it.

-- Other migrations add kinds of their own to these lists, so that this one adds to whatever stands there.
do $$
declare
  one record;
  list text;
begin
  for one in
    select c.conrelid::regclass as tab, c.conname, pg_get_constraintdef(c.oid) as def, w.after, w.added
    from (values
      ('work_items_kind_check', '''alert''::text', '''objection''::text, ''complaint''::text'),
      ('work_items_subject', '''alert''::text', '''objection''::text, ''complaint''::text'),
      ('messages_subject_kind_check', '''decision''::text', '''voice''::text')
    ) as w (conname, after, added)
    join pg_constraint c on c.conname = w.conname
  loop
    list := replace(one.def, one.after, one.after || ', ' || one.added);
    if list = one.def then raise exception 'constraint % is not as expected', one.conname; end if;
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.tab, one.conname, one.conname, list);
  end loop;
end
$$;

alter table posting_objections
  -- Name and phone of who left them; opened for who works on it only.
  add column teller_sealed bytea,
  -- Who wants to be told in the app that there is an answer. Nothing else is done with it.
  add column account_id uuid references accounts on delete set null;

-- What was looked into about an objection, beside the record of the procedure: the household's procedure shows nothing of it.
create table objection_notes (
  id uuid primary key,
  -- The event on record.
  objection_id uuid not null references procedure_events (id),
  office_id text not null references offices,
  staff_id text not null,
  at timestamptz not null,
  words_sealed bytea not null,
  fingerprint bytea not null
);
create index objection_notes_by_objection on objection_notes (objection_id, at);

create table complaints (
  -- Made on the phone.
  id uuid primary key,
  -- The township it happened in. What is said of its handling or its people is not looked into there.
  office_id text not null references offices,
  district text not null,
  looked_at_by text not null check (looked_at_by in ('township', 'district')),
  about text not null check (about in ('household', 'handling', 'staff')),
  named boolean not null,
  number text not null unique,
  secret_hash bytea not null,
  secret_sealed bytea not null,
  -- Words, whom it is about, and where there is one the name and phone of who says it.
  content_sealed bytea not null,
  account_id uuid references accounts on delete set null,
  at timestamptz not null,
  state text not null check (state in ('received', 'opened', 'answered')),
  found text check (found in ('as-said', 'partly', 'nothing-found', 'not-ours')),
  fingerprint bytea not null,
  check ((looked_at_by = 'township') = (about = 'household')),
  check ((state = 'answered') = (found is not null))
);
create index complaints_of_district on complaints (district, at, id) where looked_at_by = 'district';

-- Steps of the policy package's procedure for reports, in order.
create table complaint_events (
  id uuid primary key,
  complaint_id uuid not null references complaints,
  seq integer not null,
  office_id text not null references offices,
  kind text not null check (kind in ('opened', 'looked-into', 'answered')),
  happened_on date not null,
  at timestamptz not null,
  role text not null check (role in ('resident', 'township', 'district')),
  staff_id text,
  words_sealed bytea,
  fingerprint bytea not null,
  unique (complaint_id, seq)
);

create function voices_are_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name;
end
$$;
create trigger objection_notes_are_only_added_to before update or delete or truncate on objection_notes
  for each statement execute function voices_are_only_added_to();
create trigger complaint_events_are_only_added_to before update or delete or truncate on complaint_events
  for each statement execute function voices_are_only_added_to();
