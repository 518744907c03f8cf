-- An alert may be about a household that no register knows: its run has neither an application nor a case. What others let in stays.
do $$
declare
  about text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'procedure_runs_about');
begin
  execute 'alter table procedure_runs drop constraint procedure_runs_about, add constraint procedure_runs_about '
    || regexp_replace(about, '^CHECK \((.*)\)$', 'CHECK ((\1) OR procedure = ''alert'')');
end
$$;
