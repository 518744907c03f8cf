-- Procedures of the policy package on record: what was done, by whom, on which day. Whether an event may be recorded is said by the
-- package alone; here stands that it was.
create table procedure_runs (
  id uuid primary key,
  office_id text not null references offices,
  district text not null,
  -- Id in the policy package.
  procedure text not null,
  -- The form of the procedure (overlays of a district) is that of this day.
  opened_on date not null,
  application_id uuid references submissions,
  case_id uuid references case_files,
  change_id uuid references change_notices,
  -- What led to it: a taper to its stop, a death to its cut.
  parent_id uuid references procedure_runs,
  -- Name and number of members, for lists.
  person_sealed bytea not null,
  number text,
  last_kind text not null,
  last_on date not null,
  last_by_role text not null,
  -- Roles that may record the next step, for the lists of who waits for whom.
  waits_for text[] not null,
  due date,
  due_provisional boolean not null default false,
  events integer not null,
  ended_on date,
  policy_version text not null,
  created_at timestamptz not null,
  constraint procedure_runs_about check (application_id is not null or case_id is not null)
);
create unique index procedure_runs_one_per_application on procedure_runs (application_id) where application_id is not null and parent_id is null;
create index procedure_runs_open on procedure_runs (office_id, due, id) where ended_on is null;
create index procedure_runs_of_district on procedure_runs (district, due, id) where ended_on is null and 'district' = any (waits_for);
create index procedure_runs_by_case on procedure_runs (case_id) where case_id is not null;

create table procedure_events (
  run_id uuid not null references procedure_runs,
  seq integer not null,
  -- Made by who records it: the same twice is once.
  id uuid not null unique,
  office_id text not null,
  kind text not null,
  happened_on date not null,
  at timestamptz not null,
  role text not null,
  actor_kind text not null check (actor_kind in ('staff', 'account', 'system')),
  actor_id text not null,
  -- Reason, visitors, ground, proposal: what a letter or a file shows.
  event_sealed bytea not null,
  fingerprint bytea not null,
  primary key (run_id, seq)
);

create function procedure_events_are_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'procedure_events is only added to';
end
$$;
create trigger procedure_events_are_only_added_to before update or delete or truncate on procedure_events
  for each statement execute function procedure_events_are_only_added_to();

-- What is paid changes in two ways only: the district's own register says so, or a procedure's event took effect. Less money needs the
-- last event of a cut or a stop of that very case; nothing else can lower it, whatever code asks.
create function amounts_change_by_decision() returns trigger language plpgsql as $$
declare
  why text := coalesce(current_setting('assist.amounts_by', true), '');
  -- An end is no lowering where at least as much of the same goes on.
  lowers boolean := tg_op = 'DELETE'
    or (tg_op = 'UPDATE' and (new.amount < old.amount or (new.until is not null and new.until is distinct from old.until and not exists (
      select from case_benefits b where b.case_id = old.case_id and b.kind = old.kind and b.member_id = old.member_id
        and b.since > old.since and b.until is null and b.amount >= old.amount))));
  this_case uuid := case when tg_op = 'DELETE' then old.case_id else new.case_id end;
begin
  if why like 'import:%' and exists (select from register_imports where id = substr(why, 8)::uuid and state = 'writing') then
    return coalesce(new, old);
  end if;
  if why like 'event:%' and exists (
    select from procedure_events e join procedure_runs r on r.id = e.run_id
    where e.id = substr(why, 7)::uuid and r.case_id = this_case
      and e.kind = 'takes-effect' and (r.procedure in ('cut', 'stop') or not lowers)
  ) then
    return coalesce(new, old);
  end if;
  raise exception 'amounts change by a decision only' using errcode = 'AS002';
end
$$;
-- A new benefit beside the old ones takes nothing from anybody.
create trigger amounts_change_by_decision before update of amount, until or delete on case_benefits
  for each row execute function amounts_change_by_decision();

alter table work_items
  drop constraint work_items_kind_check,
  add constraint work_items_kind_check
    check (kind in ('application', 'identity-conflict', 'change', 'visit', 'evidence', 'signal', 'application-run', 'case-run', 'alert')),
  drop constraint work_items_subject,
  add constraint work_items_subject check ((kind in ('change', 'visit', 'evidence', 'signal', 'application-run', 'case-run', 'alert')) = (subject_id is not null));

-- The district's bureau and the village have their own people.
alter table staff_accounts
  drop constraint staff_accounts_role_check,
  add constraint staff_accounts_role_check check (role in ('handler', 'auditor', 'confirmer', 'assistant')),
  -- Only of a confirmer: the district whose townships she confirms for. Her office is any of them.
  add column district text,
  add constraint staff_accounts_district check ((role = 'confirmer') = (district is not null));
