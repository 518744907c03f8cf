-- What lies here of a district that was carried elsewhere ended no more: the policy that puts it out of everybody's sight bound the role that ends
-- what was kept its time, too. It sees such rows again, and still none before their time (its own policies, 0141-retention.sql). As in
-- 0190-districts-elsewhere.sql but for that; the note on a policy says which of the two made it, so that one from before is made anew.
create or replace function guard_elsewhere() returns void language plpgsql as $$
declare
  t record;
  gone text;
  made text;
begin
  select array_agg(district order by district)::text into gone from districts_elsewhere;
  made := gone || ', but to end it';
  for t in
    select c.relname as name, p.oid is not null as has, obj_description(p.oid, 'pg_policy') as so_far
    from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'elsewhere'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and c.relname <> 'audit_log'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id' and not a.attisdropped)
  loop
    continue when t.so_far is not distinct from made;
    if t.has then
      execute format('drop policy elsewhere on %I', t.name);
    end if;
    if gone is not null then
      execute format('create policy elsewhere on %I as restrictive using (office_id is null or left(office_id, 6) <> all (%L::text[])
        or current_user = ''assist_retention'')', t.name, gone);
      execute format('comment on policy elsewhere on %I is %L', t.name, made);
    end if;
  end loop;
end
$$;
