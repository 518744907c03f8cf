-- What somebody wrote and did not send, their codes, their sign-ins: nobody of the staff reads them, nor another system, whatever a query asks for.
do $$
declare
  own text;
begin
  foreach own in array array['drafts', 'contact_codes', 'uploads', 'upload_pieces', 'refresh_tokens', 'one_visit']
  loop
    execute format('alter table %I enable row level security', own);
    execute format('alter table %I force row level security', own);
    execute format('create policy residents on %I using ((select assist_sees_all()))', own);
  end loop;
end
$$;
select guard_from_platform();
