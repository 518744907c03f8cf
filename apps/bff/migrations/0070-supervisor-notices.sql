-- What a supervisor is told by the worker, once each, until she wrote what she decided or it settled by itself. Ids only: names are looked
-- up when it is read.
create table supervisor_notices (
  id uuid primary key default gen_random_uuid(),
  office_id text not null references offices,
  kind text not null check (kind in ('clock-near', 'clock-at-end', 'lease-ended', 'urgent-late')),
  -- A run, a work item or an urgent call, by its kind.
  subject_id uuid not null,
  -- What happened, so that it is told once however often the worker looks.
  source text not null unique,
  -- Who had the item whose lease ended.
  staff_id text references staff_accounts,
  at timestamptz not null,
  decided_at timestamptz,
  decided_by text references staff_accounts,
  decision_sealed bytea,
  check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decision_sealed is null))
);
create index supervisor_notices_open on supervisor_notices (office_id, at, id) where decided_at is null;
