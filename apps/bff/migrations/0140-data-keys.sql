-- Data keys that seal fields and files. Each is shut by a key-encryption key that never lies here (crypto/key-encryption.ts).
create table data_keys (
  -- Stands in front of everything it sealed.
  id text primary key check (id ~ '^[0-9a-z]{4,20}$'),
  suite text not null check (suite in ('aes-256-gcm', 'sm4-ctr-hmac-sm3')),
  wrapped_by text not null,
  wrapped bytea not null,
  made_at timestamptz not null,
  -- Not before every process has fetched it.
  seals_from timestamptz not null
);

-- How far sealing anew has come, a line for each place where sealed values or files lie. A kill loses nothing of it.
create table reseal_progress (
  place text primary key,
  to_key text not null references data_keys,
  -- The last row that was looked at.
  after text[],
  passes integer not null default 0,
  resealed bigint not null default 0,
  -- Could not be opened: nothing was done to them.
  unreadable bigint not null default 0,
  changed_at timestamptz not null
);

-- A data key that is lost is everything that it sealed: the processes add one, and may neither change nor remove any.
revoke update, delete, truncate on data_keys from assist_application;

-- What stays as it was put on record may still be sealed by a newer key, and by nothing else: all but the sealed values is the same, and the
-- one who seals anew says that this is what it does. That the content is the same, the one statement that writes it answers for.
create function only_resealed(was jsonb, becomes jsonb) returns boolean language sql stable as $$
  select current_setting('assist.resealing', true) = 'on'
    and not exists (select from jsonb_each(was) one where one.key not like '%\_sealed' and one.value is distinct from becomes -> one.key)
$$;

create or replace function stays_but_may_move() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (only_moves(to_jsonb(old), to_jsonb(new)) or only_resealed(to_jsonb(old), to_jsonb(new))) then
    return new;
  end if;
  raise exception '% stays: it is only added to', tg_table_name;
end
$$;

create function stays_but_may_be_resealed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and only_resealed(to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  raise exception '% is only added to', tg_table_name;
end
$$;
drop trigger complaint_events_are_only_added_to on complaint_events;
create trigger complaint_events_are_only_added_to before truncate on complaint_events
  for each statement execute function voices_are_only_added_to();
create trigger complaint_events_stay before update or delete on complaint_events for each row execute function stays_but_may_be_resealed();

create or replace function payment_lists_go_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a payment list is kept' using errcode = 'AS003';
  end if;
  if only_resealed(to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'frozen'), ('frozen', 'draft'), ('frozen', 'released'),
      ('released', 'exported'), ('exported', 'returned'))
    or (old.office_id, old.month) is distinct from (new.office_id, new.month)
    or (old.state <> 'draft' and (old.lines, old.amount, old.lines_hash) is distinct from (new.lines, new.amount, new.lines_hash))
    or (old.state in ('released', 'exported') and (old.frozen_by, old.released_by) is distinct from (new.frozen_by, new.released_by)) then
    raise exception 'a payment list goes forward, and what is frozen stays' using errcode = 'AS003';
  end if;
  return new;
end
$$;

create or replace function payment_lines_stay() returns trigger language plpgsql as $$
declare
  wrong boolean;
begin
  if tg_op = 'INSERT' then
    wrong := exists (select from new_rows r join payment_lists l on l.id = r.list_id where l.state <> 'draft');
  elsif tg_op = 'DELETE' then
    wrong := exists (select from old_rows r join payment_lists l on l.id = r.list_id where l.state <> 'draft');
  else
    -- Only what the finance office says of a line, once.
    wrong := exists (
      select from new_rows becomes left join old_rows was using (list_id, n) join payment_lists l on l.id = list_id
      where not coalesce(only_resealed(to_jsonb(was), to_jsonb(becomes)), false)
        and (l.state <> 'exported' or was.state is distinct from 'to-pay'
          or (becomes.for_month, becomes.case_id, becomes.kind, becomes.member_id, becomes.payee_id, becomes.amount, becomes.payee_sealed)
            is distinct from (was.for_month, was.case_id, was.kind, was.member_id, was.payee_id, was.amount, was.payee_sealed)));
  end if;
  if wrong then
    raise exception 'lines of a frozen list stay' using errcode = 'AS003';
  end if;
  return null;
end
$$;

create or replace function one_time_payments_stay() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and only_resealed(to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  if tg_op = 'DELETE' or old.seen_by is not null
    or (new.id, new.run_id, new.office_id, new.kind, new.amount, new.given_on, new.given_by, new.given_at, new.payee_sealed)
      is distinct from (old.id, old.run_id, old.office_id, old.kind, old.amount, old.given_on, old.given_by, old.given_at, old.payee_sealed) then
    raise exception 'what was given stays as it was' using errcode = 'AS003';
  end if;
  return new;
end
$$;
