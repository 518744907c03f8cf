-- Whether any household ever moved away from an office: asked for every row that is written about somebody, and of nearly every office the
-- answer is no. Asking `case_moves` itself meant its row security made ready each time, a fifth of taking in an application.

alter table offices add column somebody_moved boolean not null default false;
update offices set somebody_moved = true where id in (select from_office_id from case_moves);

-- In the transaction of the move: who writes after it and sees the move sees this too.
create function note_somebody_moved() returns trigger language plpgsql as $$
begin
  update offices set somebody_moved = true where id = new.from_office_id and not somebody_moved;
  return null;
end
$$;
create trigger somebody_moved after insert on case_moves for each row execute function note_somebody_moved();

-- The same as in 0087-cases-move.sql behind another door: whatever it changes or refuses, it does because of a row of `case_moves`.
create or replace function goes_where_it_is() returns trigger language plpgsql as $$
declare
  v jsonb;
  now_at text;
begin
  if not exists (select from offices o where o.id = new.office_id and o.somebody_moved) then
    return new;
  end if;
  v := to_jsonb(new);
  now_at := coalesce(
    (select c.office_id from case_files c where c.id = (v ->> 'case_id')::uuid),
    (select r.office_id from procedure_runs r where r.id = (v ->> 'run_id')::uuid),
    (select c.office_id from changes c where c.id = (v ->> 'change_id')::uuid),
    (select a.office_id from applications a where a.id = (v ->> 'application_id')::uuid));
  if now_at is null and exists (select from case_moves m join case_move_ids i on i.move_id = m.id
      where m.from_office_id = new.office_id and i.id in ((v ->> 'case_id')::uuid, (v ->> 'run_id')::uuid, (v ->> 'change_id')::uuid, (v ->> 'application_id')::uuid)) then
    raise exception 'moved to another township' using errcode = 'AS004';
  end if;
  if now_at <> new.office_id and exists (select from case_moves m where m.from_office_id = new.office_id and m.to_office_id = now_at) then
    new.office_id := now_at;
  end if;
  return new;
end
$$;
