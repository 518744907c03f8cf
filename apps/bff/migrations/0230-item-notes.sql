-- Calls, visits and what else a clerk wrote down beside a procedure, in one place an item. No step, and no rule reads it.
create table item_notes (
  id uuid primary key,
  office_id text not null references offices,
  application_id uuid references submissions,
  change_id uuid references change_notices,
  run_id uuid references procedure_runs,
  kind text not null check (kind in ('call', 'visit', 'other')),
  -- Of the call or visit; `at` is when it was written down.
  on_day date not null,
  at timestamptz not null,
  staff_id text not null references staff_accounts,
  -- With whom, and the words.
  note_sealed bytea not null,
  fingerprint bytea not null,
  constraint item_notes_about_one check (num_nonnulls(application_id, change_id, run_id) = 1)
);
create index item_notes_by_application on item_notes (application_id, at) where application_id is not null;
create index item_notes_by_change on item_notes (change_id, at) where change_id is not null;
create index item_notes_by_run on item_notes (run_id, at) where run_id is not null;

-- It stays as it was written; a slip is put right by another one. A move takes it along, a newer key seals it again.
create trigger item_notes_stay before update or delete on item_notes for each row execute function stays_but_may_move();

-- Whoever sees the item sees what was written about it, and nobody else.
alter table item_notes enable row level security;
alter table item_notes force row level security;
create policy with_its_item on item_notes using (
  (select assist_sees_all())
  or run_id is not null and exists (select from procedure_runs r where r.id = run_id)
  or change_id is not null and exists (select from changes c where c.id = change_id)
  or application_id is not null and exists (select from applications a where a.id = application_id));
