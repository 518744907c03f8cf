-- What came after something was taken in, beside it: so that saved, received, checked, queued and opened can be read off for whatever a
-- resident sends, and a night's look finds what is missing (services/delivery). Null: not yet, or from before this was written down.
alter table submissions add column checked_at timestamptz;
alter table change_notices add column checked_at timestamptz;
alter table files add column whole_at timestamptz;
alter table urgent_sounds add column whole_at timestamptz;

-- quick: a block range index reads its table once, and nothing larger than a trial is installed yet.
-- Rows come in the order of their days: a few pages each, and a day is found without reading the years before it.
create index submissions_by_day on submissions using brin (sent_at);
create index change_notices_by_day on change_notices using brin (told_at);
create index files_by_day on files using brin (received_at);

-- `put-back`: something was not in the queue and is now. `not-whole`: a photo that was sent cannot be opened any more.
alter table supervisor_notices drop constraint supervisor_notices_kind_check;
alter table supervisor_notices add constraint supervisor_notices_kind_check
  check (kind in ('clock-near', 'clock-at-end', 'lease-ended', 'urgent-late', 'clock-extended', 'put-back', 'not-whole')) not valid;
alter table supervisor_notices validate constraint supervisor_notices_kind_check;
