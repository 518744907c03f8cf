-- What belongs to a person: keyed by account, without a township's code.
-- Columns named *_sealed hold AES-256-GCM under a key of the environment; *_hash hold a keyed hash, to find without opening.

create table accounts (
  id uuid primary key,
  wechat_appid text not null,
  openid_hash bytea not null,
  openid_sealed bytea not null,
  identity text not null default 'none' check (identity in ('none', 'claimed', 'verified')),
  name_sealed bytea,
  paper_sealed bytea,
  number_hash bytea,
  phone_sealed bytea,
  phone_hash bytea,
  claimed_at timestamptz,
  verified_at timestamptz,
  created_at timestamptz not null,
  unique (wechat_appid, openid_hash),
  check (identity = 'none' or (name_sealed is not null and paper_sealed is not null)),
  check (identity <> 'verified' or (number_hash is not null and verified_at is not null))
);
create index accounts_by_number on accounts (number_hash) where number_hash is not null;

create table session_families (
  id uuid primary key,
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed-out', 'token-reused'))
);
create index session_families_by_account on session_families (account_id) where ended_at is null;

create table refresh_tokens (
  hash bytea primary key,
  family_id uuid not null references session_families,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_tokens_by_family on refresh_tokens (family_id);
create index refresh_tokens_by_end on refresh_tokens (expires_at);

create table consents (
  account_id uuid not null references accounts,
  statement text not null,
  version text not null,
  hash text not null,
  given_at timestamptz not null,
  primary key (account_id, statement, version)
);

create table drafts (
  id uuid primary key,
  account_id uuid not null references accounts,
  form_version integer not null,
  revision integer not null,
  form_sealed bytea not null,
  fingerprint bytea not null,
  saved_at timestamptz not null,
  kept_until timestamptz not null
);
create index drafts_by_account on drafts (account_id);
create index drafts_by_end on drafts (kept_until);

-- office_id and application_id are set when the photo is sent with an application or a correction.
create table files (
  id uuid primary key,
  account_id uuid not null references accounts,
  about text not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes integer not null,
  fingerprint bytea not null,
  stored_at text not null unique,
  received_at timestamptz not null,
  application_id uuid,
  office_id text,
  member_id text
);
create index files_by_account on files (account_id);
create index files_by_application on files (application_id) where application_id is not null;
create index files_never_sent on files (received_at) where application_id is null;
