-- Another system sees what happened in its client's districts, and of a run its steps; nothing else of a township, whatever a query asks for.
-- What it brings for an officer is put on record as that officer, not as itself.
create or replace function assist_districts() returns text[] language sql stable parallel safe as $$
  select case when current_setting('assist.actor', true) in ('staff', 'platform')
    then string_to_array(nullif(current_setting('assist.districts', true), ''), ',') end
$$;
create function assist_is_platform() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('assist.actor', true) = 'platform', false)
$$;

-- Called at the end of migrating, beside guard_townships(): a table that comes later is no platform's either until a migration says so.
create function guard_from_platform() returns void language plpgsql as $$
declare
  t record;
begin
  for t in
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and c.relname not in ('platform_feed', 'procedure_runs', 'procedure_events', 'audit_log')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'not_for_platform')
  loop
    execute format('create policy not_for_platform on %I as restrictive using (not (select assist_is_platform()))', t.name);
  end loop;
end
$$;
select guard_from_platform();
-- It adds to the trail and reads none of it.
create policy not_for_platform on audit_log as restrictive for select using (not (select assist_is_platform()));
