-- The trail in sealed batches, so that whoever changes, takes out or slips in a row afterwards is found. A batch is what a span of
-- transactions wrote: all before the oldest one still under way, so that what commits late is in the next batch and in none twice.
alter table audit_log add column transaction xid8 not null default pg_current_xact_id();
create index audit_by_transaction on audit_log (transaction, id);

create table audit_seals (
  batch bigint primary key check (batch > 0),
  -- From the first to before the last.
  from_transaction xid8 not null,
  to_transaction xid8 not null,
  rows integer not null check (rows >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null,
  check (from_transaction < to_transaction)
);
create trigger audit_seals_are_only_added_to before update or delete or truncate on audit_seals
  for each statement execute function audit_is_only_added_to();

-- Not by a trigger only: the processes may not even try.
revoke update, delete, truncate on audit_log, audit_seals from assist_application;
