-- quick: procedure_runs has a row a procedure; an index on one column of it takes seconds.
--
-- A clerk's note may be said to be wrong, once, by words beside it; and a text that should not stand there is blacked out: it is gone from the
-- row with its hash and the words beside it, and that it was, by whom and why stays.
alter table item_notes
  alter column note_sealed drop not null,
  alter column fingerprint drop not null,
  add column corrected_at timestamptz,
  add column corrected_by text,
  add column correction_sealed bytea,
  add column blacked_out_at timestamptz,
  add column blacked_out_by text,
  add column blacked_out_why text;
alter table item_notes add constraint item_notes_correction check (num_nulls(corrected_at, corrected_by) in (0, 2)) not valid;
alter table item_notes add constraint item_notes_black_out check (
  num_nulls(blacked_out_at, blacked_out_by, blacked_out_why) in (0, 3)
  and (blacked_out_at is null) = (note_sealed is not null)
  and (blacked_out_at is null) = (fingerprint is not null)
  and (blacked_out_at is null or correction_sealed is null)
  and blacked_out_why in ('somebody-elses', 'other-household', 'not-needed')) not valid;

create function item_note_stays() returns trigger language plpgsql as $$
declare
  correction text[] := array['corrected_at', 'corrected_by', 'correction_sealed'];
  black_out text[] := array['blacked_out_at', 'blacked_out_by', 'blacked_out_why', 'note_sealed', 'fingerprint', 'correction_sealed'];
begin
  if tg_op = 'UPDATE' and (only_moves(to_jsonb(old), to_jsonb(new)) or only_resealed(to_jsonb(old), to_jsonb(new))
    or (old.corrected_at is null and old.blacked_out_at is null and new.correction_sealed is not null
      and to_jsonb(old) - correction = to_jsonb(new) - correction)
    or (old.blacked_out_at is null and new.blacked_out_at is not null and to_jsonb(old) - black_out = to_jsonb(new) - black_out)) then
    return new;
  end if;
  raise exception '% stays: it is only added to', tg_table_name;
end
$$;
drop trigger item_notes_stay on item_notes;
create trigger item_notes_stay before update or delete on item_notes for each row execute function item_note_stays();

-- Which procedures a notice of change led to: whether a step of theirs rests on a note about it.
create index procedure_runs_by_change on procedure_runs (change_id) where change_id is not null;
