-- Eligibility authentication (待遇资格认证): proofs that somebody was seen, face checks, visits, videos sent in pieces.
-- Nothing here is read by a rule, a step or a job that leads to less money; the triggers at the end make it impossible in one transaction.

-- "Begin with a person": only this one sentence is kept, never why.
alter table accounts add column begin_with_person boolean not null default false;

-- Phones of village assistants and of counters: they help many people.
create table assistant_accounts (
  account_id uuid primary key references accounts,
  office_id text not null references offices,
  named_by text references staff_accounts,
  named_at timestamptz not null,
  ended_at timestamptz
);

-- One consent for one time.
create table consent_acts (
  id uuid primary key,
  account_id uuid not null references accounts,
  statement text not null,
  version text not null,
  hash text not null,
  about_kind text not null check (about_kind in ('face-check', 'authentication', 'account')),
  about_id uuid not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index consent_acts_by_subject on consent_acts (about_id, statement, given_at);

create table visits (
  id uuid primary key,
  -- Who asked, on the phone; null where the township itself has to go.
  account_id uuid references accounts,
  office_id text not null references offices,
  case_id uuid references case_files,
  member_id text,
  person_hash bytea not null,
  -- Name and paper of whom it is about.
  person_sealed bytea not null,
  state text not null check (state in ('asked', 'arranged', 'done', 'not-met', 'cancelled')),
  place text not null check (place in ('home', 'village', 'office', 'phone', 'video')),
  day date,
  half text check (half in ('morning', 'afternoon')),
  why text not null,
  -- Address, phone, note of who asked.
  asked_sealed bytea not null,
  -- Names of who comes, the code to check them by, and what they wrote afterwards.
  arranged_sealed bytea,
  done_sealed bytea,
  done_on date,
  fingerprint bytea,
  asked_at timestamptz not null,
  check ((case_id is null) = (member_id is null)),
  check ((day is null) = (half is null)),
  check (state not in ('arranged', 'done') or arranged_sealed is not null or done_sealed is not null)
);
create index visits_by_account on visits (account_id, asked_at) where account_id is not null;
create index visits_by_case on visits (case_id) where case_id is not null;
-- One at a time for one person: who asks again changes the one there is.
create unique index visits_one_open on visits (person_hash) where state in ('asked', 'arranged', 'not-met');

-- Every time somebody went and did not meet the person.
create table visit_tries (
  id bigint generated always as identity primary key,
  visit_id uuid not null references visits,
  office_id text not null references offices,
  at timestamptz not null,
  on_day date not null,
  staff_id text not null references staff_accounts,
  note_sealed bytea not null
);
create index visit_tries_by_visit on visit_tries (visit_id, id);

-- Proof that somebody was seen: kind of contact, day, who, where.
create table authentications (
  id uuid primary key,
  number text not null unique,
  state text not null check (state in ('counted', 'to-look-at', 'looked-visit-instead', 'not-in-register')),
  contact text not null,
  on_day date not null,
  at timestamptz not null,
  office_id text not null references offices,
  case_id uuid references case_files,
  member_id text,
  person_hash bytea not null,
  person_sealed bytea not null,
  actor_kind text not null check (actor_kind in ('account', 'staff', 'source')),
  actor_id text not null,
  role text not null check (role in ('self', 'family', 'guardian', 'neighbour', 'staff', 'source')),
  -- Names of who saw the person, and where.
  detail_sealed bytea not null,
  face_check_id uuid unique,
  visit_id uuid unique references visits,
  -- What a data source calls it, so that it never counts twice.
  source_key text unique,
  fingerprint bytea,
  check ((case_id is null) = (member_id is null))
);
-- The same person on the same day in the same way is the same proof. Videos are each looked at.
create unique index authentications_once_a_day on authentications (person_hash, on_day, contact)
  where state = 'counted' and not (actor_kind = 'account' and contact = 'office-manual');
create index authentications_by_actor on authentications (actor_id, at) where actor_kind = 'account';
create index authentications_by_person on authentications (person_hash, at);
create index authentications_by_case on authentications (case_id, member_id, on_day) where case_id is not null;

-- What passed between us and WeChat about one face check. No image of a face ever comes here.
create table face_checks (
  id uuid primary key,
  account_id uuid not null references accounts,
  purpose text not null check (purpose in ('authentication', 'contact-change')),
  role text not null check (role in ('self', 'family', 'guardian', 'neighbour')),
  office_id text not null references offices,
  case_id uuid references case_files,
  member_id text,
  -- Of whom it is about; `subject_sealed` is whose face it is (a guardian's), kept only until the check is over.
  person_hash bytea not null,
  person_sealed bytea not null,
  subject_sealed bytea,
  consent_id uuid references consent_acts,
  sequence_number text not null unique,
  verify_id_sealed bytea,
  verify_id_hash bytea unique,
  state text not null check (state in ('begun', 'passed', 'not-yet', 'not-recognised', 'abandoned')),
  next text not null check (next in ('done', 'again', 'wait', 'another-way', 'person')),
  -- Code of the one plain sentence.
  action text not null,
  verify_ret integer,
  -- A try that did not work.
  counts boolean not null default false,
  over boolean not null default false,
  on_day date not null,
  begun_at timestamptz not null,
  -- When WeChat forgets it.
  expires_at timestamptz not null,
  asked_at timestamptz,
  ended_at timestamptz,
  -- Of a second step: good for one change only.
  used_at timestamptz,
  fingerprint bytea not null
);
create index face_checks_tries on face_checks (person_hash, on_day) where counts;
create index face_checks_by_account on face_checks (account_id, on_day);
create index face_checks_open on face_checks (begun_at) where not over;

-- A video on its way, in pieces.
create table uploads (
  id uuid primary key,
  account_id uuid not null references accounts,
  bytes integer not null check (bytes between 1 and 52428800),
  sha256 text not null,
  media_type text not null check (media_type in ('video/mp4', 'video/quicktime')),
  begun_at timestamptz not null,
  -- Once whole. The file may be deleted before the row is.
  finished_at timestamptz
);
create index uploads_unfinished on uploads (begun_at) where finished_at is null;
create table upload_pieces (
  upload_id uuid not null references uploads on delete cascade,
  piece integer not null check (piece >= 0),
  stored_at text not null unique,
  bytes integer not null,
  primary key (upload_id, piece)
);

-- Something odd to look at. It never blocks.
create table signals (
  id uuid primary key,
  kind text not null,
  office_id text not null references offices,
  -- What it is about, e.g. an account on a day; the same again only raises the count.
  subject_hash bytea not null,
  on_day date not null,
  count integer not null,
  account_id uuid references accounts,
  at timestamptz not null,
  unique (kind, office_id, subject_hash, on_day)
);

-- How far each data source has been read.
create table contact_sources (
  name text primary key,
  cursor text not null,
  read_at timestamptz not null
);

-- The law: no path leads from authentication to less money. What was touched in a transaction that touched authentication may not get less.
create function note_authentication() returns trigger language plpgsql as $$
begin
  perform set_config('assist.authentication', 'touched', true);
  return null;
end
$$;
create trigger authentications_noted after insert or update or delete on authentications for each statement execute function note_authentication();
create trigger face_checks_noted after insert or update or delete on face_checks for each statement execute function note_authentication();
create trigger visits_noted after insert or update or delete on visits for each statement execute function note_authentication();
create trigger visit_tries_noted after insert or update or delete on visit_tries for each statement execute function note_authentication();
create trigger signals_noted after insert or update or delete on signals for each statement execute function note_authentication();

create function money_is_not_touched() returns trigger language plpgsql as $$
begin
  if current_setting('assist.authentication', true) is distinct from 'touched' then
    return coalesce(new, old);
  end if;
  if tg_op = 'DELETE' then
    raise exception 'authentication leads to no change of money' using errcode = 'AS002';
  end if;
  if to_jsonb(new) -> 'amount' < to_jsonb(old) -> 'amount'
    or to_jsonb(new) -> 'kinds' is distinct from to_jsonb(old) -> 'kinds'
    or to_jsonb(new) -> 'until' is distinct from to_jsonb(old) -> 'until'
    or to_jsonb(new) -> 'ended_on' is distinct from to_jsonb(old) -> 'ended_on'
    or to_jsonb(new) -> 'taper_from' is distinct from to_jsonb(old) -> 'taper_from'
    or to_jsonb(new) -> 'taper_until' is distinct from to_jsonb(old) -> 'taper_until' then
    raise exception 'authentication leads to no change of money' using errcode = 'AS002';
  end if;
  return new;
end
$$;
create trigger case_benefits_not_by_authentication before update or delete on case_benefits
  for each row execute function money_is_not_touched();
create trigger case_files_not_by_authentication before update or delete on case_files
  for each row execute function money_is_not_touched();
