-- Who may see more, or less, than her township's items.

-- One item handed to somebody elsewhere, with the few facts that it takes. It ends by its day, by an answer, or with the item.
create table shares (
  id uuid primary key,
  work_item_id uuid not null references work_items,
  -- Whose item it is.
  from_office_id text not null references offices,
  -- Who is asked: an office, or one person of it.
  office_id text not null references offices,
  staff_id text references staff_accounts,
  why text not null check (why in ('delegated-visit', 'urgent-help', 'forwarded-application')),
  -- Whom it is about, where, and what is asked; all that the other office sees.
  facts_sealed bytea not null,
  given_by text not null references staff_accounts,
  given_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('answered', 'taken-back', 'item-closed', 'past-its-day')),
  answered_by text references staff_accounts,
  answer_sealed bytea,
  fingerprint bytea not null,
  check ((ended_at is null) = (ended_why is null)),
  check ((answered_by is null) = (answer_sealed is null)),
  check (until > given_at)
);
create index shares_by_office on shares (office_id, until) where ended_at is null;
create index shares_by_item on shares (work_item_id);

create function shares_end_with_their_item() returns trigger language plpgsql as $$
begin
  update shares set ended_at = greatest(now(), given_at), ended_why = 'item-closed' where work_item_id = new.id and ended_at is null;
  return null;
end
$$;
create trigger shares_end_with_their_item after update of open on work_items
  for each row when (old.open and not new.open) execute function shares_end_with_their_item();

-- 近亲属备案: a clerk says who of her family may come. She neither sees nor takes what is about them.
create table declared_relations (
  id uuid primary key,
  staff_id text not null references staff_accounts,
  office_id text not null references offices,
  relation text not null check (relation in ('spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild', 'in-law', 'other')),
  -- Name and paper, as she wrote them.
  person_sealed bytea not null,
  number_hash bytea not null,
  declared_at timestamptz not null,
  ended_at timestamptz
);
create unique index declared_relations_once on declared_relations (staff_id, number_hash) where ended_at is null;
create index declared_relations_by_office on declared_relations (office_id, number_hash) where ended_at is null;

-- Everybody whose number stands in an application, so that it can be found by any of them.
create table application_people (
  application_id uuid not null references submissions,
  office_id text not null references offices,
  number_hash bytea not null,
  primary key (application_id, number_hash)
);
create index application_people_by_number on application_people (number_hash);
insert into application_people (application_id, office_id, number_hash)
  select id, office_id, applicant_number_hash from applications where applicant_number_hash is not null;

-- Who looked for a person by the number of a paper, and why (sealed: it may name people). What was looked for is a keyed hash.
create table person_searches (
  id uuid primary key,
  office_id text not null references offices,
  staff_id text not null references staff_accounts,
  number_hash bytea not null,
  reason_sealed bytea not null,
  at timestamptz not null
);
