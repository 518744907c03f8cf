-- A clerk sees her township's rows and nobody else's, whatever a query asks for; the owner of the tables is bound too. Who is asking is said
-- by each connection or transaction, and who says nothing sees nothing:
--   assist.actor     'account' (residents' side), 'worker', 'import', 'staff', or 'door' (nobody signed in yet)
--   assist.offices   by comma: a clerk's township, and those whose handling it took over
--   assist.districts a confirmer's district, 6 digits (of another system, by comma); its townships' ids begin with it
--   assist.role      what the clerk is
--   assist.villages  an assistant's villages, by line
--   assist.staff     which clerk
--   assist.hidden    ids, by comma, of applications, cases, changes and visits about people she declared to be her relatives

-- What the processes work as: it owns nothing and passes no policy. A login of production is a member of it.
do $$
begin
  create role assist_application nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'the role assist_application is missing and this login may not make one: create role assist_application nologin; grant assist_application to <this login>';
end
$$;
do $$
begin
  if not pg_has_role(current_user, 'assist_application', 'member') then
    execute format('grant assist_application to %I', current_user);
  end if;
end
$$;
grant usage on schema public to assist_application;
grant select, insert, update, delete on all tables in schema public to assist_application;
grant usage on all sequences in schema public to assist_application;
alter default privileges in schema public grant select, insert, update, delete on tables to assist_application;
alter default privileges in schema public grant usage on sequences to assist_application;
revoke insert, update, delete on schema_migrations from assist_application;

-- Each is put as `(select …)`, so that a query asks once and not for every row.
create function assist_setting(name text) returns text language sql stable parallel safe as $$
  select nullif(current_setting('assist.' || name, true), '')
$$;
create function assist_sees_all() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('assist.actor', true) in ('account', 'worker', 'import'), false)
$$;
create function assist_offices() returns text[] language sql stable parallel safe as $$
  select case when current_setting('assist.actor', true) = 'staff' then string_to_array(current_setting('assist.offices', true), ',') end
$$;
create function assist_districts() returns text[] language sql stable parallel safe as $$
  select case when current_setting('assist.actor', true) = 'staff' then string_to_array(nullif(current_setting('assist.districts', true), ''), ',') end
$$;
create function assist_villages() returns text[] language sql stable parallel safe as $$
  select case when current_setting('assist.actor', true) = 'staff' then string_to_array(nullif(current_setting('assist.villages', true), ''), E'\n') end
$$;
-- Null where nothing is hidden, so that a row costs one look at it.
create function assist_hidden() returns uuid[] language sql stable parallel safe as $$
  select case when current_setting('assist.actor', true) = 'staff'
    then string_to_array(nullif(current_setting('assist.hidden', true), ''), ',')::uuid[] end
$$;

-- Puts every table that carries a township's code behind its policies. Called here and after every later migration, so that no new table
-- is forgotten; again is the same. Not behind them: what is needed before anybody is signed in, and counters.
create function guard_townships() returns void language plpgsql as $$
declare
  t record;
  has text[];
  hides text;
begin
  for t in
    select c.oid, c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('office_areas', 'staff_accounts', 'assistant_accounts', 'office_day_numbers', 'reality_codes')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('office_id', 'case_id', 'import_id') and not a.attisdropped)
      and not exists (select from pg_policy p where p.polrelid = c.oid)
  loop
    select array_agg(attname) into has from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped;
    execute format('alter table %I enable row level security', t.name);
    execute format('alter table %I force row level security', t.name);
    execute format(
      'create policy township on %I using ((select assist_sees_all()) or (%s))',
      t.name,
      case
        when t.name = 'declared_relations' then 'staff_id = (select assist_setting(''staff'')) or office_id = any ((select assist_offices())::text[])'
        when t.name = 'shares' then
          'from_office_id = any ((select assist_offices())::text[]) or office_id = any ((select assist_offices())::text[]) and (staff_id is null or staff_id = (select assist_setting(''staff'')))'
        -- What the district had written came for all its townships.
        when t.name = 'register_imports' then 'office_id is null and (select assist_offices()) is not null or office_id = any ((select assist_offices())::text[])'
        when t.name = 'register_import_rows' then 'exists (select from register_imports i where i.id = import_id)'
        -- What somebody sends in is nobody's township's until it is sent with something.
        when t.name = 'files' then
          'office_id = any ((select assist_offices())::text[]) or left(office_id, 6) = any ((select assist_districts())::text[]) or office_id is null and staff_id = (select assist_setting(''staff''))'
        when 'office_id' = any (has) then 'office_id = any ((select assist_offices())::text[]) or left(office_id, 6) = any ((select assist_districts())::text[])'
        else format('exists (select from case_files c where c.id = %I.case_id)', t.name)
      end);
    -- Whatever is about a relative, by whichever id the row carries.
    select string_agg(format('(%1$I is null or %1$I <> all ((select assist_hidden())::uuid[]))', a), ' and ') into hides from unnest(has) a
      where a in ('application_id', 'case_id', 'match_case_id', 'change_id', 'visit_id', 'subject_id', 'run_id', 'work_item_id')
        or a = 'id' and t.name in ('applications', 'case_files', 'change_notices', 'changes', 'visits', 'procedure_runs', 'authentications');
    if hides is not null then
      execute format('create policy not_of_relatives on %I as restrictive using ((select assist_hidden()) is null or (%s))', t.name, hides);
    end if;
  end loop;
end
$$;

-- The trail is written by everybody, also by who is about to sign in; it is read by a township's own.
alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy added_to on audit_log for insert with check (true);
create policy township on audit_log for select using (
  (select assist_sees_all()) or office_id = any ((select assist_offices())::text[]) or left(office_id, 6) = any ((select assist_districts())::text[])
  -- What no township may read, such as a look at a complaint about it.
  or office_id is null and actor_kind = 'staff' and actor_id = (select assist_setting('staff')));

select guard_townships();

-- Whether somebody declared relatives has to be known before she is let in.
create policy door on declared_relations for select using ((select assist_setting('actor')) = 'door');

-- A village's assistant: the people of her village.
create policy village on case_files as restrictive using (
  (select assist_villages()) is null or village = any ((select assist_villages())::text[]));
-- An application names no village: its procedure is seen in the whole township.
create policy village on procedure_runs as restrictive using (
  (select assist_villages()) is null or case_id is null or exists (select from case_files c where c.id = case_id));

-- What is said of a township's handling or its people goes past it: the district's bureau alone reads it, and of a household the township alone.
drop policy township on complaints;
create policy looked_at_by on complaints using (
  (select assist_sees_all())
  or looked_at_by = 'township' and office_id = any ((select assist_offices())::text[]) and (select assist_setting('role')) is distinct from 'confirmer'
  or looked_at_by = 'district' and district = any ((select assist_districts())::text[]));
drop policy township on complaint_events;
create policy of_complaint on complaint_events using (exists (select from complaints c where c.id = complaint_id));
-- Whoever it names reads none of it, nor whoever worked where it happened when it was said, wherever they work by now.
alter table complaints add column kept_from text[] not null default '{}';
alter table work_items add column kept_from text[];
create policy not_of_oneself on complaints as restrictive using ((select assist_setting('staff')) is null or (select assist_setting('staff')) <> all (kept_from));
create policy not_of_oneself on work_items as restrictive using (kept_from is null or (select assist_setting('staff')) is null or (select assist_setting('staff')) <> all (kept_from));

-- What stands beside something that is kept from somebody is kept with it.
create policy with_its_check on cross_check_people as restrictive using ((select assist_hidden()) is null or exists (select from cross_checks c where c.id = check_id));
create policy with_its_check on cross_check_questions as restrictive using ((select assist_hidden()) is null or exists (select from cross_checks c where c.id = check_id));
create policy with_its_check on cross_check_disputes as restrictive using ((select assist_hidden()) is null or exists (select from cross_checks c where c.id = check_id));
create policy with_its_referral on referral_steps as restrictive using ((select assist_hidden()) is null or exists (select from referrals r where r.id = referral_id));
create policy with_its_objection on objection_notes as restrictive using ((select assist_hidden()) is null or exists (select from procedure_events e where e.id = objection_id));
create policy with_its_call on urgent_sounds as restrictive using ((select assist_hidden()) is null or exists (select from urgent_calls c where c.id = call_id));
create policy with_its_call on urgent_tries as restrictive using ((select assist_hidden()) is null or exists (select from urgent_calls c where c.id = call_id));

-- To find what is about a clerk's relatives.
create index visits_by_person on visits (person_hash);
create index changes_by_teller on changes (teller_number_hash) where teller_number_hash is not null;
