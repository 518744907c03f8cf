-- Change notices (变化报告), first opinions on them, and new phone numbers and bank accounts.

-- What was told, as it was told, once and for ever. The id was made on the phone, or at the desk.
create table change_notices (
  id uuid primary key,
  office_id text not null references offices,
  -- Either a resident's account or the clerk who wrote it down at the counter.
  account_id uuid references accounts,
  staff_id text references staff_accounts,
  fingerprint bytea not null,
  form_sealed bytea not null,
  receipt_sealed bytea not null,
  -- Name, phone and how the identity stood on that day.
  reporter_sealed bytea not null,
  -- What was shown as likely, as it was shown.
  effects_sealed bytea not null,
  -- The assessments before and after it; absent where the household is not in the register.
  beside_sealed bytea,
  policy_version text not null,
  told_at timestamptz not null,
  constraint change_notices_teller check ((account_id is null) <> (staff_id is null))
);

create table changes (
  id uuid primary key references change_notices,
  office_id text not null references offices,
  case_id uuid references case_files,
  -- Where only a typed number says whose household it is: for a clerk to look at, it opens nothing.
  match_case_id uuid references case_files,
  account_id uuid references accounts,
  teller_number_hash bytea,
  number text not null unique,
  state text not null check (state in ('received', 'opened', 'opinion', 'settled')),
  -- Ids of life events; `nothing-changed` alone where nothing did.
  events text[] not null,
  told_at timestamptz not null,
  told_on date not null,
  happened_on date,
  photos integer not null,
  -- A clerk saw the person while writing it down.
  saw_person boolean not null default false,
  -- Agreed to be checked for the next benefit without new papers (YMF12-20c).
  pass_on_at timestamptz,
  settled_as text,
  note_sealed bytea,
  constraint changes_one_household check (case_id is null or match_case_id is null),
  constraint changes_settled check ((state = 'settled') = (settled_as is not null))
);
create index changes_by_account on changes (account_id, told_at desc) where account_id is not null;
create index changes_by_case on changes ((coalesce(case_id, match_case_id)), told_at) where coalesce(case_id, match_case_id) is not null;

create table change_steps (
  id bigint generated always as identity primary key,
  change_id uuid not null references change_notices,
  office_id text not null,
  at timestamptz not null,
  state text not null,
  staff_id text
);
create index change_steps_by_change on change_steps (change_id, id);

-- First opinions: what a clerk thinks it comes to. No amount is moved by it; the newest counts, the older ones stay.
create table change_opinions (
  id bigint generated always as identity primary key,
  change_id uuid not null references change_notices,
  office_id text not null,
  given_by text not null references staff_accounts,
  given_at timestamptz not null,
  outcome text not null check (outcome in ('unchanged', 'more', 'less', 'stop', 'taper', 'officer')),
  ground text,
  -- Reason for the resident, and the amount it may come to.
  words_sealed bytea not null,
  constraint change_opinions_ground check (outcome not in ('less', 'stop') or ground is not null)
);
create index change_opinions_by_change on change_opinions (change_id, id desc);

-- Two notices that say different things: one row each way.
create table change_contradictions (
  change_id uuid not null references change_notices,
  other_id uuid not null references change_notices,
  office_id text not null,
  why text not null,
  found_at timestamptz not null,
  primary key (change_id, other_id)
);

-- Six digits sent to the number on record. Only the newest of an account and kind counts.
create table contact_codes (
  id uuid primary key,
  account_id uuid not null references accounts,
  kind text not null check (kind in ('phone', 'bank-account')),
  code_hash bytea not null,
  -- For the worker that sends it; emptied when it is sent.
  code_sealed bytea,
  phone_sealed bytea,
  tries integer not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index contact_codes_by_account on contact_codes (account_id, kind, sent_at desc);

create table contact_changes (
  id uuid primary key,
  account_id uuid not null references accounts,
  case_id uuid not null references case_files,
  member_id text not null,
  office_id text not null references offices,
  kind text not null check (kind in ('phone', 'bank-account')),
  fingerprint bytea not null,
  -- { value, bank }: the new one.
  value_sealed bytea not null,
  step text not null check (step in ('text-code', 'face', 'counter-code')),
  state text not null check (state in ('waiting', 'effective', 'stopped')),
  asked_at timestamptz not null,
  effective_at timestamptz not null,
  ended_at timestamptz,
  constraint contact_changes_a_day_between check (effective_at >= asked_at + interval '24 hours'),
  foreign key (case_id, member_id) references case_members
);
create index contact_changes_by_account on contact_changes (account_id, asked_at desc);
create unique index contact_changes_one_waiting on contact_changes (case_id, member_id, kind) where state = 'waiting';
create index contact_changes_due on contact_changes (effective_at) where state = 'waiting';

-- An opinion that was given stays as it was given.
create function change_opinion_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an opinion on a change stays as it was given';
end $$;
create trigger change_opinion_stays before update on change_opinions for each row execute function change_opinion_stays();
