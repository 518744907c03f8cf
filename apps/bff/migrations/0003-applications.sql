-- The township's side: every table carries office_id, so that rows can be guarded and spread by it.

-- What was sent, as it was sent, once and for ever. The id was made on the phone.
create table submissions (
  application_id uuid primary key,
  office_id text not null references offices,
  account_id uuid not null references accounts,
  fingerprint bytea not null,
  form_sealed bytea not null,
  receipt_sealed bytea not null,
  assessment_sealed bytea not null,
  policy_version text not null,
  sent_at timestamptz not null
);

create table applications (
  id uuid primary key references submissions,
  office_id text not null references offices,
  account_id uuid not null references accounts,
  number text not null unique,
  state text not null check (state in ('received', 'opened', 'correction-asked', 'correction-answered', 'accepted')),
  -- The applicant as the account said it was on the day it was sent.
  applicant_sealed bytea not null,
  applicant_number_hash bytea,
  members integer not null,
  photos integer not null,
  received_at timestamptz not null,
  received_on date not null,
  accepted_on date,
  accepted_by text references staff_accounts,
  decision_due date,
  decision_provisional boolean,
  decision_working_days integer,
  check ((state = 'accepted') = (accepted_on is not null)),
  check ((accepted_on is null) = (decision_due is null))
);
create index applications_by_account on applications (account_id);
create index applications_by_number on applications (applicant_number_hash) where applicant_number_hash is not null;

create table signatures (
  application_id uuid not null references submissions,
  member_id text not null,
  statement text not null,
  office_id text not null,
  version text not null,
  hash text not null,
  status text not null check (status in ('given', 'not-yet')),
  signed_at timestamptz,
  primary key (application_id, member_id, statement)
);

create table application_events (
  id bigint generated always as identity primary key,
  application_id uuid not null references submissions,
  office_id text not null,
  at timestamptz not null,
  state text not null,
  staff_id text
);
create index application_events_by_application on application_events (application_id, id);

create table corrections (
  id uuid primary key,
  application_id uuid not null references submissions,
  office_id text not null,
  asked_by text not null references staff_accounts,
  asked_at timestamptz not null,
  items_sealed bytea not null,
  fingerprint bytea not null
);
create index corrections_by_application on corrections (application_id, asked_at);

create table correction_answers (
  id uuid primary key,
  correction_id uuid not null unique references corrections,
  application_id uuid not null references submissions,
  office_id text not null,
  account_id uuid not null references accounts,
  answered_at timestamptz not null,
  items_sealed bytea not null,
  fingerprint bytea not null
);

-- What a clerk takes from the queue.
create table work_items (
  id uuid primary key,
  office_id text not null references offices,
  kind text not null check (kind in ('application', 'identity-conflict')),
  application_id uuid not null references submissions,
  -- Only for an identity conflict: the number that two accounts wrote.
  subject_hash bytea,
  open boolean not null default true,
  state text not null,
  urgent boolean not null default false,
  others_not_signed boolean not null default false,
  received_at timestamptz not null,
  step_due date not null,
  step_provisional boolean not null default false,
  total_due date not null default 'infinity',
  claimed_by text references staff_accounts,
  claimed_until timestamptz,
  note_sealed bytea,
  check ((claimed_by is null) = (claimed_until is null)),
  check ((kind = 'identity-conflict') = (subject_hash is not null))
);
create unique index work_items_one_per_application on work_items (application_id) where kind = 'application';
create unique index work_items_one_per_conflict on work_items (office_id, subject_hash) where kind = 'identity-conflict';
create index work_items_open on work_items (office_id, step_due, total_due, received_at, id) where open;
create index work_items_closed on work_items (office_id, received_at, id) where not open;

create table office_day_numbers (
  office_id text not null references offices,
  day date not null,
  last integer not null,
  primary key (office_id, day)
);

-- A one-time code given by a clerk who saw the card.
create table verification_codes (
  hash bytea primary key,
  office_id text not null references offices,
  issued_by text not null references staff_accounts,
  number_hash bytea not null,
  name_sealed bytea not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  used_by uuid references accounts
);

-- 23 letters without O, I and L (the running number keeps its digits). A prime modulus and different weights find one wrong
-- character and two that changed places.
create function receipt_check_letter(short_name text, day text, running integer) returns text
language sql immutable parallel safe as $$
  select substr('ABCDEFGHJKMNPQRSTUVWXYZ', 1 + (sum(ascii_of.code * weight) % 23)::integer, 1)
  from (
    select ascii(c) as code, row_number() over (order by place desc) as weight
    from regexp_split_to_table(short_name || day || lpad(running::text, greatest(3, length(running::text)), '0'), '') with ordinality as t(c, place)
  ) as ascii_of
$$;

create function receipt_number(short_name text, day date, running integer) returns text
language sql immutable parallel safe as $$
  select short_name || ' ' || to_char(day, 'YYMMDD') || '-'
    || lpad(running::text, greatest(3, length(running::text)), '0') || '-'
    || receipt_check_letter(short_name, to_char(day, 'YYMMDD'), running)
$$;

-- Raised inside a statement that must not go on; the code tells the service which problem it is.
create function refuse(why text) returns boolean language plpgsql as $$
begin
  raise exception 'refused: %', why using errcode = 'AS001', detail = why;
end
$$;
