-- Which keys of HASH_KEY everything that is found by a keyed hash was hashed with, one over the other (services/keys/rehash.ts). No row: the
-- first key of the configuration alone.
create table hash_keys (
  one boolean primary key default true check (one),
  ids text[] not null check (cardinality(ids) > 0),
  -- From when until when nobody works out a hash, because every row is being hashed once more. It ends by itself, should the one who does it be killed.
  rests_from timestamptz,
  rests_until timestamptz,
  changed_at timestamptz not null,
  check ((rests_from is null) = (rests_until is null))
);

-- A wrong list finds nobody any more: only the login that migrates writes it.
revoke insert, update, delete, truncate on hash_keys from assist_application;
