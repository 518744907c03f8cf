-- A notice hangs in the village of the household where that is known (YM239-3-2a, 3-2b); what was held back may be hung later.
alter table postings add column village text;
create index postings_by_village on postings (office_id, village, hangs_until) where taken_down_at is null;

-- A hold has an end: the reason it began with stays, and why it ended stands beside it.
alter table posting_holds
  drop constraint posting_holds_pkey,
  add column id uuid not null default gen_random_uuid() primary key,
  add column lifted_at timestamptz,
  add column lifted_by text,
  add column lift_sealed bytea,
  -- Made at the desk: the same again is the same.
  add column lift_id uuid unique,
  add constraint posting_holds_lifted check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_sealed is null) and (lifted_at is null) = (lift_id is null));
create unique index posting_holds_one_at_a_time on posting_holds (run_id) where lifted_at is null;
create index posting_holds_by_run on posting_holds (run_id);
