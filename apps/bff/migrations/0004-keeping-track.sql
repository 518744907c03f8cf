create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('account', 'staff', 'system')),
  actor_id text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  office_id text,
  result text not null default 'done'
);
create index audit_by_office on audit_log (office_id, id) where office_id is not null;
create index audit_by_object on audit_log (object_id, id);

create function audit_is_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is only added to';
end
$$;
create trigger audit_is_only_added_to before update or delete or truncate on audit_log
  for each statement execute function audit_is_only_added_to();

-- Work for later, written in the transaction of what caused it. Ids only: a payload holds nothing about a person.
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  run_at timestamptz not null,
  tries integer not null default 0,
  done_at timestamptz,
  outcome text
);
create index outbox_waiting on outbox (run_at, id) where done_at is null;

create table idempotency_keys (
  scope text not null,
  key text not null,
  endpoint text not null,
  fingerprint bytea not null,
  locked_until timestamptz not null,
  status integer,
  answer_sealed bytea,
  expires_at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_keys_by_end on idempotency_keys (expires_at);

-- May be lost in a crash: then a minute is counted anew.
create unlogged table rate_counts (
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (key, window_start)
);
create index rate_counts_by_window on rate_counts (window_start);
