-- A new standard is a run over all cases of a township or a district: what each would be by it, worked out once and looked at. A proposal
-- moves nothing: more goes through the procedure of a raise, less is a question for an officer.
create table standard_runs (
  id uuid primary key,
  district text not null,
  -- Null: of all townships of the district.
  office_id text references offices,
  -- The standard, by its first day in the policy package.
  standard_from date not null,
  started_by text not null references staff_accounts,
  started_at timestamptz not null,
  -- Cases up to this one are worked out: whoever goes on after a kill begins behind it.
  after_case uuid not null default '00000000-0000-0000-0000-000000000000',
  worked_out_at timestamptz,
  policy_version text not null
);
create unique index standard_runs_once on standard_runs (district, coalesce(office_id, ''), standard_from);
create index standard_runs_waiting on standard_runs (started_at) where worked_out_at is null;
alter table standard_runs enable row level security;
alter table standard_runs force row level security;
-- A township sees what its district began for all of them; it begins its own only.
create policy township on standard_runs using (
  (select assist_sees_all()) or office_id = any ((select assist_offices())::text[]) or district = any ((select assist_districts())::text[])
  or office_id is null and exists (select from unnest((select assist_offices())::text[]) o where left(o, 6) = district))
with check (
  (select assist_sees_all()) or office_id = any ((select assist_offices())::text[]) or office_id is null and district = any ((select assist_districts())::text[]));

-- One for a case and a standard, whoever began the run and however often.
create table standard_proposals (
  case_id uuid not null references case_files,
  standard_from date not null,
  standard_run_id uuid not null references standard_runs,
  office_id text not null references offices,
  outcome text not null check (outcome in ('raise', 'same', 'lower', 'person')),
  -- Why the engine leaves it to a person.
  why text,
  -- Fen a month: the household's own allowance then, and by the standard.
  paid bigint not null,
  worked_out bigint,
  worked_out_on date not null,
  -- The raise that it went into, or the review that looks at it.
  procedure_run_id uuid references procedure_runs,
  primary key (case_id, standard_from),
  constraint standard_proposals_outcome check (case outcome
    when 'person' then why is not null and worked_out is null
    when 'raise' then worked_out > paid
    when 'lower' then worked_out < paid
    else worked_out = paid end)
);
create index standard_proposals_by_run on standard_proposals (standard_run_id, office_id, outcome, case_id);
create index standard_proposals_by_procedure on standard_proposals (procedure_run_id) where procedure_run_id is not null;
