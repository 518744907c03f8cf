-- What another province asks about somebody is about no case, application or call of this one.
do $$
declare
  about text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'procedure_runs_about');
begin
  execute 'alter table procedure_runs drop constraint procedure_runs_about, add constraint procedure_runs_about '
    || regexp_replace(about, '^CHECK \((.*)\)$', 'CHECK ((\1) OR procedure = ''check-for-elsewhere'')');
end
$$;
