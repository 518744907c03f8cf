-- A code may also name the phone of a village's assistant or of a counter (assistant_accounts).
alter table verification_codes add column names_assistant boolean not null default false;
create index assistant_accounts_by_office on assistant_accounts (office_id, named_at);
