-- What a clerk began to write and has not put on record: kept for her alone, so that a browser that closes costs nothing. Sealed, for it
-- names people; gone once it is sent, and after thirty days.
create table staff_drafts (
  staff_id text not null references staff_accounts,
  -- What it is about: a step of a procedure, an opinion on a change. Ids only.
  name text not null,
  office_id text not null references offices,
  body_sealed bytea not null,
  saved_at timestamptz not null,
  primary key (staff_id, name)
);
create index staff_drafts_old on staff_drafts (saved_at);
