-- The district's register: every household that receives something (一户一档), and what the queue and the files need to hold more than
-- applications.

create table register_imports (
  id uuid primary key,
  -- The township whose clerk sent it; null where the district's register came by the command.
  office_id text references offices,
  -- A clerk, or the operator who ran the command (a name of the machine's account, never a resident).
  imported_by text not null,
  file_name text not null,
  file_hash bytea not null,
  encoding text not null check (encoding in ('utf-8', 'gb18030')),
  state text not null check (state in ('checked', 'writing', 'done', 'stopped')),
  rows integer not null,
  done integer not null default 0,
  adds integer not null,
  changes integer not null,
  same integer not null,
  missing integer not null,
  problem_count integer not null,
  -- What was found, and the first differences: sealed, because a problem may name a household.
  report_sealed bytea not null,
  checked_at timestamptz not null,
  finished_at timestamptz
);
create index register_imports_by_office on register_imports (office_id, checked_at desc);

-- Rows that passed the check and wait to be written; gone once they are.
create table register_import_rows (
  import_id uuid not null references register_imports,
  position integer not null,
  household_sealed bytea not null,
  primary key (import_id, position)
);

create table case_files (
  id uuid primary key,
  office_id text not null references offices,
  district text not null,
  register_number text not null,
  area text not null check (area in ('urban', 'rural')),
  village text,
  -- The facts that rules may know (a Household of the policy package), without names.
  household_sealed bytea not null,
  members integer not null,
  -- Of all benefits of the household, fen a month.
  amount bigint not null check (amount >= 0),
  kinds text[] not null,
  last_review date,
  -- Written by the policy package's review cycle; a test compares both on a population.
  next_review date,
  taper_from date,
  taper_until date,
  fingerprint bytea not null,
  import_id uuid references register_imports,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_on date,
  unique (district, register_number),
  check ((taper_from is null) = (taper_until is null))
);
create index case_files_by_office on case_files (office_id, register_number) where ended_on is null;
create index case_files_by_review on case_files (next_review, office_id) where ended_on is null and next_review is not null;
create index case_files_by_taper on case_files (office_id, taper_until) where ended_on is null and taper_until is not null;

create table case_members (
  case_id uuid not null references case_files,
  -- As in the household's facts: m1 is the head.
  member_id text not null,
  office_id text not null references offices,
  -- Name, paper and birth date.
  person_sealed bytea not null,
  number_hash bytea,
  phone_sealed bytea,
  bank_sealed bytea,
  relation text not null,
  last_met date,
  last_met_contact text,
  -- Written by the policy package from `last_met`; null where nobody is invited. No job that leads to less money reads it.
  next_authentication date,
  left_on date,
  primary key (case_id, member_id)
);
create index case_members_by_number on case_members (number_hash) where number_hash is not null;
create index case_members_by_authentication on case_members (next_authentication, office_id) where left_on is null and next_authentication is not null;

create table case_benefits (
  case_id uuid not null references case_files,
  kind text not null,
  -- Empty where it is the household's.
  member_id text not null default '',
  office_id text not null references offices,
  amount bigint not null check (amount >= 0),
  since date not null,
  until date,
  primary key (case_id, kind, member_id, since)
);

-- 一户一条救助链: only added to. Kinds are a closed list; no words.
create table case_events (
  id bigint generated always as identity primary key,
  case_id uuid not null references case_files,
  office_id text not null references offices,
  at timestamptz not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('account', 'staff', 'system')),
  actor_id text not null,
  member_id text,
  subject_id uuid,
  -- A code the service knows the sentence of.
  detail text
);
create index case_events_by_case on case_events (case_id, id);

-- The queue holds more than applications.
alter table work_items
  alter column application_id drop not null,
  add column subject_id uuid,
  add column case_id uuid references case_files,
  -- Whom it is about: { name, members }.
  add column person_sealed bytea,
  add column number text,
  -- Codes of what it is about (life events, why a visit, which signal).
  add column about text[] not null default '{}',
  add column marks text[] not null default '{}',
  drop constraint work_items_kind_check,
  add constraint work_items_kind_check check (kind in ('application', 'identity-conflict', 'change', 'visit', 'evidence', 'signal')),
  add constraint work_items_about_one check ((kind in ('application', 'identity-conflict')) = (application_id is not null)),
  add constraint work_items_subject check ((kind in ('change', 'visit', 'evidence', 'signal')) = (subject_id is not null)),
  add constraint work_items_person check (application_id is not null or person_sealed is not null);
create unique index work_items_one_per_subject on work_items (kind, subject_id) where subject_id is not null;
create index work_items_by_case on work_items (case_id) where case_id is not null;

-- A file belongs to an application, or to a change notice, an authentication or a visit; a clerk may send one too.
alter table files
  alter column account_id drop not null,
  add column staff_id text references staff_accounts,
  add column subject_kind text check (subject_kind in ('change', 'authentication', 'visit')),
  add column subject_id uuid,
  drop constraint files_media_type_check,
  add constraint files_media_type_check check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/quicktime')),
  add constraint files_sender check ((account_id is null) <> (staff_id is null)),
  add constraint files_subject check ((subject_kind is null) = (subject_id is null));
create index files_by_subject on files (subject_id) where subject_id is not null;
drop index files_never_sent;
create index files_never_sent on files (received_at) where application_id is null and subject_id is null;
