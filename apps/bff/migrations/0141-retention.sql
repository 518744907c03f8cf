-- What is kept for a time ends under a role of its own, which can end just those rows and see no others: the policies below know the time by
-- the database's own clock, so that neither a slip in a query nor a process whose clock jumped takes what is still to be kept.
-- services/retention/kept.ts is the table of what is kept how long and why; a test holds both together.
do $$
begin
  create role assist_retention nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'the role assist_retention is missing and this login may not make one: create role assist_retention nologin; grant assist_retention to <this login>';
end
$$;
do $$
begin
  if not pg_has_role(current_user, 'assist_retention', 'member') then
    execute format('grant assist_retention to %I', current_user);
  end if;
end
$$;
grant usage on schema public to assist_retention;
-- That it ended something is on record like everything else.
grant insert on audit_log to assist_retention;
grant select (id, closed_at) on accounts to assist_retention;

grant select, delete on person_searches, verification_codes, contact_codes, sends, consents to assist_retention;
grant select (id, subject_sealed, verify_id_sealed, expires_at, state), update (subject_sealed, verify_id_sealed) on face_checks to assist_retention;
-- Nothing else ends them, whatever a verb asks for.
revoke delete, truncate on person_searches, verification_codes, contact_codes, sends, consents from assist_application;

create policy ended on person_searches to assist_retention using (at < now() - interval '1 year');
create policy ended on verification_codes to assist_retention using (expires_at < now() - interval '90 days');
create policy ended on contact_codes to assist_retention using (expires_at < now() - interval '30 days');
create policy ended on face_checks to assist_retention using (expires_at < now() - interval '30 days');

-- These two had no policy: a resident's own, by account. They are everybody's who serves her, and this role's only at their end.
alter table sends enable row level security;
alter table sends force row level security;
create policy by_account on sends using (current_user <> 'assist_retention' or settled_at < now() - interval '1 year');
alter table consents enable row level security;
alter table consents force row level security;
create policy by_account on consents using (current_user <> 'assist_retention'
  or exists (select from accounts a where a.id = account_id and a.closed_at < now() - interval '3 years'));
