-- For the city's platform: what happened, in an order that a cursor can follow, and what was sent to whom.

-- Written by the tables themselves, in the transaction of what happened, so that no code can forget it. `seq` is given later by one
-- sealer alone: a number that is smaller than another was never committed after it, so who reads past a cursor misses nothing.
create table platform_feed (
  id uuid primary key default gen_random_uuid(),
  written bigint generated always as identity,
  seq bigint,
  at timestamptz not null,
  kind text not null check (kind in ('application', 'procedure')),
  -- State of the application, or kind of the event.
  what text not null,
  office_id text not null,
  district text not null,
  procedure text,
  application_id uuid,
  run_id uuid,
  event_id uuid
);
create index platform_feed_unsealed on platform_feed (written) where seq is null;
create unique index platform_feed_sealed on platform_feed (seq) where seq is not null;
create index platform_feed_of_district on platform_feed (district, seq) where seq is not null;

create function feed_application() returns trigger language plpgsql as $$
begin
  insert into platform_feed (at, kind, what, office_id, district, application_id)
    values (new.at, 'application', new.state, new.office_id, left(new.office_id, 6), new.application_id);
  return null;
end
$$;
create trigger feed_application after insert on application_events for each row execute function feed_application();

create function feed_procedure() returns trigger language plpgsql as $$
begin
  insert into platform_feed (at, kind, what, office_id, district, procedure, application_id, run_id, event_id)
    select new.at, 'procedure', new.kind, r.office_id, r.district, r.procedure, r.application_id, r.id, new.id
    from procedure_runs r where r.id = new.run_id;
  return null;
end
$$;
create trigger feed_procedure after insert on procedure_events for each row execute function feed_procedure();

-- Only a number is ever added to what happened, once.
create function platform_feed_is_only_sealed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.seq is not null or (to_jsonb(old) - 'seq') is distinct from (to_jsonb(new) - 'seq') then
    raise exception 'platform_feed is only added to' using errcode = 'AS003';
  end if;
  return new;
end
$$;
create trigger platform_feed_is_only_sealed before update or delete on platform_feed
  for each row execute function platform_feed_is_only_sealed();

-- One row for each that is told: where it stands, and how often it was tried.
create table platform_deliveries (
  client_id text not null,
  feed_id uuid not null references platform_feed,
  seq bigint not null,
  state text not null check (state in ('waiting', 'sending', 'delivered', 'given-up')),
  tries integer not null default 0,
  run_at timestamptz not null,
  sending_since timestamptz,
  -- HTTP status of the last answer, or why there was none.
  last_answer text,
  settled_at timestamptz,
  primary key (client_id, feed_id),
  check ((state = 'sending') = (sending_since is not null)),
  check ((state in ('delivered', 'given-up')) = (settled_at is not null))
);
create index platform_deliveries_waiting on platform_deliveries (run_at) where state = 'waiting';
create index platform_deliveries_sending on platform_deliveries (sending_since) where state = 'sending';
create index platform_deliveries_by_client on platform_deliveries (client_id, seq);

-- How far each client says it has everything.
create table platform_acknowledgements (
  client_id text primary key,
  seq bigint not null,
  at timestamptz not null
);

-- Client assertions that were used: each is good once.
create table platform_assertions (
  client_id text not null,
  jti_hash bytea not null,
  expires_at timestamptz not null,
  primary key (client_id, jti_hash)
);
create index platform_assertions_by_end on platform_assertions (expires_at);
