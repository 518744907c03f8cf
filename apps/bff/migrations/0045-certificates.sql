-- A certificate of what is in force (救助证明), made by the person it is about. Whether it still holds is asked of the case at every look.
create table certificates (
  id uuid primary key,
  account_id uuid not null references accounts,
  case_id uuid not null references case_files,
  member_id text not null,
  office_id text not null references offices,
  code_hash bytea not null unique,
  -- For the person's own page, to show the code again.
  code_sealed bytea not null,
  -- What stands on it, as it was on that day.
  face_sealed bytea not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  taken_back_at timestamptz,
  checks integer not null default 0
);
create index certificates_by_account on certificates (account_id, issued_at);
