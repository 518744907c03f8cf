-- The relay of consents: each adult of an application gets a personal one-time link, signs for themselves, and a board shows who did.
-- An application may be asked for before it is sent: its id is made on the phone, and nothing waits for a signature.

create table relay_asks (
  id uuid primary key,
  application_id uuid not null,
  account_id uuid not null references accounts,
  member_id text not null,
  -- Name, guardian, phone, and the words of who said why not: sealed together.
  about_sealed bytea not null,
  -- Of the person's paper, where it was written.
  number_hash bytea,
  -- Of the last six of who is to sign, bound to this row: the same six elsewhere hash to something else.
  digits_hash bytea,
  signer text not null check (signer in ('self', 'guardian')),
  -- The phone on which it was asked.
  device_hash bytea not null,
  state text not null check (state in ('waiting', 'link-made', 'opened', 'signed', 'to-confirm', 'refused', 'unreachable', 'at-counter')),
  state_at timestamptz not null,
  made_at timestamptz not null,
  unique (application_id, member_id)
);
create index relay_asks_by_account on relay_asks (account_id);
create index relay_asks_by_number on relay_asks (number_hash) where number_hash is not null;

-- A link or a code on paper. Only its keyed hash is kept; tried too often, past or used, it is over.
create table relay_links (
  hash bytea primary key,
  ask_id uuid not null references relay_asks,
  kind text not null check (kind in ('card', 'paper')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  ended_at timestamptz
);
create index relay_links_by_ask on relay_links (ask_id) where ended_at is null;

create table relay_signatures (
  id uuid primary key,
  ask_id uuid not null references relay_asks,
  application_id uuid not null,
  member_id text not null,
  way text not null check (way in ('handwriting', 'face', 'witnesses', 'guardian', 'helper')),
  -- On which account and phone; null at the counter.
  account_id uuid references accounts,
  device_hash bytea,
  staff_id text references staff_accounts,
  -- What was written by hand, names of witnesses and guardian.
  detail_sealed bytea not null,
  -- Which statements, each with version and hash.
  statements jsonb not null,
  state text not null check (state in ('given', 'to-confirm', 'withdrawn', 'not-agreed')),
  why text check (why in ('same-account', 'same-phone', 'helper')),
  signed_at timestamptz not null,
  confirmed_by text check (confirmed_by in ('visit', 'call', 'face', 'own-phone')),
  confirmed_at timestamptz,
  confirmed_staff text references staff_accounts,
  ended_at timestamptz,
  fingerprint bytea not null,
  check ((account_id is null) <> (staff_id is null)),
  check ((state = 'to-confirm') <= (why is not null)),
  check ((confirmed_by is null) = (confirmed_at is null))
);
create index relay_signatures_by_ask on relay_signatures (ask_id, signed_at);
create index relay_signatures_by_application on relay_signatures (application_id, member_id);
-- One that counts or may still count; a withdrawn one makes room.
create unique index relay_signatures_one_standing on relay_signatures (ask_id) where state in ('given', 'to-confirm');
