-- A certificate printed at the desk for somebody who stands there with their card: no account made it, a clerk did.
alter table certificates alter column account_id drop not null;
alter table certificates add column given_by text references staff_accounts;
alter table certificates add constraint made_by_one check (num_nonnulls(account_id, given_by) = 1);
create index certificates_by_member on certificates (case_id, member_id) where given_by is not null;
