create table offices (
  id text primary key,
  name text not null,
  -- As it is said in a receipt number: the township without its kind.
  short_name text not null,
  district text not null,
  authority_id text not null,
  authority_name text not null,
  live boolean not null,
  phone text,
  address text,
  hours text,
  sample boolean not null default false
);

-- Two offices of one short name would give out one number twice.
create unique index offices_short_name on offices (short_name) where live;

-- Which office handles what lies in a division (9 digits): a division code alone does not say who handles.
create table office_areas (
  division_code text primary key,
  office_id text not null references offices
);
create index office_areas_by_office on office_areas (office_id);

create table staff_accounts (
  id text primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  role text not null check (role in ('handler', 'auditor')),
  office_id text not null references offices,
  sample boolean not null default false,
  disabled_at timestamptz,
  unique (issuer, subject)
);

create table staff_sign_ins (
  state_hash bytea primary key,
  browser_hash bytea not null,
  verifier text not null,
  nonce text not null,
  return_to text not null,
  expires_at timestamptz not null
);

create table staff_sessions (
  hash bytea primary key,
  staff_id text not null references staff_accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index staff_sessions_by_staff on staff_sessions (staff_id) where ended_at is null;
