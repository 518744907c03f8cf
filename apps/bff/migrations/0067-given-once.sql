-- Money given once: a small sum that comes first, temporary assistance. Given by one, seen by another; what was given stays as it was.
create table one_time_payments (
  -- Of the event that says it was given.
  id uuid primary key,
  run_id uuid not null unique references procedure_runs,
  office_id text not null references offices,
  district text not null,
  kind text not null check (kind in ('small-sum', 'temporary')),
  -- Fen.
  amount bigint not null check (amount > 0),
  given_on date not null,
  given_by text not null references staff_accounts,
  given_at timestamptz not null,
  seen_by text references staff_accounts,
  seen_at timestamptz,
  -- Of somebody who is known to belong to one.
  case_id uuid references case_files,
  number text,
  -- Name of whom it was given to.
  payee_sealed bytea not null,
  constraint one_time_payments_four_eyes check (seen_by is null or seen_by <> given_by),
  check ((seen_by is null) = (seen_at is null))
);
create index one_time_payments_by_office on one_time_payments (office_id, given_on desc, id);
create index one_time_payments_by_district on one_time_payments (district, given_on desc, id);
create index one_time_payments_by_case on one_time_payments (case_id) where case_id is not null;

create function one_time_payments_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.seen_by is not null
    or (new.id, new.run_id, new.office_id, new.kind, new.amount, new.given_on, new.given_by, new.given_at, new.payee_sealed)
      is distinct from (old.id, old.run_id, old.office_id, old.kind, old.amount, old.given_on, old.given_by, old.given_at, old.payee_sealed) then
    raise exception 'what was given stays as it was' using errcode = 'AS003';
  end if;
  return new;
end
$$;
create trigger one_time_payments_stay before update or delete on one_time_payments for each row execute function one_time_payments_stay();

alter table urgent_calls
  drop constraint urgent_calls_ending_check,
  add constraint urgent_calls_ending_check check (ending in ('small-sum', 'temporary', 'application', 'referred', 'told', 'not-reached'));
