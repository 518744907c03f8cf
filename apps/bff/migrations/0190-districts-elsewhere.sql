-- A district whose rows were carried to another database (services/district): what lies here of it is kept, so that nothing accepted can be
-- taken again, and shown to nobody. In the new one the same of all the districts that it does not serve.
create table districts_elsewhere (
  district text primary key,
  since timestamptz not null
);

-- Called whenever the list above changed, and at the end of migrating, for tables that came since: one that has the policy already is not held
-- again. Restrictive and without a role: it holds for every side, the retention role too. The trail stays whole, because its seal is worked out
-- over all of it.
create function guard_elsewhere() returns void language plpgsql as $$
declare
  t record;
  gone text;
begin
  select array_agg(district order by district)::text into gone from districts_elsewhere;
  for t in
    select c.relname as name, p.oid is not null as has, obj_description(p.oid, 'pg_policy') as so_far
    from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'elsewhere'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and c.relname <> 'audit_log'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id' and not a.attisdropped)
  loop
    continue when t.so_far is not distinct from gone;
    if t.has then
      execute format('drop policy elsewhere on %I', t.name);
    end if;
    if gone is not null then
      execute format('create policy elsewhere on %I as restrictive using (office_id is null or left(office_id, 6) <> all (%L::text[]))', t.name, gone);
      execute format('comment on policy elsewhere on %I is %L', t.name, gone);
    end if;
  end loop;
end
$$;
