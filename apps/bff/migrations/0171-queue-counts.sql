-- What a page of the queue counts, kept as signed rows that are only added: an item that comes adds one, an item that changes takes one away
-- where it was and adds one where it is. No row is ever written over, so that clerks who end items at once wait for nobody; the worker adds
-- them up (services/queue/fold-counts.ts). Counting the items themselves takes longer the more there are.

-- quick: nothing is rewritten, each index holds few items (what somebody has in hand, what is kept from somebody, two papers of one number);
-- the open ones and the closed ones are counted once, with writing to the queue held for that long.
create table work_item_counts (
  office_id text not null,
  kind text not null,
  open boolean not null,
  -- Empty, endless and false of what is closed: nobody asks.
  state text not null,
  step_due date not null,
  not_agreed boolean not null,
  review boolean not null,
  n integer not null,
  -- Not added up yet.
  loose boolean not null default true
);
create index work_item_counts_by_office on work_item_counts (office_id);
create index work_item_counts_loose on work_item_counts (office_id) where loose;

alter table work_item_counts enable row level security;
alter table work_item_counts force row level security;
-- Whoever may write an item may say that there is one more.
create policy added_to on work_item_counts for insert with check (true);
create policy township on work_item_counts for select using (
  (select assist_sees_all()) or office_id = any ((select assist_offices())::text[]) or left(office_id, 6) = any ((select assist_districts())::text[]));
create policy folded on work_item_counts for delete using ((select assist_sees_all()));
select guard_from_platform();

-- What is kept from somebody is not among them: it is counted by itself, by whoever may see it.
create function count_new_work_items() returns trigger language plpgsql as $$
begin
  insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n)
  select office_id, kind, open, case when open then state else '' end, case when open then step_due else 'infinity' end,
    open and (about || marks) && '{not-agreed,door-not-agreed}', open and kind = 'case-run' and coalesce(about[1] = 'review', false), count(*)
  from added where kept_from is null group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$$;
create function count_gone_work_items() returns trigger language plpgsql as $$
begin
  insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n)
  select office_id, kind, open, case when open then state else '' end, case when open then step_due else 'infinity' end,
    open and (about || marks) && '{not-agreed,door-not-agreed}', open and kind = 'case-run' and coalesce(about[1] = 'review', false), -count(*)
  from gone where kept_from is null group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$$;
create function count_changed_work_item() returns trigger language plpgsql as $$
begin
  insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n)
  select office_id, kind, open, case when open then state else '' end, case when open then step_due else 'infinity' end,
    open and (about || marks) && '{not-agreed,door-not-agreed}', open and kind = 'case-run' and coalesce(about[1] = 'review', false), n
  from (values
    (old.office_id, old.kind, old.open, old.state, old.step_due, old.about, old.marks, old.kept_from, -1),
    (new.office_id, new.kind, new.open, new.state, new.step_due, new.about, new.marks, new.kept_from, 1)
  ) as both_of (office_id, kind, open, state, step_due, about, marks, kept_from, n)
  where kept_from is null;
  return null;
end
$$;
create function count_no_work_items() returns trigger language plpgsql as $$
begin
  truncate work_item_counts;
  return null;
end
$$;
create trigger counted_new after insert on work_items referencing new table as added for each statement execute function count_new_work_items();
create trigger counted_gone after delete on work_items referencing old table as gone for each statement execute function count_gone_work_items();
-- Taken in hand and given back changes no count: that is looked up.
create trigger counted_changed after update on work_items for each row
  when ((old.office_id, old.kind, old.open, old.state, old.step_due, old.about, old.marks, old.kept_from is null)
    is distinct from (new.office_id, new.kind, new.open, new.state, new.step_due, new.about, new.marks, new.kept_from is null))
  execute function count_changed_work_item();
create trigger counted_none after truncate on work_items for each statement execute function count_no_work_items();
alter table work_items enable always trigger counted_none;

insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n, loose)
select office_id, kind, open, case when open then state else '' end, case when open then step_due else 'infinity' end,
  open and (about || marks) && '{not-agreed,door-not-agreed}', open and kind = 'case-run' and coalesce(about[1] = 'review', false), count(*), false
from work_items where kept_from is null group by 1, 2, 3, 4, 5, 6, 7;

-- What somebody has in hand.
create index work_items_held on work_items (office_id, claimed_until) where open and claimed_until is not null;
-- What is kept from somebody.
create index work_items_kept on work_items (office_id) where kept_from is not null;
-- Items about somebody's relatives are taken out of her counts, found by each id they name.
create index work_items_conflicts_of_application on work_items (application_id) where kind = 'identity-conflict';
