-- A short code of the person's own, asked for on a phone that several people hold. It opens nothing by itself: a session is needed all the same.
alter table accounts
  add column own_code_hash bytea,
  add column own_code_wrong integer not null default 0;
