-- Urgent help. Nobody is signed in: whoever sent a call knows its secret, and nothing else opens it to a resident.
create table urgent_calls (
  -- Made on the phone: the same call again is the same call.
  id uuid primary key,
  office_id text not null references offices,
  -- 6 digits; whose duty it is handed on to.
  district text not null,
  -- As applications have them, from the same running numbers.
  number text not null unique,
  secret_hash bytea not null,
  fingerprint bytea not null,
  -- What was said, by whom, from where, whom to call back.
  told_sealed bytea not null,
  kind text,
  safe text,
  -- Seconds of sound that were announced with it.
  sound_seconds integer,
  received_at timestamptz not null,
  received_on date not null,
  -- In minutes by the clock on the wall; night and holidays count.
  call_back_by timestamptz not null,
  reached_at timestamptz,
  handed_on_at timestamptz,
  ended_at timestamptz,
  ending text check (ending in ('small-sum', 'application', 'referred', 'told', 'not-reached')),
  ended_by text references staff_accounts,
  end_sealed bytea,
  end_fingerprint bytea,
  -- Claimed by a verified identity.
  account_id uuid references accounts,
  application_id uuid unique references submissions,
  check ((ended_at is null) = (ending is null) and (ended_at is null) = (end_sealed is null)),
  check (application_id is null or account_id is not null)
);
create index urgent_calls_open on urgent_calls (office_id, call_back_by, id) where ended_at is null;
create index urgent_calls_to_hand_on on urgent_calls (call_back_by) where ended_at is null and reached_at is null and handed_on_at is null;
create index urgent_calls_by_account on urgent_calls (account_id) where account_id is not null;

-- Of a call that is here already: nobody can leave sounds without one.
create table urgent_sounds (
  call_id uuid primary key references urgent_calls,
  office_id text not null references offices,
  media_type text not null,
  bytes integer not null,
  seconds integer not null,
  fingerprint bytea not null,
  stored_at text not null unique,
  received_at timestamptz not null
);

-- Every try to reach the person, dated.
create table urgent_tries (
  id uuid primary key,
  call_id uuid not null references urgent_calls,
  office_id text not null references offices,
  staff_id text not null references staff_accounts,
  at timestamptz not null,
  outcome text not null check (outcome in ('reached', 'no-answer', 'wrong-number', 'not-there')),
  note_sealed bytea not null,
  fingerprint bytea not null
);
create index urgent_tries_by_call on urgent_tries (call_id, at, id);

-- What the district's duty sees of its townships: single calls, with why and until when.
create table urgent_shares (
  call_id uuid not null references urgent_calls,
  office_id text not null references offices,
  district text not null,
  reason text not null check (reason in ('not-called-back')),
  given_at timestamptz not null,
  -- When the call has its end; a look back is possible that long.
  ends_at timestamptz,
  primary key (call_id, district)
);
create index urgent_shares_by_district on urgent_shares (district, given_at) where ends_at is null;

-- A call that became an application keeps its date.
alter table applications add column asked_on date;

-- A small sum is given first on an urgent call; there is no application and no case yet.
alter table procedure_runs
  add column urgent_call_id uuid references urgent_calls,
  drop constraint procedure_runs_about,
  add constraint procedure_runs_about check (application_id is not null or case_id is not null or urgent_call_id is not null);
create unique index procedure_runs_one_per_urgent_call on procedure_runs (urgent_call_id) where urgent_call_id is not null;

-- One kind more, whatever kinds there are by now.
do $$
declare
  kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'work_items_kind_check' and conrelid = 'work_items'::regclass);
  subject text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'work_items_subject' and conrelid = 'work_items'::regclass);
begin
  alter table work_items drop constraint work_items_kind_check, drop constraint work_items_subject;
  execute format('alter table work_items add constraint work_items_kind_check check (kind = ''urgent'' or (%s))', kinds);
  execute format('alter table work_items add constraint work_items_subject check (case when kind = ''urgent'' then subject_id is not null else (%s) end)', subject);
end
$$;
-- The next one is an urgent one, if there is any.
create index work_items_urgent on work_items (office_id, received_at, id) where open and kind = 'urgent';
