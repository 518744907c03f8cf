-- 发放清单: what is paid in a month, frozen by one person and released by another, and what the finance office says became of it.

-- Why each amount began, changed or ended: written by the table itself, from what the transaction was allowed by, so that no code can
-- change an amount without a trace. A list is explained from here.
create table benefit_changes (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  kind text not null,
  member_id text not null,
  since date not null,
  what text not null check (what in ('begun', 'amount', 'end', 'removed')),
  amount bigint not null,
  until date,
  -- `event:<procedure event>` or `import:<register import>`; empty where nobody said.
  why text not null,
  at timestamptz not null default now()
);
create index benefit_changes_of on benefit_changes (case_id, kind, member_id, since, id);

create function benefit_changes_are_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'benefit_changes is only added to';
end
$$;
create trigger benefit_changes_are_only_added_to before update or delete or truncate on benefit_changes
  for each statement execute function benefit_changes_are_only_added_to();

create function remember_benefit_change() returns trigger language plpgsql as $$
declare
  by_what text := coalesce(current_setting('assist.amounts_by', true), '');
begin
  if tg_op = 'INSERT' then
    insert into benefit_changes (case_id, kind, member_id, since, what, amount, until, why)
      select case_id, kind, member_id, since, 'begun', amount, until, by_what from new_rows;
  elsif tg_op = 'UPDATE' then
    insert into benefit_changes (case_id, kind, member_id, since, what, amount, until, why)
      select n.case_id, n.kind, n.member_id, n.since, case when n.amount <> o.amount then 'amount' else 'end' end, n.amount, n.until, by_what
      from new_rows n join old_rows o using (case_id, kind, member_id, since)
      where n.amount <> o.amount or n.until is distinct from o.until;
  else
    insert into benefit_changes (case_id, kind, member_id, since, what, amount, until, why)
      select case_id, kind, member_id, since, 'removed', amount, until, by_what from old_rows;
  end if;
  return null;
end
$$;
create trigger benefit_begun after insert on case_benefits referencing new table as new_rows
  for each statement execute function remember_benefit_change();
create trigger benefit_changed after update on case_benefits referencing old table as old_rows new table as new_rows
  for each statement execute function remember_benefit_change();
create trigger benefit_removed after delete on case_benefits referencing old table as old_rows
  for each statement execute function remember_benefit_change();

-- What is there already: from the import that the file came with, or the event that opened it.
insert into benefit_changes (case_id, kind, member_id, since, what, amount, until, why)
  select b.case_id, b.kind, b.member_id, b.since, 'begun', b.amount, b.until,
    coalesce('event:' || e.id, 'import:' || c.import_id, '')
  from case_benefits b join case_files c on c.id = b.case_id
    left join lateral (
      select e.id from procedure_events e join procedure_runs r on r.id = e.run_id
      where r.case_id = b.case_id and e.kind in ('takes-effect', 'confirmed') and e.happened_on < b.since
      order by e.at desc limit 1
    ) e on true;
create index case_benefits_by_office on case_benefits (office_id);

create table payment_lists (
  id uuid primary key,
  office_id text not null references offices,
  district text not null,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  state text not null check (state in ('draft', 'frozen', 'released', 'exported', 'returned')),
  lines integer not null,
  amount bigint not null,
  no_account integer not null,
  carried integer not null,
  lines_hash bytea not null,
  -- The last list before this one that was frozen: what it is compared with.
  previous_id uuid references payment_lists,
  computed_at timestamptz not null,
  frozen_by text references staff_accounts,
  frozen_at timestamptz,
  released_by text references staff_accounts,
  released_at timestamptz,
  exported_by text references staff_accounts,
  exported_at timestamptz,
  returned_by text references staff_accounts,
  returned_at timestamptz,
  -- Why it was sent back, in a clerk's words.
  note_sealed bytea,
  unique (office_id, month),
  constraint payment_lists_frozen check ((state = 'draft') = (frozen_by is null)),
  constraint payment_lists_released check ((state in ('released', 'exported', 'returned')) = (released_by is not null)),
  constraint payment_lists_exported check ((state in ('exported', 'returned')) = (exported_by is not null)),
  -- Who froze it does not let it go.
  constraint payment_lists_four_eyes check (released_by is null or released_by <> frozen_by)
);
create index payment_lists_of_district on payment_lists (district, month);

create function payment_lists_go_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a payment list is kept' using errcode = 'AS003';
  end if;
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'frozen'), ('frozen', 'draft'), ('frozen', 'released'),
      ('released', 'exported'), ('exported', 'returned'))
    or (old.office_id, old.month) is distinct from (new.office_id, new.month)
    or (old.state <> 'draft' and (old.lines, old.amount, old.lines_hash) is distinct from (new.lines, new.amount, new.lines_hash))
    or (old.state in ('released', 'exported') and (old.frozen_by, old.released_by) is distinct from (new.frozen_by, new.released_by)) then
    raise exception 'a payment list goes forward, and what is frozen stays' using errcode = 'AS003';
  end if;
  return new;
end
$$;
create trigger payment_lists_go_forward before update or delete on payment_lists
  for each row execute function payment_lists_go_forward();

create table payment_lines (
  list_id uuid not null references payment_lists,
  n integer not null,
  -- The month the money is for: an earlier one where it could not be paid then.
  for_month text not null,
  office_id text not null,
  case_id uuid not null references case_files,
  kind text not null,
  member_id text not null,
  -- Whose account it goes to.
  payee_id text not null,
  register_number text not null,
  amount bigint not null check (amount > 0),
  since date not null,
  taper boolean not null,
  -- Name, paper and account as they were when it was computed.
  payee_sealed bytea not null,
  state text not null check (state in ('to-pay', 'no-account', 'paid', 'bounced')),
  bounce_reason text,
  primary key (list_id, n),
  unique (list_id, for_month, case_id, kind, member_id),
  constraint payment_lines_bounced check ((state = 'bounced') = (bounce_reason is not null))
);
-- Nobody is paid the same month twice, whatever lists there are.
create unique index payment_lines_once on payment_lines (for_month, case_id, kind, member_id) where state in ('to-pay', 'paid');
create index payment_lines_by_case on payment_lines (case_id);
create index payment_lines_unpaid on payment_lines (office_id) where state in ('no-account', 'bounced');

create function payment_lines_stay() returns trigger language plpgsql as $$
declare
  wrong boolean;
begin
  if tg_op = 'INSERT' then
    wrong := exists (select from new_rows r join payment_lists l on l.id = r.list_id where l.state <> 'draft');
  elsif tg_op = 'DELETE' then
    wrong := exists (select from old_rows r join payment_lists l on l.id = r.list_id where l.state <> 'draft');
  else
    -- Only what the finance office says of a line, once.
    wrong := exists (
      select from new_rows n left join old_rows o using (list_id, n) join payment_lists l on l.id = n.list_id
      where l.state <> 'exported' or o.state is distinct from 'to-pay'
        or (n.for_month, n.case_id, n.kind, n.member_id, n.payee_id, n.amount, n.payee_sealed)
          is distinct from (o.for_month, o.case_id, o.kind, o.member_id, o.payee_id, o.amount, o.payee_sealed));
  end if;
  if wrong then
    raise exception 'lines of a frozen list stay' using errcode = 'AS003';
  end if;
  return null;
end
$$;
create trigger payment_lines_added after insert on payment_lines referencing new table as new_rows
  for each statement execute function payment_lines_stay();
create trigger payment_lines_settled after update on payment_lines referencing old table as old_rows new table as new_rows
  for each statement execute function payment_lines_stay();
create trigger payment_lines_removed after delete on payment_lines referencing old table as old_rows
  for each statement execute function payment_lines_stay();

create table payment_returns (
  id uuid primary key,
  list_id uuid not null references payment_lists,
  office_id text not null,
  file_hash bytea not null,
  file_name text not null,
  imported_by text not null references staff_accounts,
  imported_at timestamptz not null,
  paid integer not null,
  bounced integer not null,
  unique (list_id, file_hash)
);
