-- A household that moves house in the middle: its case, and all that is about it, goes from one township to another of the district at
-- once. Which office a row stands under changes; nothing else of it does.
create table case_moves (
  id uuid primary key,
  case_id uuid references case_files,
  application_id uuid references submissions,
  from_office_id text not null references offices,
  to_office_id text not null references offices,
  moved_by text not null references staff_accounts,
  moved_at timestamptz not null,
  -- Why: it may name people.
  reason_sealed bytea not null,
  fingerprint bytea not null,
  check ((case_id is null) <> (application_id is null)),
  check (from_office_id <> to_office_id)
);
create index case_moves_from on case_moves (from_office_id, to_office_id);
create index case_moves_by_case on case_moves (case_id) where case_id is not null;
-- What went with it, by id: who asks for one of them where it was is told where it went.
create table case_move_ids (
  move_id uuid not null references case_moves,
  id uuid not null,
  primary key (id, move_id)
);
alter table case_moves enable row level security;
alter table case_moves force row level security;
create policy both_ends on case_moves using (
  (select assist_sees_all()) or from_office_id = any ((select assist_offices())::text[]) or to_office_id = any ((select assist_offices())::text[])
  or left(from_office_id, 6) = any ((select assist_districts())::text[]));
create policy not_of_relatives on case_moves as restrictive using (
  (select assist_hidden()) is null or (case_id is null or case_id <> all ((select assist_hidden())::uuid[]))
    and (application_id is null or application_id <> all ((select assist_hidden())::uuid[])));
alter table case_move_ids enable row level security;
alter table case_move_ids force row level security;
create policy with_its_move on case_move_ids using (exists (select from case_moves m where m.id = move_id));

-- Whether only the office of a row changes, and a move is what changes it.
create function only_moves(was jsonb, becomes jsonb) returns boolean language sql stable as $$
  select was - 'office_id' = becomes - 'office_id' and becomes ->> 'office_id' = nullif(current_setting('assist.moving_to', true), '')
$$;
create function stays_but_may_move() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and only_moves(to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  raise exception '% stays: it is only added to', tg_table_name;
end
$$;
drop trigger procedure_events_are_only_added_to on procedure_events;
create trigger procedure_events_are_only_added_to before truncate on procedure_events
  for each statement execute function procedure_events_are_only_added_to();
create trigger procedure_events_stay before update or delete on procedure_events for each row execute function stays_but_may_move();
drop trigger objection_notes_are_only_added_to on objection_notes;
create trigger objection_notes_are_only_added_to before truncate on objection_notes
  for each statement execute function voices_are_only_added_to();
create trigger objection_notes_stay before update or delete on objection_notes for each row execute function stays_but_may_move();
drop trigger change_opinion_stays on change_opinions;
create trigger change_opinion_stays before update on change_opinions for each row execute function stays_but_may_move();

-- What stays where it was made: money that an office counted, what somebody of it asked for or looked at, what other systems were told.
create function stays_at_its_office(name text) returns boolean language sql immutable as $$
  select name = any (array['audit_log', 'archives', 'archive_parts', 'assistant_accounts', 'case_moves', 'complaints', 'complaint_events',
    'declared_relations', 'office_areas', 'office_day_numbers', 'one_time_payments', 'payment_lines', 'payment_lists', 'payment_returns',
    'person_searches', 'platform_feed', 'reality_codes', 'register_imports', 'round_codes', 'round_ties', 'shares', 'staff_accounts',
    'staff_drafts', 'standard_runs', 'urgent_calls', 'urgent_shares', 'urgent_sounds', 'urgent_tries', 'verification_codes'])
$$;

-- Takes a case, or an application that is none yet, with all that is about it to another office. @returns the ids that went
create function move_to_office(the_case uuid, the_application uuid, to_office text) returns uuid[] language plpgsql as $$
declare
  ids uuid[];
  before integer := -1;
  t record;
  found uuid[];
begin
  perform set_config('assist.moving_to', to_office, true);
  ids := array_remove(array[the_case, the_application], null);
  -- Whatever names one of them is about it too, until nothing more is found.
  while cardinality(ids) > before loop
    before := cardinality(ids);
    for t in
      select c.relname as name, array_agg(a.attname::text) as has from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and format_type(a.atttypid, null) = 'uuid'
        and a.attname in ('id', 'case_id', 'application_id', 'run_id', 'change_id', 'visit_id', 'subject_id', 'correction_id', 'check_id',
          'referral_id', 'objection_id', 'procedure_run_id')
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not stays_at_its_office(c.relname)
        and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'office_id' and not o.attisdropped)
      group by c.relname
    loop
      continue when t.has = array['id'];
      execute format('select array_agg(distinct x) from (%s) f (x) where x is not null and x <> all ($1)',
        (select string_agg(format('select %s from %I where %s', what, t.name, (
          select string_agg(format('%I = any ($1)', a), ' or ') from unnest(t.has) a where a <> 'id')), ' union all ')
         from unnest(case t.name
           -- An application goes with the case it became; nothing else of another kind is drawn along by being named.
           when 'procedure_runs' then array['id', 'application_id'] when 'procedure_events' then array['id'] else
             case when 'id' = any (t.has) then array['id'] else array['null::uuid'] end end) what))
        into found using ids;
      ids := ids || coalesce(found, '{}');
    end loop;
  end loop;
  for t in
    select c.relname as name, array_agg(a.attname::text) as has from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and format_type(a.atttypid, null) = 'uuid'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not stays_at_its_office(c.relname)
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'office_id' and not o.attisdropped)
    group by c.relname
  loop
    execute format('update %I set office_id = $2 where office_id <> $2 and (%s)', t.name, (
      select string_agg(format('%I = any ($1)', a), ' or ') from unnest(t.has) a
      where a in ('id', 'case_id', 'application_id', 'run_id', 'change_id', 'visit_id', 'subject_id', 'correction_id', 'check_id',
        'referral_id', 'objection_id', 'procedure_run_id'))) using ids, to_office;
  end loop;
  perform set_config('assist.moving_to', '', true);
  return ids;
end
$$;

-- Who read before a move and writes after it writes where the household is by then; a clerk it left is told so instead.
create function goes_where_it_is() returns trigger language plpgsql as $$
declare
  v jsonb;
  now_at text;
begin
  if not exists (select from case_moves m where m.from_office_id = new.office_id) then
    return new;
  end if;
  v := to_jsonb(new);
  now_at := coalesce(
    (select c.office_id from case_files c where c.id = (v ->> 'case_id')::uuid),
    (select r.office_id from procedure_runs r where r.id = (v ->> 'run_id')::uuid),
    (select c.office_id from changes c where c.id = (v ->> 'change_id')::uuid),
    (select a.office_id from applications a where a.id = (v ->> 'application_id')::uuid));
  if now_at is null and exists (select from case_moves m join case_move_ids i on i.move_id = m.id
      where m.from_office_id = new.office_id and i.id in ((v ->> 'case_id')::uuid, (v ->> 'run_id')::uuid, (v ->> 'change_id')::uuid, (v ->> 'application_id')::uuid)) then
    raise exception 'moved to another township' using errcode = 'AS004';
  end if;
  if now_at <> new.office_id and exists (select from case_moves m where m.from_office_id = new.office_id and m.to_office_id = now_at) then
    new.office_id := now_at;
  end if;
  return new;
end
$$;
-- Called here and after every later migration, so that no new table is forgotten; again is the same.
create function guard_moves() returns void language plpgsql as $$
declare
  t text;
begin
  for t in
    select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not stays_at_its_office(c.relname)
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'office_id')
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname in ('case_id', 'run_id', 'change_id', 'application_id'))
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'goes_where_it_is')
  loop
    execute format('create trigger goes_where_it_is before insert on %I for each row execute function goes_where_it_is()', t);
  end loop;
end
$$;
select guard_moves();
