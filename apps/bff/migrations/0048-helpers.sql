-- People who help: what one may do for another, from and until, given and taken back by the person.

create table helper_grants (
  id uuid primary key,
  -- Whose things they are. Begun for somebody without an account here, it is one that only waits for them (wechat_appid 'helped').
  person_account_id uuid not null references accounts,
  helper_account_id uuid references accounts,
  -- What the person calls the helper.
  helper_sealed bytea not null,
  kind text not null check (kind in ('family', 'neighbour', 'assistant')),
  verbs text[] not null check (verbs <@ array['fill', 'send', 'authenticate', 'notices', 'results'] and cardinality(verbs) > 0),
  from_day date not null,
  until_day date not null,
  begun_by text not null check (begun_by in ('person', 'helper')),
  invite_hash bytea unique,
  invite_expires timestamptz,
  made_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('stopped', 'not-agreed')),
  check ((accepted_at is null) = (helper_account_id is null)),
  check ((ended_at is null) = (ended_why is null)),
  check (helper_account_id is distinct from person_account_id),
  check (until_day >= from_day)
);
create index helper_grants_by_person on helper_grants (person_account_id, made_at);
create index helper_grants_by_helper on helper_grants (helper_account_id, made_at) where helper_account_id is not null;

-- What a helper did in somebody's name: one row a thing and day, told to the person.
create table helper_acts (
  id bigint generated always as identity primary key,
  grant_id uuid not null references helper_grants,
  verb text not null,
  about_kind text not null check (about_kind in ('draft', 'application', 'correction', 'file')),
  about_id uuid not null,
  on_day date not null,
  at timestamptz not null,
  not_agreed_at timestamptz,
  unique (grant_id, verb, about_kind, about_id, on_day)
);
create index helper_acts_by_subject on helper_acts (about_id);

-- Two things that nobody does in one visit; each is written by what does it, and asks for the other.
create table one_visit (
  account_id uuid not null references accounts,
  on_day date not null,
  what text not null check (what in ('bank-account', 'authentication')),
  primary key (account_id, on_day, what)
);
