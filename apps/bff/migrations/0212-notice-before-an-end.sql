-- When the person was told that something of theirs will end: without it, nothing of it is deleted.
alter table drafts add column ending_told_at timestamptz;
alter table files add column ending_told_at timestamptz;
