-- A household to whom money is owed and who has no account it can go to is a task in the queue. What others added to this list meanwhile stays.
do $$
declare
  one record;
  said text;
begin
  for one in select * from (values ('work_items', 'work_items_kind_check'), ('work_items', 'work_items_subject')) as t(tab, con)
  loop
    select pg_get_constraintdef(c.oid) into said from pg_constraint c where c.conrelid = one.tab::regclass and c.conname = one.con;
    execute format('alter table %I drop constraint %I', one.tab, one.con);
    execute format('alter table %I add constraint %I %s', one.tab, one.con, replace(said, 'ARRAY[', 'ARRAY[''account''::text, '));
  end loop;
end
$$;
