-- How a procedure reaches residents, and how they answer. Nothing here decides: what may stand on record is said by the policy package.

alter table messages
  drop constraint messages_subject_kind_check,
  add constraint messages_subject_kind_check
    check (subject_kind in ('application', 'change', 'authentication', 'visit', 'contact-change', 'family', 'decision'));

-- What somebody of the household said in the app before it is decided (SAL2026-48). The office puts it on record under the same id.
create table decision_statements (
  id uuid primary key,
  run_id uuid not null references procedure_runs,
  office_id text not null references offices,
  account_id uuid not null references accounts,
  at timestamptz not null,
  words_sealed bytea not null,
  fingerprint bytea not null
);
create index decision_statements_by_run on decision_statements (run_id, at);

-- 公示 and 公布. Only what a neighbour may read is in it; sealed, so that nothing of it can be read out of the table afterwards.
create table postings (
  id uuid primary key,
  -- Of the event that hung it.
  event_id uuid not null unique,
  run_id uuid not null references procedure_runs,
  office_id text not null references offices,
  kind text not null check (kind in ('notice', 'publication')),
  hangs_from date not null,
  -- Its last day.
  hangs_until date not null,
  posting_sealed bytea not null,
  taken_down_at timestamptz,
  taken_down_by text,
  why_sealed bytea,
  check ((taken_down_at is null) = (why_sealed is null))
);
create index postings_by_office on postings (office_id, hangs_until) where taken_down_at is null;
create index postings_by_run on postings (run_id);

-- Seven days are seven days (YM239-3-2a, MCA57-19): a notice is neither shortened nor taken down nor cleared away before its end.
create function notices_hang_to_their_end() returns trigger language plpgsql as $$
begin
  if old.kind = 'notice' and (tg_op = 'DELETE' or new.taken_down_at is not null or new.hangs_until < old.hangs_until or new.hangs_from <> old.hangs_from) then
    raise exception 'a notice hangs to its end' using errcode = 'AS003';
  end if;
  return coalesce(new, old);
end
$$;
create trigger notices_hang_to_their_end before update or delete on postings for each row execute function notices_hang_to_their_end();

-- An officer found that a posting would harm the family; the reason stays with the case.
create table posting_holds (
  run_id uuid primary key references procedure_runs,
  office_id text not null references offices,
  staff_id text not null,
  at timestamptz not null,
  reason_sealed bytea not null
);

-- What somebody who read a posting has against it. Found again by a number and a secret only; whom it is about never sees it.
create table posting_objections (
  -- The id of the event on record.
  id uuid primary key,
  posting_id uuid not null references postings,
  run_id uuid not null references procedure_runs,
  office_id text not null references offices,
  number text not null unique,
  secret_hash bytea not null,
  secret_sealed bytea not null,
  at timestamptz not null,
  fingerprint bytea not null
);

create index procedure_events_watched on procedure_events (office_id, happened_on) where kind in ('watched', 'refused');
