-- What was asked of other units about whom, on whose signature, what came back and when. No answer is a reason by itself: nothing here
-- is read by anything that decides about money.

-- Signatures on paper, and what was taken back; what was signed in the app stands in `signatures`. The newest of a member counts.
create table check_authorisations (
  id bigint generated always as identity primary key,
  office_id text not null references offices,
  application_id uuid references submissions,
  case_id uuid references case_files,
  member_id text not null,
  what text not null check (what in ('given', 'withdrawn')),
  on_day date not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'account')),
  actor_id text not null,
  check ((application_id is null) <> (case_id is null)),
  -- Paper is seen by somebody of the office; only the person takes back in the app.
  check (what = 'withdrawn' or actor_kind = 'staff')
);
create index check_authorisations_by_application on check_authorisations (application_id) where application_id is not null;
create index check_authorisations_by_case on check_authorisations (case_id) where case_id is not null;

create table cross_checks (
  -- The id of the event that asked for it.
  id uuid primary key,
  run_id uuid not null references procedure_runs,
  office_id text not null references offices,
  asked_by text not null,
  asked_at timestamptz not null,
  -- `answered`: every source did. `officer`: somebody ended it and wrote why.
  ended_how text check (ended_how in ('answered', 'officer')),
  ended_at timestamptz,
  check ((ended_how is null) = (ended_at is null))
);
create index cross_checks_by_run on cross_checks (run_id, asked_at);

create table cross_check_people (
  check_id uuid not null references cross_checks,
  member_id text not null,
  office_id text not null references offices,
  authorised boolean not null,
  authorised_on date,
  -- A child signs nothing and is not asked about.
  child boolean not null default false,
  number_hash bytea,
  person_sealed bytea not null,
  primary key (check_id, member_id),
  unique (check_id, member_id, authorised),
  check (authorised = (authorised_on is not null))
);
create index cross_check_people_by_number on cross_check_people (number_hash) where number_hash is not null;

create table cross_check_questions (
  id uuid primary key,
  check_id uuid not null references cross_checks,
  office_id text not null references offices,
  member_id text not null,
  -- Nobody is asked about without a signature, whatever code asks.
  authorised boolean not null default true check (authorised),
  item text not null,
  source text not null,
  state text not null check (state in ('waiting', 'asking', 'answered', 'silent', 'not-asked')),
  run_at timestamptz not null,
  asking_since timestamptz,
  tries integer not null default 0,
  first_asked_at timestamptz,
  -- The day the source says its answer is of.
  answered_on date,
  answered_at timestamptz,
  answer_sealed bytea,
  -- Of one that was not asked: `no-number`, `withdrawn`, `ended`.
  why text,
  foreign key (check_id, member_id, authorised) references cross_check_people (check_id, member_id, authorised),
  unique (check_id, member_id, item, source),
  check ((state = 'answered') = (answer_sealed is not null) and (answer_sealed is null) = (answered_on is null)),
  check ((state = 'not-asked') = (why is not null)),
  check ((state = 'asking') = (asking_since is not null))
);
create index cross_check_questions_waiting on cross_check_questions (run_at, id) where state = 'waiting';
create index cross_check_questions_asking on cross_check_questions (asking_since) where state = 'asking';

create table cross_check_disputes (
  id uuid primary key,
  question_id uuid not null references cross_check_questions,
  check_id uuid not null references cross_checks,
  office_id text not null references offices,
  account_id uuid not null references accounts,
  at timestamptz not null,
  words_sealed bytea not null,
  fingerprint bytea not null,
  answered_at timestamptz,
  answered_by text,
  answer_sealed bytea,
  check ((answered_at is null) = (answer_sealed is null) and (answered_at is null) = (answered_by is null))
);
create index cross_check_disputes_by_check on cross_check_disputes (check_id, at);

do $$
declare
  subjects text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'messages_subject_kind_check');
begin
  execute 'alter table messages drop constraint messages_subject_kind_check, add constraint messages_subject_kind_check '
    || replace(subjects, '''decision''::text', '''decision''::text, ''cross-check''::text');
end
$$;
