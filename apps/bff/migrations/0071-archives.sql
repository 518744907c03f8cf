-- Copies of files that leave the system: of one household, or of many for the yearly inspection. Sealed, with who asked and why, gone after
-- their time.
create table archives (
  -- Made by the desk: asking again is the same archive.
  id uuid primary key,
  -- Where the asker works.
  office_id text not null references offices,
  -- Of an inspection by the district's bureau: 6 digits; of a township's own it is null.
  district text,
  kind text not null check (kind in ('household', 'inspection')),
  case_id uuid references case_files,
  asked_by text not null references staff_accounts,
  reason_sealed bytea not null,
  fingerprint bytea not null,
  state text not null check (state in ('writing', 'ready', 'gone')),
  -- Households.
  total integer not null,
  done integer not null default 0,
  -- The last household that is in a part: where the next part begins.
  last_case uuid,
  asked_at timestamptz not null,
  ready_at timestamptz,
  delete_at timestamptz,
  check ((kind = 'household') = (case_id is not null)),
  check ((state = 'writing') = (ready_at is null) and (ready_at is null) = (delete_at is null))
);
create index archives_by_asker on archives (asked_by, asked_at);
create index archives_to_delete on archives (delete_at) where state = 'ready';

create table archive_parts (
  archive_id uuid not null references archives,
  seq integer not null,
  office_id text not null references offices,
  stored_at text not null unique,
  households integer not null,
  bytes integer not null,
  -- SHA-256 of the part as it is downloaded.
  hash bytea not null,
  primary key (archive_id, seq)
);
