-- quick: only open procedures are in the index, and they are few beside those that ended.
-- The day on which the chore that warns before a clock's end has something to look at again. Null until it looked: then thirty days before
-- the nearest clock; a taper's end is a day of the register and is looked at every day. Whatever is put on record afterwards, by whichever
-- version, begins anew: another clock may run by then.
alter table procedure_runs add column watch_on date;
create function procedure_runs_look_again() returns trigger language plpgsql as $$
begin
  new.watch_on := null;
  return new;
end
$$;
create trigger procedure_runs_look_again before update on procedure_runs for each row
  when (new.events is distinct from old.events) execute function procedure_runs_look_again();
create index procedure_runs_to_watch on procedure_runs
  (coalesce(watch_on, case when procedure = 'taper' then '-infinity'::date else due - 30 end, 'infinity'::date), id) where ended_on is null;
