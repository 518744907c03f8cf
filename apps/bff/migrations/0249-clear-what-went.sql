-- What a district that was carried elsewhere left here is cleared by a command (services/district/clear.ts), as a role of its own. Its row policies
-- let through only rows of districts that went ninety days ago or more, by the database's own clock; no login of a process is a member of it.
do $$
begin
  create role assist_clearing nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'the role assist_clearing is missing and this login may not make one: create role assist_clearing nologin; grant assist_clearing to <this login>';
end
$$;
do $$
begin
  if not pg_has_role(current_user, 'assist_clearing', 'member') then
    execute format('grant assist_clearing to %I', current_user);
  end if;
end
$$;
grant usage on schema public to assist_clearing;
grant select on districts_elsewhere to assist_clearing;
-- These name no township by the column the policy below goes by: what hangs on a row that goes.
grant select, delete on case_moves, case_move_ids, register_import_rows, benefit_changes, platform_deliveries, sends to assist_clearing;

-- An id that was taken here stays taken when its row is cleared: nothing but the id.
create table taken_ids (
  id uuid primary key
);
revoke insert, update, delete on taken_ids from assist_application;
create function id_stays_taken() returns trigger language plpgsql as $$
declare
  given uuid;
begin
  if tg_argv[0] = 'application_id' then
    given := new.application_id;
  else
    given := new.id;
  end if;
  if exists (select from taken_ids where id = given) then
    raise exception 'taken before, and cleared' using errcode = 'unique_violation';
  end if;
  return new;
end
$$;
-- Called by the command before it clears: until then no insertion asks.
create function guard_taken_ids(tables text[]) returns void language plpgsql as $$
declare
  t text;
begin
  foreach t in array tables loop
    continue when exists (select from pg_trigger where tgrelid = t::regclass and tgname = 'id_stays_taken');
    execute format('create trigger id_stays_taken before insert on %I for each row execute function id_stays_taken(%L)', t,
      case t when 'submissions' then 'application_id' else 'id' end);
  end loop;
end
$$;

-- As in 0243-retention-of-what-went.sql, and the role above sees such rows too, bound by a policy of its own.
create or replace function guard_elsewhere() returns void language plpgsql as $$
declare
  t record;
  gone text;
  made text;
begin
  select array_agg(district order by district)::text into gone from districts_elsewhere;
  made := gone || ', but to end or clear it';
  for t in
    select c.relname as name, p.oid is not null as has, obj_description(p.oid, 'pg_policy') as so_far,
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'left_here') as cleared,
      case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district' and not a.attisdropped)
        then 'coalesce(left(office_id, 6), district)' else 'left(office_id, 6)' end as place
    from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'elsewhere'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and c.relname <> 'audit_log'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id' and not a.attisdropped)
  loop
    continue when t.so_far is not distinct from made;
    if t.has then
      execute format('drop policy elsewhere on %I', t.name);
    end if;
    if t.cleared then
      execute format('drop policy left_here on %I', t.name);
      execute format('revoke select, delete on %I from assist_clearing', t.name);
    end if;
    if gone is not null then
      execute format('create policy elsewhere on %I as restrictive using (office_id is null or left(office_id, 6) <> all (%L::text[])
        or current_user in (''assist_retention'', ''assist_clearing''))', t.name, gone);
      execute format('comment on policy elsewhere on %I is %L', t.name, made);
      execute format('create policy left_here on %I as restrictive to assist_clearing using (%s in
        (select district from districts_elsewhere where since < now() - interval ''90 days''))', t.name, t.place);
      execute format('grant select, delete on %I to assist_clearing', t.name);
    end if;
  end loop;
end
$$;
