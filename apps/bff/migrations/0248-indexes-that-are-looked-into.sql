-- quick: the tables are of what a person or a clerk says now and then, procedure_runs has a row a procedure; an index on one column of them takes seconds.
-- contract: changes_by_case is on coalesce(case_id, match_case_id), which row security does not trust: the version before walks it whole, as it walks the table without it.
--
-- Whose household a notice tells of, by the one id and by the other.
create index changes_of_case on changes (case_id, told_at) where case_id is not null;
create index changes_of_match on changes (match_case_id, told_at) where match_case_id is not null;
drop index changes_by_case;
-- Those that followed from another one too, which procedure_runs_one_per_application leaves out.
create index procedure_runs_by_application on procedure_runs (application_id) where application_id is not null;
-- A district's list of what is open, the nearest day first.
create index procedure_runs_open_of_district on procedure_runs (district, (coalesce(due, 'infinity'::date)), id) where ended_on is null;
create index referrals_open_of_district on referrals (district, due, id) where ended_on is null;
create index watched_households_of_district on watched_households (district, since, id) where ended_on is null;
create index joint_meetings_of_district on joint_meetings (district, asked_on, id) where held_on is null;
-- One's own: what somebody agreed to, signed, complained about; whom a colleague declared; what a township asked elsewhere.
create index consent_acts_by_account on consent_acts (account_id, given_at);
create index relay_signatures_by_account on relay_signatures (account_id) where account_id is not null;
create index complaints_by_account on complaints (account_id) where account_id is not null;
create index complaints_of_township on complaints (office_id, at, id);
create index declared_relations_by_staff on declared_relations (staff_id, declared_at);
create index shares_from_office on shares (from_office_id, given_at);
