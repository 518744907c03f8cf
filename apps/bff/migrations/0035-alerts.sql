-- Alerts as they come in from other units, what a joint meeting is to look at, and who is watched without receiving.
-- Nothing here is read by anything that decides about money: an alert is looked at by people and ends as the policy package says.

create table alerts (
  id uuid primary key,
  office_id text not null references offices,
  district text not null,
  source text not null,
  -- The source's own name of it: the same again is the same, however often it is sent.
  source_key text not null,
  indicator text not null,
  seen_on date not null,
  received_at timestamptz not null,
  -- Several sources may tell of one person: one run looks at all of it.
  run_id uuid not null references procedure_runs,
  case_id uuid references case_files,
  -- Of the person's number; absent where the source has none.
  person_hash bytea,
  content_sealed bytea not null,
  fingerprint bytea not null,
  unique (source, source_key)
);
create index alerts_by_run on alerts (run_id);
create index alerts_by_person on alerts (person_hash) where person_hash is not null;

-- How far each file of alerts was read.
create table alert_sources (
  name text primary key,
  cursor text not null,
  read_at timestamptz not null
);

-- A difficult case for the joint meeting (YMF12-7d, YM239-2-4d): asked for, then who sat and what was decided.
create table joint_meetings (
  id uuid primary key,
  office_id text not null references offices,
  district text not null,
  run_id uuid not null references procedure_runs,
  asked_on date not null,
  asked_by text not null,
  why_sealed bytea not null,
  held_on date,
  -- Who sat, what was decided.
  record_sealed bytea,
  recorded_by text,
  recorded_at timestamptz,
  check ((held_on is null) = (record_sealed is null) and (held_on is null) = (recorded_by is null))
);
create index joint_meetings_open on joint_meetings (office_id, asked_on, id) where held_on is null;
-- One at a time on one matter.
create unique index joint_meetings_one_open on joint_meetings (run_id) where held_on is null;

-- At risk and not entitled now (JLP53-5-4e). No document says for how long: an officer ends it and writes why.
create table watched_households (
  id uuid primary key,
  office_id text not null references offices,
  district text not null,
  kind text not null check (kind in ('at-risk')),
  run_id uuid not null unique references procedure_runs,
  since date not null,
  ended_on date,
  ended_by text,
  why_sealed bytea,
  check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (why_sealed is null))
);
create index watched_households_open on watched_households (office_id, since, id) where ended_on is null;

-- What other migrations let in stays let in: these add to what stands there.
do $$
declare
  one record;
begin
  for one in
    select conrelid::regclass as tab, conname, pg_get_constraintdef(oid) as def,
      replace(pg_get_constraintdef(oid), '''alert''::text', '''alert''::text, ''meeting''::text') as wider
    from pg_constraint where conname in ('work_items_kind_check', 'work_items_subject')
  loop
    if one.wider = one.def then raise exception 'constraint % is not as expected', one.conname; end if;
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.tab, one.conname, one.conname, one.wider);
  end loop;
end
$$;
