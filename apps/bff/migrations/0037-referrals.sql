-- Help that somebody else decides about: asked for with consent, followed to an end, seen by the resident.
create table referrals (
  id uuid primary key,
  office_id text not null references offices,
  district text not null,
  -- A referral of the policy package, or `apply`: helped to apply.
  target text not null,
  run_id uuid references procedure_runs,
  application_id uuid references submissions,
  case_id uuid references case_files,
  -- Of whom no case and no account is known.
  person_hash bytea,
  person_sealed bytea not null,
  number text,
  why_sealed bytea not null,
  state text not null check (state in ('asked', 'agreed', 'sent', 'granted', 'not-fitting', 'not-wanted')),
  proposed_on date not null,
  consent_on date,
  consent_how text check (consent_how in ('app', 'spoken')),
  sent_on date,
  -- By when it should have gone on; after it, it comes back.
  due date not null,
  due_provisional boolean not null,
  came_back integer not null default 0,
  ended_on date,
  fingerprint bytea not null,
  -- Nothing of a person goes anywhere without their word, and nothing ends without an outcome.
  check ((consent_on is null) = (consent_how is null)),
  check (state not in ('agreed', 'sent', 'granted', 'not-fitting') or consent_on is not null),
  check (state not in ('sent', 'granted', 'not-fitting') or sent_on is not null),
  check ((state in ('granted', 'not-fitting', 'not-wanted')) = (ended_on is not null))
);
create index referrals_open on referrals (office_id, due, id) where ended_on is null;
create index referrals_ended on referrals (office_id, ended_on, id) where ended_on is not null;
create index referrals_by_run on referrals (run_id) where run_id is not null;
create index referrals_by_case on referrals (case_id) where case_id is not null;
create index referrals_by_application on referrals (application_id) where application_id is not null;
create index referrals_by_person on referrals (person_hash) where person_hash is not null;

create table referral_steps (
  id bigint generated always as identity primary key,
  referral_id uuid not null references referrals,
  office_id text not null references offices,
  kind text not null check (kind in ('asked', 'agreed', 'sent', 'followed', 'granted', 'not-fitting', 'not-wanted')),
  on_day date not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'account', 'system')),
  actor_id text not null,
  words_sealed bytea
);
create index referral_steps_by_referral on referral_steps (referral_id, id);

do $$
declare
  one record;
begin
  for one in
    select conrelid::regclass as tab, conname, pg_get_constraintdef(oid) as def,
      replace(replace(pg_get_constraintdef(oid), '''alert''::text', '''alert''::text, ''referral''::text'),
        '''decision''::text', '''decision''::text, ''referral''::text') as wider
    from pg_constraint where conname in ('work_items_kind_check', 'work_items_subject', 'messages_subject_kind_check')
  loop
    if one.wider = one.def then raise exception 'constraint % is not as expected', one.conname; end if;
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.tab, one.conname, one.conname, one.wider);
  end loop;
end
$$;
