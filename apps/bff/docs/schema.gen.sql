-- Machine-written by `pnpm --filter @assist/bff print-schema` from the catalogue of a migrated database. Do not edit.

create table accounts (
  id uuid not null,
  wechat_appid text not null,
  openid_hash bytea not null,
  openid_sealed bytea not null,
  identity text not null default 'none'::text,
  name_sealed bytea,
  paper_sealed bytea,
  number_hash bytea,
  phone_sealed bytea,
  phone_hash bytea,
  claimed_at timestamp with time zone,
  verified_at timestamp with time zone,
  created_at timestamp with time zone not null,
  begin_with_person boolean not null default false,
  closed_at timestamp with time zone,
  own_code_hash bytea,
  own_code_wrong integer not null default 0,
  constraint accounts_check CHECK (((identity = 'none'::text) OR ((name_sealed IS NOT NULL) AND (paper_sealed IS NOT NULL)))),
  constraint accounts_check1 CHECK (((identity <> 'verified'::text) OR ((number_hash IS NOT NULL) AND (verified_at IS NOT NULL)))),
  constraint accounts_identity_check CHECK ((identity = ANY (ARRAY['none'::text, 'claimed'::text, 'verified'::text]))),
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_wechat_appid_openid_hash_key UNIQUE (wechat_appid, openid_hash)
);
CREATE INDEX accounts_by_number ON public.accounts USING btree (number_hash) WHERE (number_hash IS NOT NULL);

create table alert_sources (
  name text not null,
  cursor text not null,
  read_at timestamp with time zone not null,
  constraint alert_sources_pkey PRIMARY KEY (name)
);

create table alerts (
  id uuid not null,
  office_id text not null,
  district text not null,
  source text not null,
  source_key text not null,
  indicator text not null,
  seen_on date not null,
  received_at timestamp with time zone not null,
  run_id uuid not null,
  case_id uuid,
  person_hash bytea,
  content_sealed bytea not null,
  fingerprint bytea not null,
  constraint alerts_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint alerts_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint alerts_pkey PRIMARY KEY (id),
  constraint alerts_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id),
  constraint alerts_source_source_key_key UNIQUE (source, source_key)
);
CREATE INDEX alerts_by_person ON public.alerts USING btree (person_hash) WHERE (person_hash IS NOT NULL);
CREATE INDEX alerts_by_run ON public.alerts USING btree (run_id);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.alerts FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table application_events (
  id bigint not null generated always as identity,
  application_id uuid not null,
  office_id text not null,
  at timestamp with time zone not null,
  state text not null,
  staff_id text,
  constraint application_events_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint application_events_pkey PRIMARY KEY (id)
);
CREATE INDEX application_events_by_application ON public.application_events USING btree (application_id, id);
CREATE TRIGGER feed_application AFTER INSERT ON public.application_events FOR EACH ROW EXECUTE FUNCTION feed_application();
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.application_events FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table application_people (
  application_id uuid not null,
  office_id text not null,
  number_hash bytea not null,
  constraint application_people_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint application_people_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint application_people_pkey PRIMARY KEY (application_id, number_hash)
);
CREATE INDEX application_people_by_number ON public.application_people USING btree (number_hash);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.application_people FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table applications (
  id uuid not null,
  office_id text not null,
  account_id uuid not null,
  number text not null,
  state text not null,
  applicant_sealed bytea not null,
  applicant_number_hash bytea,
  members integer not null,
  photos integer not null,
  received_at timestamp with time zone not null,
  received_on date not null,
  accepted_on date,
  accepted_by text,
  decision_due date,
  decision_provisional boolean,
  decision_working_days integer,
  asked_on date,
  handled_as text,
  constraint applications_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES staff_accounts(id),
  constraint applications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint applications_check CHECK (((state = 'accepted'::text) = (accepted_on IS NOT NULL))),
  constraint applications_check1 CHECK (((accepted_on IS NULL) = (decision_due IS NULL))),
  constraint applications_handled_as CHECK ((handled_as = ANY (ARRAY['destitute'::text, 'rigid-expenditure'::text]))) NOT VALID,
  constraint applications_id_fkey FOREIGN KEY (id) REFERENCES submissions(application_id),
  constraint applications_number_key UNIQUE (number),
  constraint applications_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint applications_pkey PRIMARY KEY (id),
  constraint applications_state_check CHECK ((state = ANY (ARRAY['received'::text, 'opened'::text, 'correction-asked'::text, 'correction-answered'::text, 'accepted'::text])))
);
CREATE INDEX applications_by_account ON public.applications USING btree (account_id);
CREATE INDEX applications_by_number ON public.applications USING btree (applicant_number_hash) WHERE (applicant_number_hash IS NOT NULL);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((id IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table archive_parts (
  archive_id uuid not null,
  seq integer not null,
  office_id text not null,
  stored_at text not null,
  households integer not null,
  bytes integer not null,
  hash bytea not null,
  constraint archive_parts_archive_id_fkey FOREIGN KEY (archive_id) REFERENCES archives(id),
  constraint archive_parts_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint archive_parts_pkey PRIMARY KEY (archive_id, seq),
  constraint archive_parts_stored_at_key UNIQUE (stored_at)
);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table archives (
  id uuid not null,
  office_id text not null,
  district text,
  kind text not null,
  case_id uuid,
  asked_by text not null,
  reason_sealed bytea not null,
  fingerprint bytea not null,
  state text not null,
  total integer not null,
  done integer not null default 0,
  last_case uuid,
  asked_at timestamp with time zone not null,
  ready_at timestamp with time zone,
  delete_at timestamp with time zone,
  constraint archives_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES staff_accounts(id),
  constraint archives_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint archives_check CHECK (((kind = 'household'::text) = (case_id IS NOT NULL))),
  constraint archives_check1 CHECK ((((state = 'writing'::text) = (ready_at IS NULL)) AND ((ready_at IS NULL) = (delete_at IS NULL)))),
  constraint archives_kind_check CHECK ((kind = ANY (ARRAY['household'::text, 'inspection'::text]))),
  constraint archives_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint archives_pkey PRIMARY KEY (id),
  constraint archives_state_check CHECK ((state = ANY (ARRAY['writing'::text, 'ready'::text, 'gone'::text])))
);
CREATE INDEX archives_by_asker ON public.archives USING btree (asked_by, asked_at);
CREATE INDEX archives_to_delete ON public.archives USING btree (delete_at) WHERE (state = 'ready'::text);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table assistant_accounts (
  account_id uuid not null,
  office_id text not null,
  named_by text,
  named_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint assistant_accounts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint assistant_accounts_named_by_fkey FOREIGN KEY (named_by) REFERENCES staff_accounts(id),
  constraint assistant_accounts_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint assistant_accounts_pkey PRIMARY KEY (account_id)
);
CREATE INDEX assistant_accounts_by_office ON public.assistant_accounts USING btree (office_id, named_at);

create table audit_log (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  office_id text,
  result text not null default 'done'::text,
  transaction xid8 not null default pg_current_xact_id(),
  constraint audit_log_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'staff'::text, 'system'::text]))),
  constraint audit_log_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_by_object ON public.audit_log USING btree (object_id, id);
CREATE INDEX audit_by_office ON public.audit_log USING btree (office_id, id) WHERE (office_id IS NOT NULL);
CREATE INDEX audit_by_transaction ON public.audit_log USING btree (transaction, id);
CREATE TRIGGER audit_is_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
policy added_to for a with check true;
policy not_for_platform restrictive for r using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township for r using (( SELECT assist_sees_all() AS assist_sees_all) OR (office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[])) OR ((office_id IS NULL) AND (actor_kind = 'staff'::text) AND (actor_id = ( SELECT assist_setting('staff'::text) AS assist_setting))));
row security, forced;

create table audit_seals (
  batch bigint not null,
  from_transaction xid8 not null,
  to_transaction xid8 not null,
  rows integer not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  constraint audit_seals_batch_check CHECK ((batch > 0)),
  constraint audit_seals_check CHECK ((from_transaction < to_transaction)),
  constraint audit_seals_hash_check CHECK ((octet_length(hash) = 32)),
  constraint audit_seals_pkey PRIMARY KEY (batch),
  constraint audit_seals_rows_check CHECK ((rows >= 0))
);
CREATE TRIGGER audit_seals_are_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();

create table authentications (
  id uuid not null,
  number text not null,
  state text not null,
  contact text not null,
  on_day date not null,
  at timestamp with time zone not null,
  office_id text not null,
  case_id uuid,
  member_id text,
  person_hash bytea not null,
  person_sealed bytea not null,
  actor_kind text not null,
  actor_id text not null,
  role text not null,
  detail_sealed bytea not null,
  face_check_id uuid,
  visit_id uuid,
  source_key text,
  fingerprint bytea,
  constraint authentications_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'staff'::text, 'source'::text]))),
  constraint authentications_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint authentications_check CHECK (((case_id IS NULL) = (member_id IS NULL))),
  constraint authentications_face_check_id_key UNIQUE (face_check_id),
  constraint authentications_number_key UNIQUE (number),
  constraint authentications_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint authentications_pkey PRIMARY KEY (id),
  constraint authentications_role_check CHECK ((role = ANY (ARRAY['self'::text, 'family'::text, 'guardian'::text, 'neighbour'::text, 'staff'::text, 'source'::text]))),
  constraint authentications_source_key_key UNIQUE (source_key),
  constraint authentications_state_check CHECK ((state = ANY (ARRAY['counted'::text, 'to-look-at'::text, 'looked-visit-instead'::text, 'not-in-register'::text]))),
  constraint authentications_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits(id),
  constraint authentications_visit_id_key UNIQUE (visit_id)
);
CREATE INDEX authentications_by_actor ON public.authentications USING btree (actor_id, at) WHERE (actor_kind = 'account'::text);
CREATE INDEX authentications_by_case ON public.authentications USING btree (case_id, member_id, on_day) WHERE (case_id IS NOT NULL);
CREATE INDEX authentications_by_person ON public.authentications USING btree (person_hash, at);
CREATE UNIQUE INDEX authentications_once_a_day ON public.authentications USING btree (person_hash, on_day, contact) WHERE ((state = 'counted'::text) AND (NOT ((actor_kind = 'account'::text) AND (contact = 'office-manual'::text))));
CREATE TRIGGER authentications_noted AFTER INSERT OR DELETE OR UPDATE ON public.authentications FOR EACH STATEMENT EXECUTE FUNCTION note_authentication();
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.authentications FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((id IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((visit_id IS NULL) OR (visit_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table benefit_changes (
  id bigint not null generated always as identity,
  case_id uuid not null,
  kind text not null,
  member_id text not null,
  since date not null,
  what text not null,
  amount bigint not null,
  until date,
  why text not null,
  at timestamp with time zone not null default now(),
  constraint benefit_changes_pkey PRIMARY KEY (id),
  constraint benefit_changes_what_check CHECK ((what = ANY (ARRAY['begun'::text, 'amount'::text, 'end'::text, 'removed'::text])))
);
CREATE INDEX benefit_changes_of ON public.benefit_changes USING btree (case_id, kind, member_id, since, id);
CREATE TRIGGER benefit_changes_are_only_added_to BEFORE DELETE OR UPDATE OR TRUNCATE ON public.benefit_changes FOR EACH STATEMENT EXECUTE FUNCTION benefit_changes_are_only_added_to();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR (EXISTS ( SELECT
   FROM case_files c
  WHERE (c.id = benefit_changes.case_id))));
row security, forced;

create table case_benefits (
  case_id uuid not null,
  kind text not null,
  member_id text not null default ''::text,
  office_id text not null,
  amount bigint not null,
  since date not null,
  until date,
  constraint case_benefits_amount_check CHECK ((amount >= 0)),
  constraint case_benefits_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint case_benefits_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint case_benefits_pkey PRIMARY KEY (case_id, kind, member_id, since)
);
CREATE INDEX case_benefits_by_office ON public.case_benefits USING btree (office_id);
CREATE TRIGGER amounts_change_by_decision BEFORE DELETE OR UPDATE OF amount, until ON public.case_benefits FOR EACH ROW EXECUTE FUNCTION amounts_change_by_decision();
CREATE TRIGGER benefit_begun AFTER INSERT ON public.case_benefits REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember_benefit_change();
CREATE TRIGGER benefit_changed AFTER UPDATE ON public.case_benefits REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember_benefit_change();
CREATE TRIGGER benefit_removed AFTER DELETE ON public.case_benefits REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION remember_benefit_change();
CREATE TRIGGER case_benefits_not_by_authentication BEFORE DELETE OR UPDATE ON public.case_benefits FOR EACH ROW EXECUTE FUNCTION money_is_not_touched();
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.case_benefits FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table case_events (
  id bigint not null generated always as identity,
  case_id uuid not null,
  office_id text not null,
  at timestamp with time zone not null,
  kind text not null,
  actor_kind text not null,
  actor_id text not null,
  member_id text,
  subject_id uuid,
  detail text,
  constraint case_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'staff'::text, 'system'::text]))),
  constraint case_events_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint case_events_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint case_events_pkey PRIMARY KEY (id)
);
CREATE INDEX case_events_by_case ON public.case_events USING btree (case_id, id);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.case_events FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((subject_id IS NULL) OR (subject_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table case_files (
  id uuid not null,
  office_id text not null,
  district text not null,
  register_number text not null,
  area text not null,
  village text,
  household_sealed bytea not null,
  members integer not null,
  amount bigint not null,
  kinds text[] not null,
  last_review date,
  next_review date,
  taper_from date,
  taper_until date,
  fingerprint bytea not null,
  import_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  ended_on date,
  constraint case_files_amount_check CHECK ((amount >= 0)),
  constraint case_files_area_check CHECK ((area = ANY (ARRAY['urban'::text, 'rural'::text]))),
  constraint case_files_check CHECK (((taper_from IS NULL) = (taper_until IS NULL))),
  constraint case_files_district_register_number_key UNIQUE (district, register_number),
  constraint case_files_import_id_fkey FOREIGN KEY (import_id) REFERENCES register_imports(id),
  constraint case_files_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint case_files_pkey PRIMARY KEY (id)
);
CREATE INDEX case_files_by_office ON public.case_files USING btree (office_id, register_number) WHERE (ended_on IS NULL);
CREATE INDEX case_files_by_office_review ON public.case_files USING btree (office_id, next_review, id) WHERE ((ended_on IS NULL) AND (next_review IS NOT NULL));
CREATE INDEX case_files_by_review ON public.case_files USING btree (next_review, office_id) WHERE ((ended_on IS NULL) AND (next_review IS NOT NULL));
CREATE INDEX case_files_by_taper ON public.case_files USING btree (office_id, taper_until) WHERE ((ended_on IS NULL) AND (taper_until IS NOT NULL));
CREATE INDEX case_files_by_village ON public.case_files USING btree (office_id, village, register_number) WHERE ((ended_on IS NULL) AND (village IS NOT NULL));
CREATE TRIGGER case_files_not_by_authentication BEFORE DELETE OR UPDATE ON public.case_files FOR EACH ROW EXECUTE FUNCTION money_is_not_touched();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((id IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy village restrictive using ((( SELECT assist_villages() AS assist_villages) IS NULL) OR (village = ANY (( SELECT assist_villages() AS assist_villages)::text[])));
row security, forced;

create table case_members (
  case_id uuid not null,
  member_id text not null,
  office_id text not null,
  person_sealed bytea not null,
  number_hash bytea,
  phone_sealed bytea,
  bank_sealed bytea,
  relation text not null,
  last_met date,
  last_met_contact text,
  next_authentication date,
  left_on date,
  constraint case_members_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint case_members_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint case_members_pkey PRIMARY KEY (case_id, member_id)
);
CREATE INDEX case_members_by_authentication ON public.case_members USING btree (next_authentication, office_id) WHERE ((left_on IS NULL) AND (next_authentication IS NOT NULL));
CREATE INDEX case_members_by_number ON public.case_members USING btree (number_hash) WHERE (number_hash IS NOT NULL);
CREATE INDEX case_members_by_office_authentication ON public.case_members USING btree (office_id, next_authentication, case_id) WHERE ((left_on IS NULL) AND (next_authentication IS NOT NULL));
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.case_members FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table case_move_ids (
  move_id uuid not null,
  id uuid not null,
  constraint case_move_ids_move_id_fkey FOREIGN KEY (move_id) REFERENCES case_moves(id),
  constraint case_move_ids_pkey PRIMARY KEY (id, move_id)
);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy with_its_move using (EXISTS ( SELECT
   FROM case_moves m
  WHERE (m.id = case_move_ids.move_id)));
row security, forced;

create table case_moves (
  id uuid not null,
  case_id uuid,
  application_id uuid,
  from_office_id text not null,
  to_office_id text not null,
  moved_by text not null,
  moved_at timestamp with time zone not null,
  reason_sealed bytea not null,
  fingerprint bytea not null,
  constraint case_moves_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint case_moves_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint case_moves_check CHECK (((case_id IS NULL) <> (application_id IS NULL))),
  constraint case_moves_check1 CHECK ((from_office_id <> to_office_id)),
  constraint case_moves_from_office_id_fkey FOREIGN KEY (from_office_id) REFERENCES offices(id),
  constraint case_moves_moved_by_fkey FOREIGN KEY (moved_by) REFERENCES staff_accounts(id),
  constraint case_moves_pkey PRIMARY KEY (id),
  constraint case_moves_to_office_id_fkey FOREIGN KEY (to_office_id) REFERENCES offices(id)
);
CREATE INDEX case_moves_by_case ON public.case_moves USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX case_moves_from ON public.case_moves USING btree (from_office_id, to_office_id);
CREATE TRIGGER somebody_moved AFTER INSERT ON public.case_moves FOR EACH ROW EXECUTE FUNCTION note_somebody_moved();
policy both_ends using (( SELECT assist_sees_all() AS assist_sees_all) OR (from_office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR (to_office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(from_office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[])));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
row security, forced;

create table certificates (
  id uuid not null,
  account_id uuid,
  case_id uuid not null,
  member_id text not null,
  office_id text not null,
  code_hash bytea not null,
  code_sealed bytea not null,
  face_sealed bytea not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  checks integer not null default 0,
  given_by text,
  constraint certificates_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint certificates_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint certificates_code_hash_key UNIQUE (code_hash),
  constraint certificates_given_by_fkey FOREIGN KEY (given_by) REFERENCES staff_accounts(id),
  constraint certificates_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint certificates_pkey PRIMARY KEY (id),
  constraint made_by_one CHECK ((num_nonnulls(account_id, given_by) = 1))
);
CREATE INDEX certificates_by_account ON public.certificates USING btree (account_id, issued_at);
CREATE INDEX certificates_by_member ON public.certificates USING btree (case_id, member_id) WHERE (given_by IS NOT NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.certificates FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table change_contradictions (
  change_id uuid not null,
  other_id uuid not null,
  office_id text not null,
  why text not null,
  found_at timestamp with time zone not null,
  constraint change_contradictions_change_id_fkey FOREIGN KEY (change_id) REFERENCES change_notices(id),
  constraint change_contradictions_other_id_fkey FOREIGN KEY (other_id) REFERENCES change_notices(id),
  constraint change_contradictions_pkey PRIMARY KEY (change_id, other_id)
);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.change_contradictions FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((change_id IS NULL) OR (change_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table change_notices (
  id uuid not null,
  office_id text not null,
  account_id uuid,
  staff_id text,
  fingerprint bytea not null,
  form_sealed bytea not null,
  receipt_sealed bytea not null,
  reporter_sealed bytea not null,
  effects_sealed bytea not null,
  beside_sealed bytea,
  policy_version text not null,
  told_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  constraint change_notices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint change_notices_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint change_notices_pkey PRIMARY KEY (id),
  constraint change_notices_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id),
  constraint change_notices_teller CHECK (((account_id IS NULL) <> (staff_id IS NULL)))
);
CREATE INDEX change_notices_by_day ON public.change_notices USING brin (told_at);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((id IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table change_opinions (
  id bigint not null generated always as identity,
  change_id uuid not null,
  office_id text not null,
  given_by text not null,
  given_at timestamp with time zone not null,
  outcome text not null,
  ground text,
  words_sealed bytea not null,
  constraint change_opinions_change_id_fkey FOREIGN KEY (change_id) REFERENCES change_notices(id),
  constraint change_opinions_given_by_fkey FOREIGN KEY (given_by) REFERENCES staff_accounts(id),
  constraint change_opinions_ground CHECK (((outcome <> ALL (ARRAY['less'::text, 'stop'::text])) OR (ground IS NOT NULL))),
  constraint change_opinions_outcome_check CHECK ((outcome = ANY (ARRAY['unchanged'::text, 'more'::text, 'less'::text, 'stop'::text, 'taper'::text, 'officer'::text]))),
  constraint change_opinions_pkey PRIMARY KEY (id)
);
CREATE INDEX change_opinions_by_change ON public.change_opinions USING btree (change_id, id DESC);
CREATE TRIGGER change_opinion_stays BEFORE UPDATE ON public.change_opinions FOR EACH ROW EXECUTE FUNCTION stays_but_may_move();
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.change_opinions FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((change_id IS NULL) OR (change_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table change_steps (
  id bigint not null generated always as identity,
  change_id uuid not null,
  office_id text not null,
  at timestamp with time zone not null,
  state text not null,
  staff_id text,
  constraint change_steps_change_id_fkey FOREIGN KEY (change_id) REFERENCES change_notices(id),
  constraint change_steps_pkey PRIMARY KEY (id)
);
CREATE INDEX change_steps_by_change ON public.change_steps USING btree (change_id, id);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.change_steps FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((change_id IS NULL) OR (change_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table changes (
  id uuid not null,
  office_id text not null,
  case_id uuid,
  match_case_id uuid,
  account_id uuid,
  teller_number_hash bytea,
  number text not null,
  state text not null,
  events text[] not null,
  told_at timestamp with time zone not null,
  told_on date not null,
  happened_on date,
  photos integer not null,
  saw_person boolean not null default false,
  pass_on_at timestamp with time zone,
  settled_as text,
  note_sealed bytea,
  constraint changes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint changes_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint changes_id_fkey FOREIGN KEY (id) REFERENCES change_notices(id),
  constraint changes_match_case_id_fkey FOREIGN KEY (match_case_id) REFERENCES case_files(id),
  constraint changes_number_key UNIQUE (number),
  constraint changes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint changes_one_household CHECK (((case_id IS NULL) OR (match_case_id IS NULL))),
  constraint changes_pkey PRIMARY KEY (id),
  constraint changes_settled CHECK (((state = 'settled'::text) = (settled_as IS NOT NULL))),
  constraint changes_state_check CHECK ((state = ANY (ARRAY['received'::text, 'opened'::text, 'opinion'::text, 'settled'::text])))
);
CREATE INDEX changes_by_account ON public.changes USING btree (account_id, told_at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX changes_by_teller ON public.changes USING btree (teller_number_hash) WHERE (teller_number_hash IS NOT NULL);
CREATE INDEX changes_of_case ON public.changes USING btree (case_id, told_at) WHERE (case_id IS NOT NULL);
CREATE INDEX changes_of_match ON public.changes USING btree (match_case_id, told_at) WHERE (match_case_id IS NOT NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.changes FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((id IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((match_case_id IS NULL) OR (match_case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table check_authorisations (
  id bigint not null generated always as identity,
  office_id text not null,
  application_id uuid,
  case_id uuid,
  member_id text not null,
  what text not null,
  on_day date not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  constraint check_authorisations_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'account'::text]))),
  constraint check_authorisations_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint check_authorisations_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint check_authorisations_check CHECK (((application_id IS NULL) <> (case_id IS NULL))),
  constraint check_authorisations_check1 CHECK (((what = 'withdrawn'::text) OR (actor_kind = 'staff'::text))),
  constraint check_authorisations_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint check_authorisations_pkey PRIMARY KEY (id),
  constraint check_authorisations_what_check CHECK ((what = ANY (ARRAY['given'::text, 'withdrawn'::text])))
);
CREATE INDEX check_authorisations_by_application ON public.check_authorisations USING btree (application_id) WHERE (application_id IS NOT NULL);
CREATE INDEX check_authorisations_by_case ON public.check_authorisations USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.check_authorisations FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table chore_turns (
  name text not null,
  next_at timestamp with time zone not null,
  constraint chore_turns_pkey PRIMARY KEY (name)
);

create table complaint_events (
  id uuid not null,
  complaint_id uuid not null,
  seq integer not null,
  office_id text not null,
  kind text not null,
  happened_on date not null,
  at timestamp with time zone not null,
  role text not null,
  staff_id text,
  words_sealed bytea,
  fingerprint bytea not null,
  constraint complaint_events_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaints(id),
  constraint complaint_events_complaint_id_seq_key UNIQUE (complaint_id, seq),
  constraint complaint_events_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'looked-into'::text, 'answered'::text]))),
  constraint complaint_events_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint complaint_events_pkey PRIMARY KEY (id),
  constraint complaint_events_role_check CHECK ((role = ANY (ARRAY['resident'::text, 'township'::text, 'district'::text])))
);
CREATE TRIGGER complaint_events_are_only_added_to BEFORE TRUNCATE ON public.complaint_events FOR EACH STATEMENT EXECUTE FUNCTION voices_are_only_added_to();
CREATE TRIGGER complaint_events_stay BEFORE DELETE OR UPDATE ON public.complaint_events FOR EACH ROW EXECUTE FUNCTION stays_but_may_be_resealed();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy of_complaint using (EXISTS ( SELECT
   FROM complaints c
  WHERE (c.id = complaint_events.complaint_id)));
row security, forced;

create table complaints (
  id uuid not null,
  office_id text not null,
  district text not null,
  looked_at_by text not null,
  about text not null,
  named boolean not null,
  number text not null,
  secret_hash bytea not null,
  secret_sealed bytea not null,
  content_sealed bytea not null,
  account_id uuid,
  at timestamp with time zone not null,
  state text not null,
  found text,
  fingerprint bytea not null,
  kept_from text[] not null default '{}'::text[],
  constraint complaints_about_check CHECK ((about = ANY (ARRAY['household'::text, 'handling'::text, 'staff'::text]))),
  constraint complaints_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint complaints_check CHECK (((looked_at_by = 'township'::text) = (about = 'household'::text))),
  constraint complaints_check1 CHECK (((state = 'answered'::text) = (found IS NOT NULL))),
  constraint complaints_found_check CHECK ((found = ANY (ARRAY['as-said'::text, 'partly'::text, 'nothing-found'::text, 'not-ours'::text]))),
  constraint complaints_looked_at_by_check CHECK ((looked_at_by = ANY (ARRAY['township'::text, 'district'::text]))),
  constraint complaints_number_key UNIQUE (number),
  constraint complaints_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint complaints_pkey PRIMARY KEY (id),
  constraint complaints_state_check CHECK ((state = ANY (ARRAY['received'::text, 'opened'::text, 'answered'::text])))
);
CREATE INDEX complaints_by_account ON public.complaints USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX complaints_of_district ON public.complaints USING btree (district, at, id) WHERE (looked_at_by = 'district'::text);
CREATE INDEX complaints_of_township ON public.complaints USING btree (office_id, at, id);
policy looked_at_by using (( SELECT assist_sees_all() AS assist_sees_all) OR ((looked_at_by = 'township'::text) AND (office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) AND (( SELECT assist_setting('role'::text) AS assist_setting) IS DISTINCT FROM 'confirmer'::text)) OR ((looked_at_by = 'district'::text) AND (district = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_oneself restrictive using ((( SELECT assist_setting('staff'::text) AS assist_setting) IS NULL) OR (( SELECT assist_setting('staff'::text) AS assist_setting) <> ALL (kept_from)));
row security, forced;

create table consent_acts (
  id uuid not null,
  account_id uuid not null,
  statement text not null,
  version text not null,
  hash text not null,
  about_kind text not null,
  about_id uuid not null,
  given_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint consent_acts_about_kind_check CHECK ((about_kind = ANY (ARRAY['face-check'::text, 'authentication'::text, 'account'::text]))),
  constraint consent_acts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint consent_acts_pkey PRIMARY KEY (id)
);
CREATE INDEX consent_acts_by_account ON public.consent_acts USING btree (account_id, given_at);
CREATE INDEX consent_acts_by_subject ON public.consent_acts USING btree (about_id, statement, given_at);

create table consents (
  account_id uuid not null,
  statement text not null,
  version text not null,
  hash text not null,
  given_at timestamp with time zone not null,
  constraint consents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint consents_pkey PRIMARY KEY (account_id, statement, version)
);
policy by_account using ((CURRENT_USER <> 'assist_retention'::name) OR (EXISTS ( SELECT
   FROM accounts a
  WHERE ((a.id = consents.account_id) AND (a.closed_at < (now() - '3 years'::interval))))));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
row security, forced;

create table contact_changes (
  id uuid not null,
  account_id uuid not null,
  case_id uuid not null,
  member_id text not null,
  office_id text not null,
  kind text not null,
  fingerprint bytea not null,
  value_sealed bytea not null,
  step text not null,
  state text not null,
  asked_at timestamp with time zone not null,
  effective_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint contact_changes_a_day_between CHECK ((effective_at >= (asked_at + '24:00:00'::interval))),
  constraint contact_changes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint contact_changes_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint contact_changes_case_id_member_id_fkey FOREIGN KEY (case_id, member_id) REFERENCES case_members(case_id, member_id),
  constraint contact_changes_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'bank-account'::text]))),
  constraint contact_changes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint contact_changes_pkey PRIMARY KEY (id),
  constraint contact_changes_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'effective'::text, 'stopped'::text]))),
  constraint contact_changes_step_check CHECK ((step = ANY (ARRAY['text-code'::text, 'face'::text, 'counter-code'::text])))
);
CREATE INDEX contact_changes_by_account ON public.contact_changes USING btree (account_id, asked_at DESC);
CREATE INDEX contact_changes_due ON public.contact_changes USING btree (effective_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX contact_changes_one_waiting ON public.contact_changes USING btree (case_id, member_id, kind) WHERE (state = 'waiting'::text);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.contact_changes FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table contact_codes (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  code_hash bytea not null,
  code_sealed bytea,
  phone_sealed bytea,
  tries integer not null default 0,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint contact_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint contact_codes_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'bank-account'::text]))),
  constraint contact_codes_pkey PRIMARY KEY (id)
);
CREATE INDEX contact_codes_by_account ON public.contact_codes USING btree (account_id, kind, sent_at DESC);
policy ended using (expires_at < (now() - '30 days'::interval));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy residents using ( SELECT assist_sees_all() AS assist_sees_all);
row security, forced;

create table contact_sources (
  name text not null,
  cursor text not null,
  read_at timestamp with time zone not null,
  constraint contact_sources_pkey PRIMARY KEY (name)
);

create table correction_answers (
  id uuid not null,
  correction_id uuid not null,
  application_id uuid not null,
  office_id text not null,
  account_id uuid not null,
  answered_at timestamp with time zone not null,
  items_sealed bytea not null,
  fingerprint bytea not null,
  constraint correction_answers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint correction_answers_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint correction_answers_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES corrections(id),
  constraint correction_answers_correction_id_key UNIQUE (correction_id),
  constraint correction_answers_pkey PRIMARY KEY (id)
);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.correction_answers FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table corrections (
  id uuid not null,
  application_id uuid not null,
  office_id text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  items_sealed bytea not null,
  fingerprint bytea not null,
  seq bigint not null generated always as identity,
  constraint corrections_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint corrections_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES staff_accounts(id),
  constraint corrections_pkey PRIMARY KEY (id)
);
CREATE INDEX corrections_by_application ON public.corrections USING btree (application_id, asked_at);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.corrections FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table cross_check_disputes (
  id uuid not null,
  question_id uuid not null,
  check_id uuid not null,
  office_id text not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  words_sealed bytea not null,
  fingerprint bytea not null,
  answered_at timestamp with time zone,
  answered_by text,
  answer_sealed bytea,
  constraint cross_check_disputes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint cross_check_disputes_check CHECK ((((answered_at IS NULL) = (answer_sealed IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
  constraint cross_check_disputes_check_id_fkey FOREIGN KEY (check_id) REFERENCES cross_checks(id),
  constraint cross_check_disputes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint cross_check_disputes_pkey PRIMARY KEY (id),
  constraint cross_check_disputes_question_id_fkey FOREIGN KEY (question_id) REFERENCES cross_check_questions(id)
);
CREATE INDEX cross_check_disputes_by_check ON public.cross_check_disputes USING btree (check_id, at);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy with_its_check restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (EXISTS ( SELECT
   FROM cross_checks c
  WHERE (c.id = cross_check_disputes.check_id))));
row security, forced;

create table cross_check_people (
  check_id uuid not null,
  member_id text not null,
  office_id text not null,
  authorised boolean not null,
  authorised_on date,
  child boolean not null default false,
  number_hash bytea,
  person_sealed bytea not null,
  constraint cross_check_people_check CHECK ((authorised = (authorised_on IS NOT NULL))),
  constraint cross_check_people_check_id_fkey FOREIGN KEY (check_id) REFERENCES cross_checks(id),
  constraint cross_check_people_check_id_member_id_authorised_key UNIQUE (check_id, member_id, authorised),
  constraint cross_check_people_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint cross_check_people_pkey PRIMARY KEY (check_id, member_id)
);
CREATE INDEX cross_check_people_by_number ON public.cross_check_people USING btree (number_hash) WHERE (number_hash IS NOT NULL);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy with_its_check restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (EXISTS ( SELECT
   FROM cross_checks c
  WHERE (c.id = cross_check_people.check_id))));
row security, forced;

create table cross_check_questions (
  id uuid not null,
  check_id uuid not null,
  office_id text not null,
  member_id text not null,
  authorised boolean not null default true,
  item text not null,
  source text not null,
  state text not null,
  run_at timestamp with time zone not null,
  asking_since timestamp with time zone,
  tries integer not null default 0,
  first_asked_at timestamp with time zone,
  answered_on date,
  answered_at timestamp with time zone,
  answer_sealed bytea,
  why text,
  constraint cross_check_questions_authorised_check CHECK (authorised),
  constraint cross_check_questions_check CHECK ((((state = 'answered'::text) = (answer_sealed IS NOT NULL)) AND ((answer_sealed IS NULL) = (answered_on IS NULL)))),
  constraint cross_check_questions_check1 CHECK (((state = 'not-asked'::text) = (why IS NOT NULL))),
  constraint cross_check_questions_check2 CHECK (((state = 'asking'::text) = (asking_since IS NOT NULL))),
  constraint cross_check_questions_check_id_fkey FOREIGN KEY (check_id) REFERENCES cross_checks(id),
  constraint cross_check_questions_check_id_member_id_authorised_fkey FOREIGN KEY (check_id, member_id, authorised) REFERENCES cross_check_people(check_id, member_id, authorised),
  constraint cross_check_questions_check_id_member_id_item_source_key UNIQUE (check_id, member_id, item, source),
  constraint cross_check_questions_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint cross_check_questions_pkey PRIMARY KEY (id),
  constraint cross_check_questions_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'asking'::text, 'answered'::text, 'silent'::text, 'not-asked'::text])))
);
CREATE INDEX cross_check_questions_asking ON public.cross_check_questions USING btree (asking_since) WHERE (state = 'asking'::text);
CREATE INDEX cross_check_questions_waiting ON public.cross_check_questions USING btree (run_at, id) WHERE (state = 'waiting'::text);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy with_its_check restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (EXISTS ( SELECT
   FROM cross_checks c
  WHERE (c.id = cross_check_questions.check_id))));
row security, forced;

create table cross_checks (
  id uuid not null,
  run_id uuid not null,
  office_id text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  ended_how text,
  ended_at timestamp with time zone,
  constraint cross_checks_check CHECK (((ended_how IS NULL) = (ended_at IS NULL))),
  constraint cross_checks_ended_how_check CHECK ((ended_how = ANY (ARRAY['answered'::text, 'officer'::text]))),
  constraint cross_checks_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint cross_checks_pkey PRIMARY KEY (id),
  constraint cross_checks_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id)
);
CREATE INDEX cross_checks_by_run ON public.cross_checks USING btree (run_id, asked_at);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.cross_checks FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table data_keys (
  id text not null,
  suite text not null,
  wrapped_by text not null,
  wrapped bytea not null,
  made_at timestamp with time zone not null,
  seals_from timestamp with time zone not null,
  constraint data_keys_id_check CHECK ((id ~ '^[0-9a-z]{4,20}$'::text)),
  constraint data_keys_pkey PRIMARY KEY (id),
  constraint data_keys_suite_check CHECK ((suite = ANY (ARRAY['aes-256-gcm'::text, 'sm4-ctr-hmac-sm3'::text])))
);

create table decision_statements (
  id uuid not null,
  run_id uuid not null,
  office_id text not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  words_sealed bytea not null,
  fingerprint bytea not null,
  constraint decision_statements_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint decision_statements_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint decision_statements_pkey PRIMARY KEY (id),
  constraint decision_statements_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id)
);
CREATE INDEX decision_statements_by_run ON public.decision_statements USING btree (run_id, at);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.decision_statements FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table declared_relations (
  id uuid not null,
  staff_id text not null,
  office_id text not null,
  relation text not null,
  person_sealed bytea not null,
  number_hash bytea not null,
  declared_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint declared_relations_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint declared_relations_pkey PRIMARY KEY (id),
  constraint declared_relations_relation_check CHECK ((relation = ANY (ARRAY['spouse'::text, 'parent'::text, 'child'::text, 'sibling'::text, 'grandparent'::text, 'grandchild'::text, 'in-law'::text, 'other'::text]))),
  constraint declared_relations_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
CREATE INDEX declared_relations_by_office ON public.declared_relations USING btree (office_id, number_hash) WHERE (ended_at IS NULL);
CREATE INDEX declared_relations_by_staff ON public.declared_relations USING btree (staff_id, declared_at);
CREATE UNIQUE INDEX declared_relations_once ON public.declared_relations USING btree (staff_id, number_hash) WHERE (ended_at IS NULL);
policy door for r using (( SELECT assist_setting('actor'::text) AS assist_setting) = 'door'::text);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((staff_id = ( SELECT assist_setting('staff'::text) AS assist_setting)) OR (office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[]))));
row security, forced;

create table districts_elsewhere (
  district text not null,
  since timestamp with time zone not null,
  constraint districts_elsewhere_pkey PRIMARY KEY (district)
);

create table doors (
  id uuid not null,
  office_id text not null,
  staff_id text not null,
  account_id uuid not null,
  tie_id uuid not null,
  case_id uuid,
  visit_id uuid,
  change_id uuid,
  number text not null,
  on_day date not null,
  at timestamp with time zone not null,
  fingerprint bytea not null,
  record_sealed bytea not null,
  not_agreed_at timestamp with time zone,
  not_agreed_sealed bytea,
  answered_at timestamp with time zone,
  answer_sealed bytea,
  to_read boolean not null default false,
  constraint doors_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint doors_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint doors_change_id_fkey FOREIGN KEY (change_id) REFERENCES change_notices(id),
  constraint doors_check CHECK (((not_agreed_at IS NULL) = (not_agreed_sealed IS NULL))),
  constraint doors_check1 CHECK (((answered_at IS NULL) = (answer_sealed IS NULL))),
  constraint doors_number_key UNIQUE (number),
  constraint doors_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint doors_pkey PRIMARY KEY (id),
  constraint doors_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id),
  constraint doors_tie_id_fkey FOREIGN KEY (tie_id) REFERENCES round_ties(id),
  constraint doors_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits(id)
);
CREATE INDEX doors_by_case ON public.doors USING btree (case_id, at) WHERE (case_id IS NOT NULL);
CREATE INDEX doors_by_office ON public.doors USING btree (office_id, at);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.doors FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((visit_id IS NULL) OR (visit_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((change_id IS NULL) OR (change_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table drafts (
  id uuid not null,
  account_id uuid not null,
  form_version integer not null,
  revision integer not null,
  form_sealed bytea not null,
  fingerprint bytea not null,
  saved_at timestamp with time zone not null,
  kept_until timestamp with time zone not null,
  ending_told_at timestamp with time zone,
  constraint drafts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint drafts_pkey PRIMARY KEY (id)
);
CREATE INDEX drafts_by_account ON public.drafts USING btree (account_id);
CREATE INDEX drafts_by_end ON public.drafts USING btree (kept_until);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy residents using ( SELECT assist_sees_all() AS assist_sees_all);
row security, forced;

create table face_checks (
  id uuid not null,
  account_id uuid not null,
  purpose text not null,
  role text not null,
  office_id text,
  case_id uuid,
  member_id text,
  person_hash bytea not null,
  person_sealed bytea not null,
  subject_sealed bytea,
  consent_id uuid,
  sequence_number text not null,
  verify_id_sealed bytea,
  verify_id_hash bytea,
  state text not null,
  next text not null,
  action text not null,
  verify_ret integer,
  counts boolean not null default false,
  over boolean not null default false,
  on_day date not null,
  begun_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  ended_at timestamp with time zone,
  used_at timestamp with time zone,
  fingerprint bytea not null,
  constraint face_checks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint face_checks_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint face_checks_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent_acts(id),
  constraint face_checks_next_check CHECK ((next = ANY (ARRAY['done'::text, 'again'::text, 'wait'::text, 'another-way'::text, 'person'::text]))),
  constraint face_checks_office_check CHECK (((office_id IS NOT NULL) OR (purpose = 'relay-signature'::text))),
  constraint face_checks_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint face_checks_pkey PRIMARY KEY (id),
  constraint face_checks_purpose_check CHECK ((purpose = ANY (ARRAY['authentication'::text, 'contact-change'::text, 'relay-signature'::text]))),
  constraint face_checks_role_check CHECK ((role = ANY (ARRAY['self'::text, 'family'::text, 'guardian'::text, 'neighbour'::text]))),
  constraint face_checks_sequence_number_key UNIQUE (sequence_number),
  constraint face_checks_state_check CHECK ((state = ANY (ARRAY['begun'::text, 'passed'::text, 'not-yet'::text, 'not-recognised'::text, 'abandoned'::text]))),
  constraint face_checks_verify_id_hash_key UNIQUE (verify_id_hash)
);
CREATE INDEX face_checks_by_account ON public.face_checks USING btree (account_id, on_day);
CREATE INDEX face_checks_open ON public.face_checks USING btree (begun_at) WHERE (NOT over);
CREATE INDEX face_checks_tries ON public.face_checks USING btree (person_hash, on_day) WHERE counts;
CREATE TRIGGER face_checks_noted AFTER INSERT OR DELETE OR UPDATE ON public.face_checks FOR EACH STATEMENT EXECUTE FUNCTION note_authentication();
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.face_checks FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy ended using (expires_at < (now() - '30 days'::interval));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table files (
  id uuid not null,
  account_id uuid,
  about text not null,
  media_type text not null,
  bytes integer not null,
  fingerprint bytea not null,
  stored_at text not null,
  received_at timestamp with time zone not null,
  application_id uuid,
  office_id text,
  member_id text,
  staff_id text,
  subject_kind text,
  subject_id uuid,
  whole_at timestamp with time zone,
  ending_told_at timestamp with time zone,
  constraint files_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint files_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'video/mp4'::text, 'video/quicktime'::text]))),
  constraint files_pkey PRIMARY KEY (id),
  constraint files_sender CHECK (((account_id IS NULL) <> (staff_id IS NULL))),
  constraint files_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id),
  constraint files_stored_at_key UNIQUE (stored_at),
  constraint files_subject CHECK (((subject_kind IS NULL) = (subject_id IS NULL))),
  constraint files_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['door'::text, 'change'::text, 'authentication'::text, 'visit'::text])))
);
CREATE INDEX files_by_account ON public.files USING btree (account_id);
CREATE INDEX files_by_application ON public.files USING btree (application_id) WHERE (application_id IS NOT NULL);
CREATE INDEX files_by_day ON public.files USING brin (received_at);
CREATE INDEX files_by_subject ON public.files USING btree (subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX files_never_sent ON public.files USING btree (received_at) WHERE ((application_id IS NULL) AND (subject_id IS NULL));
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.files FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((subject_id IS NULL) OR (subject_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy still_named for r using true;
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[])) OR ((office_id IS NULL) AND (staff_id = ( SELECT assist_setting('staff'::text) AS assist_setting)))));
row security, forced;

create table hash_keys (
  one boolean not null default true,
  ids text[] not null,
  rests_from timestamp with time zone,
  rests_until timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint hash_keys_check CHECK (((rests_from IS NULL) = (rests_until IS NULL))),
  constraint hash_keys_ids_check CHECK ((cardinality(ids) > 0)),
  constraint hash_keys_one_check CHECK (one),
  constraint hash_keys_pkey PRIMARY KEY (one)
);

create table helper_acts (
  id bigint not null generated always as identity,
  grant_id uuid not null,
  verb text not null,
  about_kind text not null,
  about_id uuid not null,
  on_day date not null,
  at timestamp with time zone not null,
  not_agreed_at timestamp with time zone,
  constraint helper_acts_about_kind_check CHECK ((about_kind = ANY (ARRAY['draft'::text, 'application'::text, 'correction'::text, 'file'::text]))),
  constraint helper_acts_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES helper_grants(id),
  constraint helper_acts_grant_id_verb_about_kind_about_id_on_day_key UNIQUE (grant_id, verb, about_kind, about_id, on_day),
  constraint helper_acts_pkey PRIMARY KEY (id)
);
CREATE INDEX helper_acts_by_subject ON public.helper_acts USING btree (about_id);

create table helper_grants (
  id uuid not null,
  person_account_id uuid not null,
  helper_account_id uuid,
  helper_sealed bytea not null,
  kind text not null,
  verbs text[] not null,
  from_day date not null,
  until_day date not null,
  begun_by text not null,
  invite_hash bytea,
  invite_expires timestamp with time zone,
  made_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_why text,
  constraint helper_grants_begun_by_check CHECK ((begun_by = ANY (ARRAY['person'::text, 'helper'::text]))),
  constraint helper_grants_check CHECK (((accepted_at IS NULL) = (helper_account_id IS NULL))),
  constraint helper_grants_check1 CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint helper_grants_check2 CHECK ((helper_account_id IS DISTINCT FROM person_account_id)),
  constraint helper_grants_check3 CHECK ((until_day >= from_day)),
  constraint helper_grants_ended_why_check CHECK ((ended_why = ANY (ARRAY['stopped'::text, 'not-agreed'::text]))),
  constraint helper_grants_helper_account_id_fkey FOREIGN KEY (helper_account_id) REFERENCES accounts(id),
  constraint helper_grants_invite_hash_key UNIQUE (invite_hash),
  constraint helper_grants_kind_check CHECK ((kind = ANY (ARRAY['family'::text, 'neighbour'::text, 'assistant'::text]))),
  constraint helper_grants_person_account_id_fkey FOREIGN KEY (person_account_id) REFERENCES accounts(id),
  constraint helper_grants_pkey PRIMARY KEY (id),
  constraint helper_grants_verbs_check CHECK (((verbs <@ ARRAY['fill'::text, 'send'::text, 'authenticate'::text, 'notices'::text, 'results'::text]) AND (cardinality(verbs) > 0)))
);
CREATE INDEX helper_grants_by_helper ON public.helper_grants USING btree (helper_account_id, made_at) WHERE (helper_account_id IS NOT NULL);
CREATE INDEX helper_grants_by_person ON public.helper_grants USING btree (person_account_id, made_at);

create table idempotency_keys (
  scope text not null,
  key text not null,
  endpoint text not null,
  fingerprint bytea not null,
  locked_until timestamp with time zone not null,
  status integer,
  answer_sealed bytea,
  expires_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_keys_by_end ON public.idempotency_keys USING btree (expires_at);

create table item_notes (
  id uuid not null,
  office_id text not null,
  application_id uuid,
  change_id uuid,
  run_id uuid,
  kind text not null,
  on_day date not null,
  at timestamp with time zone not null,
  staff_id text not null,
  note_sealed bytea,
  fingerprint bytea,
  corrected_at timestamp with time zone,
  corrected_by text,
  correction_sealed bytea,
  blacked_out_at timestamp with time zone,
  blacked_out_by text,
  blacked_out_why text,
  constraint item_notes_about_one CHECK ((num_nonnulls(application_id, change_id, run_id) = 1)),
  constraint item_notes_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint item_notes_black_out CHECK (((num_nulls(blacked_out_at, blacked_out_by, blacked_out_why) = ANY (ARRAY[0, 3])) AND ((blacked_out_at IS NULL) = (note_sealed IS NOT NULL)) AND ((blacked_out_at IS NULL) = (fingerprint IS NOT NULL)) AND ((blacked_out_at IS NULL) OR (correction_sealed IS NULL)) AND (blacked_out_why = ANY (ARRAY['somebody-elses'::text, 'other-household'::text, 'not-needed'::text])))) NOT VALID,
  constraint item_notes_change_id_fkey FOREIGN KEY (change_id) REFERENCES change_notices(id),
  constraint item_notes_correction CHECK ((num_nulls(corrected_at, corrected_by) = ANY (ARRAY[0, 2]))) NOT VALID,
  constraint item_notes_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'visit'::text, 'other'::text]))),
  constraint item_notes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint item_notes_pkey PRIMARY KEY (id),
  constraint item_notes_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id),
  constraint item_notes_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
CREATE INDEX item_notes_by_application ON public.item_notes USING btree (application_id, at) WHERE (application_id IS NOT NULL);
CREATE INDEX item_notes_by_change ON public.item_notes USING btree (change_id, at) WHERE (change_id IS NOT NULL);
CREATE INDEX item_notes_by_run ON public.item_notes USING btree (run_id, at) WHERE (run_id IS NOT NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.item_notes FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
CREATE TRIGGER item_notes_stay BEFORE DELETE OR UPDATE ON public.item_notes FOR EACH ROW EXECUTE FUNCTION item_note_stays();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy with_its_item using (( SELECT assist_sees_all() AS assist_sees_all) OR ((run_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM procedure_runs r
  WHERE (r.id = item_notes.run_id)))) OR ((change_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM changes c
  WHERE (c.id = item_notes.change_id)))) OR ((application_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM applications a
  WHERE (a.id = item_notes.application_id)))));
row security, forced;

create table joint_meetings (
  id uuid not null,
  office_id text not null,
  district text not null,
  run_id uuid not null,
  asked_on date not null,
  asked_by text not null,
  why_sealed bytea not null,
  held_on date,
  record_sealed bytea,
  recorded_by text,
  recorded_at timestamp with time zone,
  constraint joint_meetings_check CHECK ((((held_on IS NULL) = (record_sealed IS NULL)) AND ((held_on IS NULL) = (recorded_by IS NULL)))),
  constraint joint_meetings_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint joint_meetings_pkey PRIMARY KEY (id),
  constraint joint_meetings_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id)
);
CREATE INDEX joint_meetings_of_district ON public.joint_meetings USING btree (district, asked_on, id) WHERE (held_on IS NULL);
CREATE UNIQUE INDEX joint_meetings_one_open ON public.joint_meetings USING btree (run_id) WHERE (held_on IS NULL);
CREATE INDEX joint_meetings_open ON public.joint_meetings USING btree (office_id, asked_on, id) WHERE (held_on IS NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.joint_meetings FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table loopback_messages (
  ref uuid not null,
  channel text not null,
  last_four text not null,
  words text not null,
  sent_at timestamp with time zone not null,
  outcome text not null,
  report_at timestamp with time zone,
  reported_at timestamp with time zone,
  constraint loopback_messages_channel_check CHECK ((channel = ANY (ARRAY['text'::text, 'voice'::text]))),
  constraint loopback_messages_outcome_check CHECK ((outcome = ANY (ARRAY['delivered'::text, 'bounced'::text, 'silent'::text]))),
  constraint loopback_messages_pkey PRIMARY KEY (ref)
);
CREATE INDEX loopback_messages_to_report ON public.loopback_messages USING btree (report_at) WHERE (reported_at IS NULL);

create table loopback_scripts (
  channel text not null,
  phone_hash bytea not null,
  outcome text not null,
  after_seconds integer not null,
  constraint loopback_scripts_after_seconds_check CHECK ((after_seconds >= 0)),
  constraint loopback_scripts_channel_check CHECK ((channel = ANY (ARRAY['text'::text, 'voice'::text]))),
  constraint loopback_scripts_outcome_check CHECK ((outcome = ANY (ARRAY['delivered'::text, 'bounced'::text, 'silent'::text]))),
  constraint loopback_scripts_pkey PRIMARY KEY (channel, phone_hash)
);

create table messages (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  content_sealed bytea not null,
  subject_kind text,
  subject_id uuid,
  source text,
  read_at timestamp with time zone,
  constraint messages_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_source_key UNIQUE (source),
  constraint messages_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['door'::text, 'application'::text, 'change'::text, 'authentication'::text, 'visit'::text, 'contact-change'::text, 'family'::text, 'decision'::text, 'referral'::text, 'cross-check'::text, 'voice'::text])))
);
CREATE INDEX messages_by_account ON public.messages USING btree (account_id, at, id);
CREATE INDEX messages_unread ON public.messages USING btree (account_id) WHERE (read_at IS NULL);

create table objection_notes (
  id uuid not null,
  objection_id uuid not null,
  office_id text not null,
  staff_id text not null,
  at timestamp with time zone not null,
  words_sealed bytea not null,
  fingerprint bytea not null,
  constraint objection_notes_objection_id_fkey FOREIGN KEY (objection_id) REFERENCES procedure_events(id),
  constraint objection_notes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint objection_notes_pkey PRIMARY KEY (id)
);
CREATE INDEX objection_notes_by_objection ON public.objection_notes USING btree (objection_id, at);
CREATE TRIGGER objection_notes_are_only_added_to BEFORE TRUNCATE ON public.objection_notes FOR EACH STATEMENT EXECUTE FUNCTION voices_are_only_added_to();
CREATE TRIGGER objection_notes_stay BEFORE DELETE OR UPDATE ON public.objection_notes FOR EACH ROW EXECUTE FUNCTION stays_but_may_move();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy with_its_objection restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (EXISTS ( SELECT
   FROM procedure_events e
  WHERE (e.id = objection_notes.objection_id))));
row security, forced;

create table office_areas (
  division_code text not null,
  office_id text not null,
  constraint office_areas_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint office_areas_pkey PRIMARY KEY (division_code)
);
CREATE INDEX office_areas_by_office ON public.office_areas USING btree (office_id);

create table office_day_numbers (
  office_id text not null,
  day date not null,
  last integer not null,
  constraint office_day_numbers_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint office_day_numbers_pkey PRIMARY KEY (office_id, day)
);

create table offices (
  id text not null,
  name text not null,
  short_name text not null,
  district text not null,
  authority_id text not null,
  authority_name text not null,
  live boolean not null,
  phone text,
  address text,
  hours text,
  sample boolean not null default false,
  somebody_moved boolean not null default false,
  constraint offices_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX offices_short_name ON public.offices USING btree (short_name) WHERE live;

create table one_time_payments (
  id uuid not null,
  run_id uuid not null,
  office_id text not null,
  district text not null,
  kind text not null,
  amount bigint not null,
  given_on date not null,
  given_by text not null,
  given_at timestamp with time zone not null,
  seen_by text,
  seen_at timestamp with time zone,
  case_id uuid,
  number text,
  payee_sealed bytea not null,
  constraint one_time_payments_amount_check CHECK ((amount > 0)),
  constraint one_time_payments_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint one_time_payments_check CHECK (((seen_by IS NULL) = (seen_at IS NULL))),
  constraint one_time_payments_four_eyes CHECK (((seen_by IS NULL) OR (seen_by <> given_by))),
  constraint one_time_payments_given_by_fkey FOREIGN KEY (given_by) REFERENCES staff_accounts(id),
  constraint one_time_payments_kind_check CHECK ((kind = ANY (ARRAY['small-sum'::text, 'temporary'::text]))),
  constraint one_time_payments_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint one_time_payments_pkey PRIMARY KEY (id),
  constraint one_time_payments_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id),
  constraint one_time_payments_run_id_key UNIQUE (run_id),
  constraint one_time_payments_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES staff_accounts(id)
);
CREATE INDEX one_time_payments_by_case ON public.one_time_payments USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX one_time_payments_by_district ON public.one_time_payments USING btree (district, given_on DESC, id);
CREATE INDEX one_time_payments_by_office ON public.one_time_payments USING btree (office_id, given_on DESC, id);
CREATE TRIGGER one_time_payments_stay BEFORE DELETE OR UPDATE ON public.one_time_payments FOR EACH ROW EXECUTE FUNCTION one_time_payments_stay();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table one_visit (
  account_id uuid not null,
  on_day date not null,
  what text not null,
  constraint one_visit_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint one_visit_pkey PRIMARY KEY (account_id, on_day, what),
  constraint one_visit_what_check CHECK ((what = ANY (ARRAY['bank-account'::text, 'authentication'::text])))
);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy residents using ( SELECT assist_sees_all() AS assist_sees_all);
row security, forced;

create table outbox (
  id bigint not null generated always as identity,
  kind text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  run_at timestamp with time zone not null,
  tries integer not null default 0,
  done_at timestamp with time zone,
  outcome text,
  trace_parent text,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_waiting ON public.outbox USING btree (run_at, id) WHERE (done_at IS NULL);

create table payment_lines (
  list_id uuid not null,
  n integer not null,
  for_month text not null,
  office_id text not null,
  case_id uuid not null,
  kind text not null,
  member_id text not null,
  payee_id text not null,
  register_number text not null,
  amount bigint not null,
  since date not null,
  taper boolean not null,
  payee_sealed bytea not null,
  state text not null,
  bounce_reason text,
  constraint payment_lines_amount_check CHECK ((amount > 0)),
  constraint payment_lines_bounced CHECK (((state = 'bounced'::text) = (bounce_reason IS NOT NULL))),
  constraint payment_lines_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint payment_lines_list_id_fkey FOREIGN KEY (list_id) REFERENCES payment_lists(id),
  constraint payment_lines_list_id_for_month_case_id_kind_member_id_key UNIQUE (list_id, for_month, case_id, kind, member_id),
  constraint payment_lines_pkey PRIMARY KEY (list_id, n),
  constraint payment_lines_state_check CHECK ((state = ANY (ARRAY['to-pay'::text, 'no-account'::text, 'paid'::text, 'bounced'::text])))
);
CREATE INDEX payment_lines_by_case ON public.payment_lines USING btree (case_id);
CREATE UNIQUE INDEX payment_lines_once ON public.payment_lines USING btree (for_month, case_id, kind, member_id) WHERE (state = ANY (ARRAY['to-pay'::text, 'paid'::text]));
CREATE INDEX payment_lines_unpaid ON public.payment_lines USING btree (office_id) WHERE (state = ANY (ARRAY['no-account'::text, 'bounced'::text]));
CREATE TRIGGER payment_lines_added AFTER INSERT ON public.payment_lines REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION payment_lines_stay();
CREATE TRIGGER payment_lines_removed AFTER DELETE ON public.payment_lines REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION payment_lines_stay();
CREATE TRIGGER payment_lines_settled AFTER UPDATE ON public.payment_lines REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION payment_lines_stay();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table payment_lists (
  id uuid not null,
  office_id text not null,
  district text not null,
  month text not null,
  state text not null,
  lines integer not null,
  amount bigint not null,
  no_account integer not null,
  carried integer not null,
  lines_hash bytea not null,
  previous_id uuid,
  computed_at timestamp with time zone not null,
  frozen_by text,
  frozen_at timestamp with time zone,
  released_by text,
  released_at timestamp with time zone,
  exported_by text,
  exported_at timestamp with time zone,
  returned_by text,
  returned_at timestamp with time zone,
  note_sealed bytea,
  constraint payment_lists_exported CHECK (((state = ANY (ARRAY['exported'::text, 'returned'::text])) = (exported_by IS NOT NULL))),
  constraint payment_lists_exported_by_fkey FOREIGN KEY (exported_by) REFERENCES staff_accounts(id),
  constraint payment_lists_four_eyes CHECK (((released_by IS NULL) OR (released_by <> frozen_by))),
  constraint payment_lists_frozen CHECK (((state = 'draft'::text) = (frozen_by IS NULL))),
  constraint payment_lists_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES staff_accounts(id),
  constraint payment_lists_month_check CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  constraint payment_lists_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint payment_lists_office_id_month_key UNIQUE (office_id, month),
  constraint payment_lists_pkey PRIMARY KEY (id),
  constraint payment_lists_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES payment_lists(id),
  constraint payment_lists_released CHECK (((state = ANY (ARRAY['released'::text, 'exported'::text, 'returned'::text])) = (released_by IS NOT NULL))),
  constraint payment_lists_released_by_fkey FOREIGN KEY (released_by) REFERENCES staff_accounts(id),
  constraint payment_lists_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES staff_accounts(id),
  constraint payment_lists_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'frozen'::text, 'released'::text, 'exported'::text, 'returned'::text])))
);
CREATE INDEX payment_lists_of_district ON public.payment_lists USING btree (district, month);
CREATE TRIGGER payment_lists_go_forward BEFORE DELETE OR UPDATE ON public.payment_lists FOR EACH ROW EXECUTE FUNCTION payment_lists_go_forward();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table payment_returns (
  id uuid not null,
  list_id uuid not null,
  office_id text not null,
  file_hash bytea not null,
  file_name text not null,
  imported_by text not null,
  imported_at timestamp with time zone not null,
  paid integer not null,
  bounced integer not null,
  constraint payment_returns_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES staff_accounts(id),
  constraint payment_returns_list_id_file_hash_key UNIQUE (list_id, file_hash),
  constraint payment_returns_list_id_fkey FOREIGN KEY (list_id) REFERENCES payment_lists(id),
  constraint payment_returns_pkey PRIMARY KEY (id)
);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table person_searches (
  id uuid not null,
  office_id text not null,
  staff_id text not null,
  number_hash bytea not null,
  reason_sealed bytea not null,
  at timestamp with time zone not null,
  constraint person_searches_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint person_searches_pkey PRIMARY KEY (id),
  constraint person_searches_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
CREATE INDEX person_searches_by_person ON public.person_searches USING btree (number_hash, at);
policy ended using (at < (now() - '1 year'::interval));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table platform_acknowledgements (
  client_id text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  constraint platform_acknowledgements_pkey PRIMARY KEY (client_id)
);

create table platform_assertions (
  client_id text not null,
  jti_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint platform_assertions_pkey PRIMARY KEY (client_id, jti_hash)
);
CREATE INDEX platform_assertions_by_end ON public.platform_assertions USING btree (expires_at);

create table platform_deliveries (
  client_id text not null,
  feed_id uuid not null,
  seq bigint not null,
  state text not null,
  tries integer not null default 0,
  run_at timestamp with time zone not null,
  sending_since timestamp with time zone,
  last_answer text,
  settled_at timestamp with time zone,
  constraint platform_deliveries_check CHECK (((state = 'sending'::text) = (sending_since IS NOT NULL))),
  constraint platform_deliveries_check1 CHECK (((state = ANY (ARRAY['delivered'::text, 'given-up'::text])) = (settled_at IS NOT NULL))),
  constraint platform_deliveries_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES platform_feed(id),
  constraint platform_deliveries_pkey PRIMARY KEY (client_id, feed_id),
  constraint platform_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'delivered'::text, 'given-up'::text])))
);
CREATE INDEX platform_deliveries_by_client ON public.platform_deliveries USING btree (client_id, seq);
CREATE INDEX platform_deliveries_sending ON public.platform_deliveries USING btree (sending_since) WHERE (state = 'sending'::text);
CREATE INDEX platform_deliveries_waiting ON public.platform_deliveries USING btree (run_at) WHERE (state = 'waiting'::text);

create table platform_feed (
  id uuid not null default gen_random_uuid(),
  written bigint not null generated always as identity,
  seq bigint,
  at timestamp with time zone not null,
  kind text not null,
  what text not null,
  office_id text not null,
  district text not null,
  procedure text,
  application_id uuid,
  run_id uuid,
  event_id uuid,
  referral_id uuid,
  target text,
  constraint platform_feed_kind_check CHECK ((kind = ANY (ARRAY['application'::text, 'procedure'::text, 'referral'::text]))),
  constraint platform_feed_pkey PRIMARY KEY (id),
  constraint platform_feed_referral CHECK ((((kind = 'referral'::text) = (referral_id IS NOT NULL)) AND ((kind = 'referral'::text) = (target IS NOT NULL))))
);
CREATE INDEX platform_feed_of_district ON public.platform_feed USING btree (district, seq) WHERE (seq IS NOT NULL);
CREATE UNIQUE INDEX platform_feed_sealed ON public.platform_feed USING btree (seq) WHERE (seq IS NOT NULL);
CREATE INDEX platform_feed_unsealed ON public.platform_feed USING btree (written) WHERE (seq IS NULL);
CREATE TRIGGER platform_feed_is_only_sealed BEFORE DELETE OR UPDATE ON public.platform_feed FOR EACH ROW EXECUTE FUNCTION platform_feed_is_only_sealed();
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table posting_holds (
  run_id uuid not null,
  office_id text not null,
  staff_id text not null,
  at timestamp with time zone not null,
  reason_sealed bytea not null,
  id uuid not null default gen_random_uuid(),
  lifted_at timestamp with time zone,
  lifted_by text,
  lift_sealed bytea,
  lift_id uuid,
  constraint posting_holds_lift_id_key UNIQUE (lift_id),
  constraint posting_holds_lifted CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lift_sealed IS NULL)) AND ((lifted_at IS NULL) = (lift_id IS NULL)))),
  constraint posting_holds_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint posting_holds_pkey PRIMARY KEY (id),
  constraint posting_holds_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id)
);
CREATE INDEX posting_holds_by_run ON public.posting_holds USING btree (run_id);
CREATE UNIQUE INDEX posting_holds_one_at_a_time ON public.posting_holds USING btree (run_id) WHERE (lifted_at IS NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.posting_holds FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table posting_objections (
  id uuid not null,
  posting_id uuid not null,
  run_id uuid not null,
  office_id text not null,
  number text not null,
  secret_hash bytea not null,
  secret_sealed bytea not null,
  at timestamp with time zone not null,
  fingerprint bytea not null,
  teller_sealed bytea,
  account_id uuid,
  constraint posting_objections_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint posting_objections_number_key UNIQUE (number),
  constraint posting_objections_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint posting_objections_pkey PRIMARY KEY (id),
  constraint posting_objections_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES postings(id),
  constraint posting_objections_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id)
);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.posting_objections FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table postings (
  id uuid not null,
  event_id uuid not null,
  run_id uuid not null,
  office_id text not null,
  kind text not null,
  hangs_from date not null,
  hangs_until date not null,
  posting_sealed bytea not null,
  taken_down_at timestamp with time zone,
  taken_down_by text,
  why_sealed bytea,
  village text,
  constraint postings_check CHECK (((taken_down_at IS NULL) = (why_sealed IS NULL))),
  constraint postings_event_id_key UNIQUE (event_id),
  constraint postings_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'publication'::text]))),
  constraint postings_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint postings_pkey PRIMARY KEY (id),
  constraint postings_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id)
);
CREATE INDEX postings_by_office ON public.postings USING btree (office_id, hangs_until) WHERE (taken_down_at IS NULL);
CREATE INDEX postings_by_run ON public.postings USING btree (run_id);
CREATE INDEX postings_by_village ON public.postings USING btree (office_id, village, hangs_until) WHERE (taken_down_at IS NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.postings FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
CREATE TRIGGER notices_hang_to_their_end BEFORE DELETE OR UPDATE ON public.postings FOR EACH ROW EXECUTE FUNCTION notices_hang_to_their_end();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table procedure_events (
  run_id uuid not null,
  seq integer not null,
  id uuid not null,
  office_id text not null,
  kind text not null,
  happened_on date not null,
  at timestamp with time zone not null,
  role text not null,
  actor_kind text not null,
  actor_id text not null,
  event_sealed bytea not null,
  fingerprint bytea not null,
  constraint procedure_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'account'::text, 'system'::text]))),
  constraint procedure_events_id_key UNIQUE (id),
  constraint procedure_events_pkey PRIMARY KEY (run_id, seq),
  constraint procedure_events_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id)
);
CREATE INDEX procedure_events_watched ON public.procedure_events USING btree (office_id, happened_on) WHERE (kind = ANY (ARRAY['watched'::text, 'refused'::text]));
CREATE TRIGGER feed_procedure AFTER INSERT ON public.procedure_events FOR EACH ROW EXECUTE FUNCTION feed_procedure();
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.procedure_events FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
CREATE TRIGGER procedure_events_are_only_added_to BEFORE TRUNCATE ON public.procedure_events FOR EACH STATEMENT EXECUTE FUNCTION procedure_events_are_only_added_to();
CREATE TRIGGER procedure_events_stay BEFORE DELETE OR UPDATE ON public.procedure_events FOR EACH ROW EXECUTE FUNCTION stays_but_may_move();
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table procedure_runs (
  id uuid not null,
  office_id text not null,
  district text not null,
  procedure text not null,
  opened_on date not null,
  application_id uuid,
  case_id uuid,
  change_id uuid,
  parent_id uuid,
  person_sealed bytea not null,
  number text,
  last_kind text not null,
  last_on date not null,
  last_by_role text not null,
  waits_for text[] not null,
  due date,
  due_provisional boolean not null default false,
  events integer not null,
  ended_on date,
  policy_version text not null,
  created_at timestamp with time zone not null,
  urgent_call_id uuid,
  watch_on date,
  constraint procedure_runs_about CHECK (((application_id IS NOT NULL) OR (case_id IS NOT NULL) OR (urgent_call_id IS NOT NULL) OR (procedure = 'alert'::text) OR (procedure = 'check-for-elsewhere'::text))),
  constraint procedure_runs_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint procedure_runs_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint procedure_runs_change_id_fkey FOREIGN KEY (change_id) REFERENCES change_notices(id),
  constraint procedure_runs_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint procedure_runs_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES procedure_runs(id),
  constraint procedure_runs_pkey PRIMARY KEY (id),
  constraint procedure_runs_urgent_call_id_fkey FOREIGN KEY (urgent_call_id) REFERENCES urgent_calls(id)
);
CREATE INDEX procedure_runs_by_application ON public.procedure_runs USING btree (application_id) WHERE (application_id IS NOT NULL);
CREATE INDEX procedure_runs_by_case ON public.procedure_runs USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX procedure_runs_by_change ON public.procedure_runs USING btree (change_id) WHERE (change_id IS NOT NULL);
CREATE INDEX procedure_runs_by_parent ON public.procedure_runs USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX procedure_runs_of_district ON public.procedure_runs USING btree (district, due, id) WHERE ((ended_on IS NULL) AND ('district'::text = ANY (waits_for)));
CREATE UNIQUE INDEX procedure_runs_one_per_application ON public.procedure_runs USING btree (application_id) WHERE ((application_id IS NOT NULL) AND (parent_id IS NULL));
CREATE UNIQUE INDEX procedure_runs_one_per_urgent_call ON public.procedure_runs USING btree (urgent_call_id) WHERE (urgent_call_id IS NOT NULL);
CREATE INDEX procedure_runs_open ON public.procedure_runs USING btree (office_id, due, id) WHERE (ended_on IS NULL);
CREATE INDEX procedure_runs_open_of_district ON public.procedure_runs USING btree (district, COALESCE(due, 'infinity'::date), id) WHERE (ended_on IS NULL);
CREATE INDEX procedure_runs_tapers_ended ON public.procedure_runs USING btree (office_id, ended_on) WHERE ((procedure = 'taper'::text) AND (ended_on IS NOT NULL));
CREATE INDEX procedure_runs_to_watch ON public.procedure_runs USING btree (COALESCE(watch_on,
CASE
    WHEN (procedure = 'taper'::text) THEN '-infinity'::date
    ELSE (due - 30)
END, 'infinity'::date), id) WHERE (ended_on IS NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.procedure_runs FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
CREATE TRIGGER procedure_runs_look_again BEFORE UPDATE ON public.procedure_runs FOR EACH ROW WHEN ((new.events IS DISTINCT FROM old.events)) EXECUTE FUNCTION procedure_runs_look_again();
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((id IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((change_id IS NULL) OR (change_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy village restrictive using ((( SELECT assist_villages() AS assist_villages) IS NULL) OR (case_id IS NULL) OR (EXISTS ( SELECT
   FROM case_files c
  WHERE (c.id = procedure_runs.case_id))));
row security, forced;

create unlogged table rate_counts (
  key text not null,
  window_start timestamp with time zone not null,
  count integer not null,
  constraint rate_counts_pkey PRIMARY KEY (key, window_start)
);
CREATE INDEX rate_counts_by_window ON public.rate_counts USING btree (window_start);

create table reality_codes (
  hash bytea not null,
  kind text not null,
  office_id text,
  content_sealed bytea not null,
  subject_id uuid,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint reality_codes_kind_check CHECK ((kind = ANY (ARRAY['visitor'::text, 'message'::text]))),
  constraint reality_codes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint reality_codes_pkey PRIMARY KEY (hash)
);
CREATE INDEX reality_codes_by_end ON public.reality_codes USING btree (expires_at);
CREATE INDEX reality_codes_by_subject ON public.reality_codes USING btree (subject_id) WHERE (subject_id IS NOT NULL);

create table referral_steps (
  id bigint not null generated always as identity,
  referral_id uuid not null,
  office_id text not null,
  kind text not null,
  on_day date not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  words_sealed bytea,
  constraint referral_steps_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'account'::text, 'system'::text]))),
  constraint referral_steps_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'agreed'::text, 'sent'::text, 'followed'::text, 'granted'::text, 'not-fitting'::text, 'not-wanted'::text]))),
  constraint referral_steps_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint referral_steps_pkey PRIMARY KEY (id),
  constraint referral_steps_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referrals(id)
);
CREATE INDEX referral_steps_by_referral ON public.referral_steps USING btree (referral_id, id);
CREATE TRIGGER feed_referral AFTER INSERT ON public.referral_steps FOR EACH ROW EXECUTE FUNCTION feed_referral();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy with_its_referral restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (EXISTS ( SELECT
   FROM referrals r
  WHERE (r.id = referral_steps.referral_id))));
row security, forced;

create table referrals (
  id uuid not null,
  office_id text not null,
  district text not null,
  target text not null,
  run_id uuid,
  application_id uuid,
  case_id uuid,
  person_hash bytea,
  person_sealed bytea not null,
  number text,
  why_sealed bytea not null,
  state text not null,
  proposed_on date not null,
  consent_on date,
  consent_how text,
  sent_on date,
  due date not null,
  due_provisional boolean not null,
  came_back integer not null default 0,
  ended_on date,
  fingerprint bytea not null,
  constraint referrals_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint referrals_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint referrals_check CHECK (((consent_on IS NULL) = (consent_how IS NULL))),
  constraint referrals_check1 CHECK (((state <> ALL (ARRAY['agreed'::text, 'sent'::text, 'granted'::text, 'not-fitting'::text])) OR (consent_on IS NOT NULL))),
  constraint referrals_check2 CHECK (((state <> ALL (ARRAY['sent'::text, 'granted'::text, 'not-fitting'::text])) OR (sent_on IS NOT NULL))),
  constraint referrals_check3 CHECK (((state = ANY (ARRAY['granted'::text, 'not-fitting'::text, 'not-wanted'::text])) = (ended_on IS NOT NULL))),
  constraint referrals_consent_how_check CHECK ((consent_how = ANY (ARRAY['app'::text, 'spoken'::text]))),
  constraint referrals_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint referrals_pkey PRIMARY KEY (id),
  constraint referrals_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id),
  constraint referrals_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'sent'::text, 'granted'::text, 'not-fitting'::text, 'not-wanted'::text])))
);
CREATE INDEX referrals_by_application ON public.referrals USING btree (application_id) WHERE (application_id IS NOT NULL);
CREATE INDEX referrals_by_case ON public.referrals USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX referrals_by_person ON public.referrals USING btree (person_hash) WHERE (person_hash IS NOT NULL);
CREATE INDEX referrals_by_run ON public.referrals USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX referrals_ended ON public.referrals USING btree (office_id, ended_on, id) WHERE (ended_on IS NOT NULL);
CREATE INDEX referrals_open ON public.referrals USING btree (office_id, due, id) WHERE (ended_on IS NULL);
CREATE INDEX referrals_open_of_district ON public.referrals USING btree (district, due, id) WHERE (ended_on IS NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.referrals FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using ((NOT ( SELECT assist_is_platform() AS assist_is_platform)) OR (sent_on IS NOT NULL)) with check (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy not_of_relatives_itself restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table refresh_tokens (
  hash bytea not null,
  family_id uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint refresh_tokens_family_id_fkey FOREIGN KEY (family_id) REFERENCES session_families(id),
  constraint refresh_tokens_pkey PRIMARY KEY (hash)
);
CREATE INDEX refresh_tokens_by_end ON public.refresh_tokens USING btree (expires_at);
CREATE INDEX refresh_tokens_by_family ON public.refresh_tokens USING btree (family_id);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy residents using ( SELECT assist_sees_all() AS assist_sees_all);
row security, forced;

create table register_import_rows (
  import_id uuid not null,
  position integer not null,
  household_sealed bytea not null,
  constraint register_import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES register_imports(id),
  constraint register_import_rows_pkey PRIMARY KEY (import_id, "position")
);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR (EXISTS ( SELECT
   FROM register_imports i
  WHERE (i.id = register_import_rows.import_id))));
row security, forced;

create table register_imports (
  id uuid not null,
  office_id text,
  imported_by text not null,
  file_name text not null,
  file_hash bytea not null,
  encoding text not null,
  state text not null,
  rows integer not null,
  done integer not null default 0,
  adds integer not null,
  changes integer not null,
  same integer not null,
  missing integer not null,
  problem_count integer not null,
  report_sealed bytea not null,
  checked_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint register_imports_encoding_check CHECK ((encoding = ANY (ARRAY['utf-8'::text, 'gb18030'::text]))),
  constraint register_imports_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint register_imports_pkey PRIMARY KEY (id),
  constraint register_imports_state_check CHECK ((state = ANY (ARRAY['checked'::text, 'writing'::text, 'done'::text, 'stopped'::text])))
);
CREATE INDEX register_imports_by_office ON public.register_imports USING btree (office_id, checked_at DESC);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR (((office_id IS NULL) AND (( SELECT assist_offices() AS assist_offices) IS NOT NULL)) OR (office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[]))));
row security, forced;

create table relay_asks (
  id uuid not null,
  application_id uuid not null,
  account_id uuid not null,
  member_id text not null,
  about_sealed bytea not null,
  number_hash bytea,
  digits_hash bytea,
  signer text not null,
  device_hash bytea not null,
  state text not null,
  state_at timestamp with time zone not null,
  made_at timestamp with time zone not null,
  constraint relay_asks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint relay_asks_application_id_member_id_key UNIQUE (application_id, member_id),
  constraint relay_asks_pkey PRIMARY KEY (id),
  constraint relay_asks_signer_check CHECK ((signer = ANY (ARRAY['self'::text, 'guardian'::text]))),
  constraint relay_asks_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'link-made'::text, 'opened'::text, 'signed'::text, 'to-confirm'::text, 'refused'::text, 'unreachable'::text, 'at-counter'::text])))
);
CREATE INDEX relay_asks_by_account ON public.relay_asks USING btree (account_id);
CREATE INDEX relay_asks_by_number ON public.relay_asks USING btree (number_hash) WHERE (number_hash IS NOT NULL);

create table relay_links (
  hash bytea not null,
  ask_id uuid not null,
  kind text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries integer not null default 0,
  ended_at timestamp with time zone,
  constraint relay_links_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES relay_asks(id),
  constraint relay_links_kind_check CHECK ((kind = ANY (ARRAY['card'::text, 'paper'::text]))),
  constraint relay_links_pkey PRIMARY KEY (hash)
);
CREATE INDEX relay_links_by_ask ON public.relay_links USING btree (ask_id) WHERE (ended_at IS NULL);

create table relay_signatures (
  id uuid not null,
  ask_id uuid not null,
  application_id uuid not null,
  member_id text not null,
  way text not null,
  account_id uuid,
  device_hash bytea,
  staff_id text,
  detail_sealed bytea not null,
  statements jsonb not null,
  state text not null,
  why text,
  signed_at timestamp with time zone not null,
  confirmed_by text,
  confirmed_at timestamp with time zone,
  confirmed_staff text,
  ended_at timestamp with time zone,
  fingerprint bytea not null,
  constraint relay_signatures_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint relay_signatures_ask_id_fkey FOREIGN KEY (ask_id) REFERENCES relay_asks(id),
  constraint relay_signatures_check CHECK (((account_id IS NULL) <> (staff_id IS NULL))),
  constraint relay_signatures_check1 CHECK (((state = 'to-confirm'::text) <= (why IS NOT NULL))),
  constraint relay_signatures_check2 CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint relay_signatures_confirmed_by_check CHECK ((confirmed_by = ANY (ARRAY['visit'::text, 'call'::text, 'face'::text, 'own-phone'::text]))),
  constraint relay_signatures_confirmed_staff_fkey FOREIGN KEY (confirmed_staff) REFERENCES staff_accounts(id),
  constraint relay_signatures_pkey PRIMARY KEY (id),
  constraint relay_signatures_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id),
  constraint relay_signatures_state_check CHECK ((state = ANY (ARRAY['given'::text, 'to-confirm'::text, 'withdrawn'::text, 'not-agreed'::text]))),
  constraint relay_signatures_way_check CHECK ((way = ANY (ARRAY['handwriting'::text, 'face'::text, 'witnesses'::text, 'guardian'::text, 'helper'::text]))),
  constraint relay_signatures_why_check CHECK ((why = ANY (ARRAY['same-account'::text, 'same-phone'::text, 'helper'::text])))
);
CREATE INDEX relay_signatures_by_account ON public.relay_signatures USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX relay_signatures_by_application ON public.relay_signatures USING btree (application_id, member_id);
CREATE INDEX relay_signatures_by_ask ON public.relay_signatures USING btree (ask_id, signed_at);
CREATE UNIQUE INDEX relay_signatures_one_standing ON public.relay_signatures USING btree (ask_id) WHERE (state = ANY (ARRAY['given'::text, 'to-confirm'::text]));

create table reminders (
  id uuid not null,
  kind text not null,
  office_id text not null,
  case_id uuid,
  member_id text,
  due date,
  account_id uuid,
  subject_id uuid,
  message_id uuid,
  step text,
  next_at timestamp with time zone not null,
  started_at timestamp with time zone not null,
  step_at timestamp with time zone,
  visit_id uuid,
  ended_at timestamp with time zone,
  ended_why text,
  constraint reminders_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint reminders_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint reminders_case_id_member_id_due_key UNIQUE (case_id, member_id, due),
  constraint reminders_check CHECK (((kind = 'authentication-due'::text) = ((case_id IS NOT NULL) AND (member_id IS NOT NULL) AND (due IS NOT NULL)))),
  constraint reminders_check1 CHECK (((kind = 'authentication-due'::text) OR (subject_id IS NOT NULL))),
  constraint reminders_check2 CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint reminders_check3 CHECK (((ended_why <> 'visit'::text) OR (visit_id IS NOT NULL))),
  constraint reminders_ended_why_check CHECK ((ended_why = ANY (ARRAY['met'::text, 'visit'::text, 'moot'::text]))),
  constraint reminders_kind_check CHECK ((kind = ANY (ARRAY['authentication-due'::text, 'visit-arranged'::text, 'correction-asked'::text]))),
  constraint reminders_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint reminders_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint reminders_pkey PRIMARY KEY (id),
  constraint reminders_step_check CHECK ((step = ANY (ARRAY['wechat'::text, 'text'::text, 'voice'::text, 'village'::text, 'township'::text])))
);
CREATE UNIQUE INDEX reminders_by_subject ON public.reminders USING btree (kind, subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX reminders_due ON public.reminders USING btree (next_at, id) WHERE (ended_at IS NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.reminders FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
CREATE TRIGGER reminders_noted AFTER INSERT OR DELETE OR UPDATE ON public.reminders FOR EACH STATEMENT EXECUTE FUNCTION note_authentication();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((subject_id IS NULL) OR (subject_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((visit_id IS NULL) OR (visit_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table reseal_progress (
  place text not null,
  to_key text not null,
  after text[],
  passes integer not null default 0,
  resealed bigint not null default 0,
  unreadable bigint not null default 0,
  changed_at timestamp with time zone not null,
  constraint reseal_progress_pkey PRIMARY KEY (place),
  constraint reseal_progress_to_key_fkey FOREIGN KEY (to_key) REFERENCES data_keys(id)
);

create table round_codes (
  hash bytea not null,
  staff_id text not null,
  office_id text not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint round_codes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint round_codes_pkey PRIMARY KEY (hash),
  constraint round_codes_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table round_ties (
  id uuid not null,
  staff_id text not null,
  account_id uuid not null,
  office_id text not null,
  tied_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  constraint round_ties_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint round_ties_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint round_ties_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint round_ties_pkey PRIMARY KEY (id),
  constraint round_ties_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
CREATE INDEX round_ties_by_office ON public.round_ties USING btree (office_id, tied_at);
CREATE UNIQUE INDEX round_ties_one_assistant ON public.round_ties USING btree (account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX round_ties_one_phone ON public.round_ties USING btree (staff_id) WHERE (ended_at IS NULL);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table schema_migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
);

create table sends (
  id uuid not null,
  reminder_id uuid,
  message_id uuid,
  kind text not null,
  channel text not null,
  account_id uuid,
  phone_sealed bytea,
  code_sealed bytea not null,
  otherwise text[] not null default '{}'::text[],
  state text not null,
  why text,
  template_id text,
  provider_ref text,
  tries integer not null default 0,
  created_at timestamp with time zone not null,
  run_at timestamp with time zone not null,
  sending_since timestamp with time zone,
  sent_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint sends_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint sends_channel_check CHECK ((channel = ANY (ARRAY['wechat'::text, 'text'::text, 'voice'::text]))),
  constraint sends_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint sends_pkey PRIMARY KEY (id),
  constraint sends_reminder_id_fkey FOREIGN KEY (reminder_id) REFERENCES reminders(id),
  constraint sends_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'bounced'::text])))
);
CREATE INDEX sends_by_provider ON public.sends USING btree (provider_ref) WHERE (provider_ref IS NOT NULL);
CREATE INDEX sends_by_reminder ON public.sends USING btree (reminder_id, created_at) WHERE (reminder_id IS NOT NULL);
CREATE INDEX sends_sending ON public.sends USING btree (sending_since) WHERE (state = 'sending'::text);
CREATE INDEX sends_settled ON public.sends USING btree (settled_at) WHERE (settled_at IS NOT NULL);
CREATE INDEX sends_silent ON public.sends USING btree (sent_at) WHERE (state = 'sent'::text);
CREATE INDEX sends_waiting ON public.sends USING btree (run_at, id) WHERE (state = 'waiting'::text);
policy by_account using ((CURRENT_USER <> 'assist_retention'::name) OR (settled_at < (now() - '1 year'::interval)));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
row security, forced;

create table session_families (
  id uuid not null,
  account_id uuid not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_why text,
  constraint session_families_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint session_families_ended_why_check CHECK ((ended_why = ANY (ARRAY['signed-out'::text, 'token-reused'::text]))),
  constraint session_families_pkey PRIMARY KEY (id)
);
CREATE INDEX session_families_by_account ON public.session_families USING btree (account_id) WHERE (ended_at IS NULL);

create table shares (
  id uuid not null,
  work_item_id uuid not null,
  from_office_id text not null,
  office_id text not null,
  staff_id text,
  why text not null,
  facts_sealed bytea not null,
  given_by text not null,
  given_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_why text,
  answered_by text,
  answer_sealed bytea,
  fingerprint bytea not null,
  constraint shares_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES staff_accounts(id),
  constraint shares_check CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
  constraint shares_check1 CHECK (((answered_by IS NULL) = (answer_sealed IS NULL))),
  constraint shares_check2 CHECK ((until > given_at)),
  constraint shares_ended_why_check CHECK ((ended_why = ANY (ARRAY['answered'::text, 'taken-back'::text, 'item-closed'::text, 'past-its-day'::text]))),
  constraint shares_from_office_id_fkey FOREIGN KEY (from_office_id) REFERENCES offices(id),
  constraint shares_given_by_fkey FOREIGN KEY (given_by) REFERENCES staff_accounts(id),
  constraint shares_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint shares_pkey PRIMARY KEY (id),
  constraint shares_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id),
  constraint shares_why_check CHECK ((why = ANY (ARRAY['delegated-visit'::text, 'urgent-help'::text, 'forwarded-application'::text]))),
  constraint shares_work_item_id_fkey FOREIGN KEY (work_item_id) REFERENCES work_items(id)
);
CREATE INDEX shares_by_item ON public.shares USING btree (work_item_id);
CREATE INDEX shares_by_office ON public.shares USING btree (office_id, until) WHERE (ended_at IS NULL);
CREATE INDEX shares_from_office ON public.shares USING btree (from_office_id, given_at);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((work_item_id IS NULL) OR (work_item_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((from_office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) AND ((staff_id IS NULL) OR (staff_id = ( SELECT assist_setting('staff'::text) AS assist_setting))))));
row security, forced;

create table signals (
  id uuid not null,
  kind text not null,
  office_id text not null,
  subject_hash bytea not null,
  on_day date not null,
  count integer not null,
  account_id uuid,
  at timestamp with time zone not null,
  constraint signals_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint signals_kind_office_id_subject_hash_on_day_key UNIQUE (kind, office_id, subject_hash, on_day),
  constraint signals_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint signals_pkey PRIMARY KEY (id)
);
CREATE TRIGGER signals_noted AFTER INSERT OR DELETE OR UPDATE ON public.signals FOR EACH STATEMENT EXECUTE FUNCTION note_authentication();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table signatures (
  application_id uuid not null,
  member_id text not null,
  statement text not null,
  office_id text not null,
  version text not null,
  hash text not null,
  status text not null,
  signed_at timestamp with time zone,
  constraint signatures_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint signatures_pkey PRIMARY KEY (application_id, member_id, statement),
  constraint signatures_status_check CHECK ((status = ANY (ARRAY['given'::text, 'not-yet'::text])))
);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.signatures FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table staff_accounts (
  id text not null,
  issuer text not null,
  subject text not null,
  name text not null,
  role text not null,
  office_id text not null,
  sample boolean not null default false,
  disabled_at timestamp with time zone,
  district text,
  villages text[] not null default '{}'::text[],
  constraint staff_accounts_district CHECK (((role = 'confirmer'::text) = (district IS NOT NULL))),
  constraint staff_accounts_issuer_subject_key UNIQUE (issuer, subject),
  constraint staff_accounts_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint staff_accounts_pkey PRIMARY KEY (id),
  constraint staff_accounts_role_check CHECK ((role = ANY (ARRAY['handler'::text, 'auditor'::text, 'confirmer'::text, 'assistant'::text, 'supervisor'::text])))
);

create table staff_drafts (
  staff_id text not null,
  name text not null,
  office_id text not null,
  body_sealed bytea not null,
  saved_at timestamp with time zone not null,
  constraint staff_drafts_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint staff_drafts_pkey PRIMARY KEY (staff_id, name),
  constraint staff_drafts_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
CREATE INDEX staff_drafts_old ON public.staff_drafts USING btree (saved_at);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table staff_sessions (
  hash bytea not null,
  staff_id text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  second_factor_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  constraint staff_sessions_pkey PRIMARY KEY (hash),
  constraint staff_sessions_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
CREATE INDEX staff_sessions_by_staff ON public.staff_sessions USING btree (staff_id) WHERE (ended_at IS NULL);

create table staff_sign_ins (
  state_hash bytea not null,
  browser_hash bytea not null,
  verifier text not null,
  nonce text not null,
  return_to text not null,
  expires_at timestamp with time zone not null,
  raises_session bytea,
  constraint staff_sign_ins_pkey PRIMARY KEY (state_hash)
);

create table standard_proposals (
  case_id uuid not null,
  standard_from date not null,
  standard_run_id uuid not null,
  office_id text not null,
  outcome text not null,
  why text,
  paid bigint not null,
  worked_out bigint,
  worked_out_on date not null,
  procedure_run_id uuid,
  constraint standard_proposals_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint standard_proposals_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint standard_proposals_outcome CHECK (
CASE outcome
    WHEN 'person'::text THEN ((why IS NOT NULL) AND (worked_out IS NULL))
    WHEN 'raise'::text THEN (worked_out > paid)
    WHEN 'lower'::text THEN (worked_out < paid)
    ELSE (worked_out = paid)
END),
  constraint standard_proposals_outcome_check CHECK ((outcome = ANY (ARRAY['raise'::text, 'same'::text, 'lower'::text, 'person'::text]))),
  constraint standard_proposals_pkey PRIMARY KEY (case_id, standard_from),
  constraint standard_proposals_procedure_run_id_fkey FOREIGN KEY (procedure_run_id) REFERENCES procedure_runs(id),
  constraint standard_proposals_standard_run_id_fkey FOREIGN KEY (standard_run_id) REFERENCES standard_runs(id)
);
CREATE INDEX standard_proposals_by_procedure ON public.standard_proposals USING btree (procedure_run_id) WHERE (procedure_run_id IS NOT NULL);
CREATE INDEX standard_proposals_by_run ON public.standard_proposals USING btree (standard_run_id, office_id, outcome, case_id);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.standard_proposals FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table standard_runs (
  id uuid not null,
  district text not null,
  office_id text,
  standard_from date not null,
  started_by text not null,
  started_at timestamp with time zone not null,
  after_case uuid not null default '00000000-0000-0000-0000-000000000000'::uuid,
  worked_out_at timestamp with time zone,
  policy_version text not null,
  constraint standard_runs_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint standard_runs_pkey PRIMARY KEY (id),
  constraint standard_runs_started_by_fkey FOREIGN KEY (started_by) REFERENCES staff_accounts(id)
);
CREATE UNIQUE INDEX standard_runs_once ON public.standard_runs USING btree (district, COALESCE(office_id, ''::text), standard_from);
CREATE INDEX standard_runs_waiting ON public.standard_runs USING btree (started_at) WHERE (worked_out_at IS NULL);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR (office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR (district = ANY (( SELECT assist_districts() AS assist_districts)::text[])) OR ((office_id IS NULL) AND (EXISTS ( SELECT
   FROM unnest(( SELECT assist_offices() AS assist_offices)) o(o)
  WHERE ("left"(o.o, 6) = standard_runs.district))))) with check (( SELECT assist_sees_all() AS assist_sees_all) OR (office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ((office_id IS NULL) AND (district = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table submissions (
  application_id uuid not null,
  office_id text not null,
  account_id uuid not null,
  fingerprint bytea not null,
  form_sealed bytea not null,
  receipt_sealed bytea not null,
  assessment_sealed bytea not null,
  policy_version text not null,
  sent_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  constraint submissions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint submissions_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint submissions_pkey PRIMARY KEY (application_id)
);
CREATE INDEX submissions_by_day ON public.submissions USING brin (sent_at);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.submissions FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table subscribe_credits (
  account_id uuid not null,
  template_id text not null,
  remaining integer not null,
  updated_at timestamp with time zone not null,
  constraint subscribe_credits_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint subscribe_credits_pkey PRIMARY KEY (account_id, template_id),
  constraint subscribe_credits_remaining_check CHECK ((remaining >= 0))
);

create table supervisor_notices (
  id uuid not null default gen_random_uuid(),
  office_id text not null,
  kind text not null,
  subject_id uuid not null,
  source text not null,
  staff_id text,
  at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  decision_sealed bytea,
  constraint supervisor_notices_check CHECK ((((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (decision_sealed IS NULL)))),
  constraint supervisor_notices_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_accounts(id),
  constraint supervisor_notices_kind_check CHECK ((kind = ANY (ARRAY['clock-near'::text, 'clock-at-end'::text, 'lease-ended'::text, 'urgent-late'::text, 'clock-extended'::text, 'put-back'::text, 'not-whole'::text]))),
  constraint supervisor_notices_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint supervisor_notices_pkey PRIMARY KEY (id),
  constraint supervisor_notices_source_key UNIQUE (source),
  constraint supervisor_notices_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
CREATE INDEX supervisor_notices_open ON public.supervisor_notices USING btree (office_id, at, id) WHERE (decided_at IS NULL);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((subject_id IS NULL) OR (subject_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table taken_ids (
  id uuid not null,
  constraint taken_ids_pkey PRIMARY KEY (id)
);

create table upload_pieces (
  upload_id uuid not null,
  piece integer not null,
  stored_at text not null,
  bytes integer not null,
  constraint upload_pieces_piece_check CHECK ((piece >= 0)),
  constraint upload_pieces_pkey PRIMARY KEY (upload_id, piece),
  constraint upload_pieces_stored_at_key UNIQUE (stored_at),
  constraint upload_pieces_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES uploads(id) ON DELETE CASCADE
);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy residents using ( SELECT assist_sees_all() AS assist_sees_all);
row security, forced;

create table uploads (
  id uuid not null,
  account_id uuid not null,
  bytes integer not null,
  sha256 text not null,
  media_type text not null,
  begun_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint uploads_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint uploads_bytes_check CHECK (((bytes >= 1) AND (bytes <= 52428800))),
  constraint uploads_media_type_check CHECK ((media_type = ANY (ARRAY['video/mp4'::text, 'video/quicktime'::text]))),
  constraint uploads_pkey PRIMARY KEY (id)
);
CREATE INDEX uploads_unfinished ON public.uploads USING btree (begun_at) WHERE (finished_at IS NULL);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy residents using ( SELECT assist_sees_all() AS assist_sees_all);
row security, forced;

create table urgent_calls (
  id uuid not null,
  office_id text not null,
  district text not null,
  number text not null,
  secret_hash bytea not null,
  fingerprint bytea not null,
  told_sealed bytea not null,
  kind text,
  safe text,
  sound_seconds integer,
  received_at timestamp with time zone not null,
  received_on date not null,
  call_back_by timestamp with time zone not null,
  reached_at timestamp with time zone,
  handed_on_at timestamp with time zone,
  ended_at timestamp with time zone,
  ending text,
  ended_by text,
  end_sealed bytea,
  end_fingerprint bytea,
  account_id uuid,
  application_id uuid,
  constraint urgent_calls_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint urgent_calls_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint urgent_calls_application_id_key UNIQUE (application_id),
  constraint urgent_calls_check CHECK ((((ended_at IS NULL) = (ending IS NULL)) AND ((ended_at IS NULL) = (end_sealed IS NULL)))),
  constraint urgent_calls_check1 CHECK (((application_id IS NULL) OR (account_id IS NOT NULL))),
  constraint urgent_calls_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES staff_accounts(id),
  constraint urgent_calls_ending_check CHECK ((ending = ANY (ARRAY['small-sum'::text, 'temporary'::text, 'application'::text, 'referred'::text, 'told'::text, 'not-reached'::text]))),
  constraint urgent_calls_number_key UNIQUE (number),
  constraint urgent_calls_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint urgent_calls_pkey PRIMARY KEY (id)
);
CREATE INDEX urgent_calls_by_account ON public.urgent_calls USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX urgent_calls_open ON public.urgent_calls USING btree (office_id, call_back_by, id) WHERE (ended_at IS NULL);
CREATE INDEX urgent_calls_to_hand_on ON public.urgent_calls USING btree (call_back_by) WHERE ((ended_at IS NULL) AND (reached_at IS NULL) AND (handed_on_at IS NULL));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy not_of_relatives_itself restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table urgent_shares (
  call_id uuid not null,
  office_id text not null,
  district text not null,
  reason text not null,
  given_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  constraint urgent_shares_call_id_fkey FOREIGN KEY (call_id) REFERENCES urgent_calls(id),
  constraint urgent_shares_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint urgent_shares_pkey PRIMARY KEY (call_id, district),
  constraint urgent_shares_reason_check CHECK ((reason = 'not-called-back'::text))
);
CREATE INDEX urgent_shares_by_district ON public.urgent_shares USING btree (district, given_at) WHERE (ends_at IS NULL);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives_itself restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (call_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table urgent_sounds (
  call_id uuid not null,
  office_id text not null,
  media_type text not null,
  bytes integer not null,
  seconds integer not null,
  fingerprint bytea not null,
  stored_at text not null,
  received_at timestamp with time zone not null,
  whole_at timestamp with time zone,
  constraint urgent_sounds_call_id_fkey FOREIGN KEY (call_id) REFERENCES urgent_calls(id),
  constraint urgent_sounds_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint urgent_sounds_pkey PRIMARY KEY (call_id),
  constraint urgent_sounds_stored_at_key UNIQUE (stored_at)
);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy still_named for r using true;
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy with_its_call restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (EXISTS ( SELECT
   FROM urgent_calls c
  WHERE (c.id = urgent_sounds.call_id))));
row security, forced;

create table urgent_tries (
  id uuid not null,
  call_id uuid not null,
  office_id text not null,
  staff_id text not null,
  at timestamp with time zone not null,
  outcome text not null,
  note_sealed bytea not null,
  fingerprint bytea not null,
  constraint urgent_tries_call_id_fkey FOREIGN KEY (call_id) REFERENCES urgent_calls(id),
  constraint urgent_tries_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint urgent_tries_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'no-answer'::text, 'wrong-number'::text, 'not-there'::text]))),
  constraint urgent_tries_pkey PRIMARY KEY (id),
  constraint urgent_tries_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id)
);
CREATE INDEX urgent_tries_by_call ON public.urgent_tries USING btree (call_id, at, id);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
policy with_its_call restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (EXISTS ( SELECT
   FROM urgent_calls c
  WHERE (c.id = urgent_tries.call_id))));
row security, forced;

create table verification_codes (
  hash bytea not null,
  office_id text not null,
  issued_by text not null,
  number_hash bytea not null,
  name_sealed bytea not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries integer not null default 0,
  used_at timestamp with time zone,
  used_by uuid,
  names_assistant boolean not null default false,
  constraint verification_codes_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES staff_accounts(id),
  constraint verification_codes_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint verification_codes_pkey PRIMARY KEY (hash),
  constraint verification_codes_used_by_fkey FOREIGN KEY (used_by) REFERENCES accounts(id)
);
policy ended using (expires_at < (now() - '90 days'::interval));
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table visit_tries (
  id bigint not null generated always as identity,
  visit_id uuid not null,
  office_id text not null,
  at timestamp with time zone not null,
  on_day date not null,
  staff_id text not null,
  note_sealed bytea not null,
  constraint visit_tries_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint visit_tries_pkey PRIMARY KEY (id),
  constraint visit_tries_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff_accounts(id),
  constraint visit_tries_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits(id)
);
CREATE INDEX visit_tries_by_visit ON public.visit_tries USING btree (visit_id, id);
CREATE TRIGGER visit_tries_noted AFTER INSERT OR DELETE OR UPDATE ON public.visit_tries FOR EACH STATEMENT EXECUTE FUNCTION note_authentication();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((visit_id IS NULL) OR (visit_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table visits (
  id uuid not null,
  account_id uuid,
  office_id text not null,
  case_id uuid,
  member_id text,
  person_hash bytea not null,
  person_sealed bytea not null,
  state text not null,
  place text not null,
  day date,
  half text,
  why text not null,
  asked_sealed bytea not null,
  arranged_sealed bytea,
  done_sealed bytea,
  done_on date,
  fingerprint bytea,
  asked_at timestamp with time zone not null,
  constraint visits_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint visits_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint visits_check CHECK (((case_id IS NULL) = (member_id IS NULL))),
  constraint visits_check1 CHECK (((day IS NULL) = (half IS NULL))),
  constraint visits_check2 CHECK (((state <> ALL (ARRAY['arranged'::text, 'done'::text])) OR (arranged_sealed IS NOT NULL) OR (done_sealed IS NOT NULL))),
  constraint visits_half_check CHECK ((half = ANY (ARRAY['morning'::text, 'afternoon'::text]))),
  constraint visits_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint visits_pkey PRIMARY KEY (id),
  constraint visits_place_check CHECK ((place = ANY (ARRAY['home'::text, 'village'::text, 'office'::text, 'phone'::text, 'video'::text]))),
  constraint visits_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'arranged'::text, 'done'::text, 'not-met'::text, 'cancelled'::text])))
);
CREATE INDEX visits_by_account ON public.visits USING btree (account_id, asked_at) WHERE (account_id IS NOT NULL);
CREATE INDEX visits_by_case ON public.visits USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX visits_by_person ON public.visits USING btree (person_hash);
CREATE UNIQUE INDEX visits_one_open ON public.visits USING btree (person_hash) WHERE (state = ANY (ARRAY['asked'::text, 'arranged'::text, 'not-met'::text]));
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.visits FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
CREATE TRIGGER visits_noted AFTER INSERT OR DELETE OR UPDATE ON public.visits FOR EACH STATEMENT EXECUTE FUNCTION note_authentication();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((id IS NULL) OR (id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table watched_households (
  id uuid not null,
  office_id text not null,
  district text not null,
  kind text not null,
  run_id uuid not null,
  since date not null,
  ended_on date,
  ended_by text,
  why_sealed bytea,
  constraint watched_households_check CHECK ((((ended_on IS NULL) = (ended_by IS NULL)) AND ((ended_on IS NULL) = (why_sealed IS NULL)))),
  constraint watched_households_kind_check CHECK ((kind = 'at-risk'::text)),
  constraint watched_households_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint watched_households_pkey PRIMARY KEY (id),
  constraint watched_households_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_runs(id),
  constraint watched_households_run_id_key UNIQUE (run_id)
);
CREATE INDEX watched_households_of_district ON public.watched_households USING btree (district, since, id) WHERE (ended_on IS NULL);
CREATE INDEX watched_households_open ON public.watched_households USING btree (office_id, since, id) WHERE (ended_on IS NULL);
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.watched_households FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR ((run_id IS NULL) OR (run_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

create table wechat_pushes (
  key_hash bytea not null,
  at timestamp with time zone not null,
  constraint wechat_pushes_pkey PRIMARY KEY (key_hash)
);

create table wechat_tokens (
  appid text not null,
  token_sealed bytea,
  expires_at timestamp with time zone,
  asked_until timestamp with time zone,
  constraint wechat_tokens_pkey PRIMARY KEY (appid)
);

create table work_item_counts (
  office_id text not null,
  kind text not null,
  open boolean not null,
  state text not null,
  step_due date not null,
  not_agreed boolean not null,
  review boolean not null,
  n integer not null,
  loose boolean not null default true
);
CREATE INDEX work_item_counts_by_office ON public.work_item_counts USING btree (office_id);
CREATE INDEX work_item_counts_loose ON public.work_item_counts USING btree (office_id) WHERE loose;
policy added_to for a with check true;
policy folded for d using ( SELECT assist_sees_all() AS assist_sees_all);
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy township for r using (( SELECT assist_sees_all() AS assist_sees_all) OR (office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[])));
row security, forced;

create table work_items (
  id uuid not null,
  office_id text not null,
  kind text not null,
  application_id uuid,
  subject_hash bytea,
  open boolean not null default true,
  state text not null,
  urgent boolean not null default false,
  others_not_signed boolean not null default false,
  received_at timestamp with time zone not null,
  step_due date not null,
  step_provisional boolean not null default false,
  total_due date not null default 'infinity'::date,
  claimed_by text,
  claimed_until timestamp with time zone,
  note_sealed bytea,
  subject_id uuid,
  case_id uuid,
  person_sealed bytea,
  number text,
  about text[] not null default '{}'::text[],
  marks text[] not null default '{}'::text[],
  kept_from text[],
  constraint work_items_about_one CHECK (((kind = ANY (ARRAY['application'::text, 'identity-conflict'::text])) = (application_id IS NOT NULL))),
  constraint work_items_application_id_fkey FOREIGN KEY (application_id) REFERENCES submissions(application_id),
  constraint work_items_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_files(id),
  constraint work_items_check CHECK (((claimed_by IS NULL) = (claimed_until IS NULL))),
  constraint work_items_check1 CHECK (((kind = 'identity-conflict'::text) = (subject_hash IS NOT NULL))),
  constraint work_items_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES staff_accounts(id),
  constraint work_items_kind_check CHECK (((kind = 'urgent'::text) OR (kind = ANY (ARRAY['account'::text, 'door'::text, 'application'::text, 'identity-conflict'::text, 'change'::text, 'visit'::text, 'evidence'::text, 'signal'::text, 'application-run'::text, 'case-run'::text, 'alert'::text, 'referral'::text, 'meeting'::text, 'objection'::text, 'complaint'::text])))),
  constraint work_items_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  constraint work_items_person CHECK (((application_id IS NOT NULL) OR (person_sealed IS NOT NULL))),
  constraint work_items_pkey PRIMARY KEY (id),
  constraint work_items_subject CHECK (
CASE
    WHEN (kind = 'urgent'::text) THEN (subject_id IS NOT NULL)
    ELSE ((kind = ANY (ARRAY['account'::text, 'door'::text, 'change'::text, 'visit'::text, 'evidence'::text, 'signal'::text, 'application-run'::text, 'case-run'::text, 'alert'::text, 'referral'::text, 'meeting'::text, 'objection'::text, 'complaint'::text])) = (subject_id IS NOT NULL))
END)
);
CREATE INDEX work_items_by_case ON public.work_items USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX work_items_closed ON public.work_items USING btree (office_id, received_at, id) WHERE (NOT open);
CREATE INDEX work_items_conflicts_of_application ON public.work_items USING btree (application_id) WHERE (kind = 'identity-conflict'::text);
CREATE INDEX work_items_held ON public.work_items USING btree (office_id, claimed_until) WHERE (open AND (claimed_until IS NOT NULL));
CREATE INDEX work_items_kept ON public.work_items USING btree (office_id) WHERE (kept_from IS NOT NULL);
CREATE UNIQUE INDEX work_items_one_per_application ON public.work_items USING btree (application_id) WHERE (kind = 'application'::text);
CREATE UNIQUE INDEX work_items_one_per_conflict ON public.work_items USING btree (office_id, subject_hash) WHERE (kind = 'identity-conflict'::text);
CREATE UNIQUE INDEX work_items_one_per_subject ON public.work_items USING btree (kind, subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX work_items_open ON public.work_items USING btree (office_id, step_due, total_due, received_at, id) WHERE open;
CREATE INDEX work_items_urgent ON public.work_items USING btree (office_id, received_at, id) WHERE (open AND (kind = 'urgent'::text));
CREATE TRIGGER counted_changed AFTER UPDATE ON public.work_items FOR EACH ROW WHEN (((((((((old.office_id IS DISTINCT FROM new.office_id) OR (old.kind IS DISTINCT FROM new.kind)) OR (old.open IS DISTINCT FROM new.open)) OR (old.state IS DISTINCT FROM new.state)) OR (old.step_due IS DISTINCT FROM new.step_due)) OR (old.about IS DISTINCT FROM new.about)) OR (old.marks IS DISTINCT FROM new.marks)) OR ((old.kept_from IS NULL) IS DISTINCT FROM (new.kept_from IS NULL)))) EXECUTE FUNCTION count_changed_work_item();
CREATE TRIGGER counted_gone AFTER DELETE ON public.work_items REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_gone_work_items();
CREATE TRIGGER counted_new AFTER INSERT ON public.work_items REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_new_work_items();
CREATE TRIGGER counted_none AFTER TRUNCATE ON public.work_items FOR EACH STATEMENT EXECUTE FUNCTION count_no_work_items();
CREATE TRIGGER goes_where_it_is BEFORE INSERT ON public.work_items FOR EACH ROW EXECUTE FUNCTION goes_where_it_is();
CREATE TRIGGER shares_end_with_their_item AFTER UPDATE OF open ON public.work_items FOR EACH ROW WHEN ((old.open AND (NOT new.open))) EXECUTE FUNCTION shares_end_with_their_item();
policy not_for_platform restrictive using (NOT ( SELECT assist_is_platform() AS assist_is_platform));
policy not_of_oneself restrictive using ((kept_from IS NULL) OR (( SELECT assist_setting('staff'::text) AS assist_setting) IS NULL) OR (( SELECT assist_setting('staff'::text) AS assist_setting) <> ALL (kept_from)));
policy not_of_relatives restrictive using ((( SELECT assist_hidden() AS assist_hidden) IS NULL) OR (((application_id IS NULL) OR (application_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((subject_id IS NULL) OR (subject_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[]))) AND ((case_id IS NULL) OR (case_id <> ALL (( SELECT assist_hidden() AS assist_hidden)::uuid[])))));
policy township using (( SELECT assist_sees_all() AS assist_sees_all) OR ((office_id = ANY (( SELECT assist_offices() AS assist_offices)::text[])) OR ("left"(office_id, 6) = ANY (( SELECT assist_districts() AS assist_districts)::text[]))));
row security, forced;

CREATE OR REPLACE FUNCTION public.amounts_change_by_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  why text := coalesce(current_setting('assist.amounts_by', true), '');
  -- An end is no lowering where at least as much of the same goes on.
  lowers boolean := tg_op = 'DELETE'
    or (tg_op = 'UPDATE' and (new.amount < old.amount or (new.until is not null and new.until is distinct from old.until and not exists (
      select from case_benefits b where b.case_id = old.case_id and b.kind = old.kind and b.member_id = old.member_id
        and b.since > old.since and b.until is null and b.amount >= old.amount))));
  this_case uuid := case when tg_op = 'DELETE' then old.case_id else new.case_id end;
begin
  if why like 'import:%' and exists (select from register_imports where id = substr(why, 8)::uuid and state = 'writing') then
    return coalesce(new, old);
  end if;
  if why like 'event:%' and exists (
    select from procedure_events e join procedure_runs r on r.id = e.run_id
    where e.id = substr(why, 7)::uuid and r.case_id = this_case
      and e.kind = 'takes-effect' and (r.procedure in ('cut', 'stop') or not lowers)
  ) then
    return coalesce(new, old);
  end if;
  raise exception 'amounts change by a decision only' using errcode = 'AS002';
end
$function$;

CREATE OR REPLACE FUNCTION public.assist_districts()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select case when current_setting('assist.actor', true) in ('staff', 'platform')
    then string_to_array(nullif(current_setting('assist.districts', true), ''), ',') end
$function$;

CREATE OR REPLACE FUNCTION public.assist_hidden()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select case when current_setting('assist.actor', true) = 'staff'
    then string_to_array(nullif(current_setting('assist.hidden', true), ''), ',')::uuid[] end
$function$;

CREATE OR REPLACE FUNCTION public.assist_is_platform()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(current_setting('assist.actor', true) = 'platform', false)
$function$;

CREATE OR REPLACE FUNCTION public.assist_offices()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select case when current_setting('assist.actor', true) = 'staff' then string_to_array(current_setting('assist.offices', true), ',') end
$function$;

CREATE OR REPLACE FUNCTION public.assist_sees_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(current_setting('assist.actor', true) in ('account', 'worker', 'import'), false)
$function$;

CREATE OR REPLACE FUNCTION public.assist_setting(name text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('assist.' || name, true), '')
$function$;

CREATE OR REPLACE FUNCTION public.assist_villages()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select case when current_setting('assist.actor', true) = 'staff' then string_to_array(nullif(current_setting('assist.villages', true), ''), E'\n') end
$function$;

CREATE OR REPLACE FUNCTION public.audit_is_only_added_to()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'audit_log is only added to';
end
$function$;

CREATE OR REPLACE FUNCTION public.benefit_changes_are_only_added_to()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'benefit_changes is only added to';
end
$function$;

CREATE OR REPLACE FUNCTION public.change_opinion_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an opinion on a change stays as it was given';
end $function$;

CREATE OR REPLACE FUNCTION public.count_changed_work_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n)
  select office_id, kind, open, case when open then state else '' end, case when open then step_due else 'infinity' end,
    open and (about || marks) && '{not-agreed,door-not-agreed}', open and kind = 'case-run' and coalesce(about[1] = 'review', false), n
  from (values
    (old.office_id, old.kind, old.open, old.state, old.step_due, old.about, old.marks, old.kept_from, -1),
    (new.office_id, new.kind, new.open, new.state, new.step_due, new.about, new.marks, new.kept_from, 1)
  ) as both_of (office_id, kind, open, state, step_due, about, marks, kept_from, n)
  where kept_from is null;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.count_gone_work_items()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n)
  select office_id, kind, open, case when open then state else '' end, case when open then step_due else 'infinity' end,
    open and (about || marks) && '{not-agreed,door-not-agreed}', open and kind = 'case-run' and coalesce(about[1] = 'review', false), -count(*)
  from gone where kept_from is null group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.count_new_work_items()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into work_item_counts (office_id, kind, open, state, step_due, not_agreed, review, n)
  select office_id, kind, open, case when open then state else '' end, case when open then step_due else 'infinity' end,
    open and (about || marks) && '{not-agreed,door-not-agreed}', open and kind = 'case-run' and coalesce(about[1] = 'review', false), count(*)
  from added where kept_from is null group by 1, 2, 3, 4, 5, 6, 7;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.count_no_work_items()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  truncate work_item_counts;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.feed_application()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into platform_feed (at, kind, what, office_id, district, application_id)
    values (new.at, 'application', new.state, new.office_id, left(new.office_id, 6), new.application_id);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.feed_procedure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into platform_feed (at, kind, what, office_id, district, procedure, application_id, run_id, event_id)
    select new.at, 'procedure', new.kind, r.office_id, r.district, r.procedure, r.application_id, r.id, new.id
    from procedure_runs r where r.id = new.run_id;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.feed_referral()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into platform_feed (at, kind, what, office_id, district, referral_id, target)
    select new.at, 'referral', new.kind, r.office_id, r.district, r.id, r.target
    from referrals r where r.id = new.referral_id and r.sent_on is not null and new.kind in ('sent', 'granted', 'not-fitting', 'not-wanted');
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.goes_where_it_is()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  v jsonb;
  now_at text;
begin
  if not exists (select from offices o where o.id = new.office_id and o.somebody_moved) then
    return new;
  end if;
  v := to_jsonb(new);
  now_at := coalesce(
    (select c.office_id from case_files c where c.id = (v ->> 'case_id')::uuid),
    (select r.office_id from procedure_runs r where r.id = (v ->> 'run_id')::uuid),
    (select c.office_id from changes c where c.id = (v ->> 'change_id')::uuid),
    (select a.office_id from applications a where a.id = (v ->> 'application_id')::uuid));
  if now_at is null and exists (select from case_moves m join case_move_ids i on i.move_id = m.id
      where m.from_office_id = new.office_id and i.id in ((v ->> 'case_id')::uuid, (v ->> 'run_id')::uuid, (v ->> 'change_id')::uuid, (v ->> 'application_id')::uuid)) then
    raise exception 'moved to another township' using errcode = 'AS004';
  end if;
  if now_at <> new.office_id and exists (select from case_moves m where m.from_office_id = new.office_id and m.to_office_id = now_at) then
    new.office_id := now_at;
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.guard_elsewhere()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  t record;
  gone text;
  made text;
begin
  select array_agg(district order by district)::text into gone from districts_elsewhere;
  made := gone || ', but to end or clear it';
  for t in
    select c.relname as name, p.oid is not null as has, obj_description(p.oid, 'pg_policy') as so_far,
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'left_here') as cleared,
      case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district' and not a.attisdropped)
        then 'coalesce(left(office_id, 6), district)' else 'left(office_id, 6)' end as place
    from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'elsewhere'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and c.relname <> 'audit_log'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id' and not a.attisdropped)
  loop
    continue when t.so_far is not distinct from made;
    if t.has then
      execute format('drop policy elsewhere on %I', t.name);
    end if;
    if t.cleared then
      execute format('drop policy left_here on %I', t.name);
      execute format('revoke select, delete on %I from assist_clearing', t.name);
    end if;
    if gone is not null then
      execute format('create policy elsewhere on %I as restrictive using (office_id is null or left(office_id, 6) <> all (%L::text[])
        or current_user in (''assist_retention'', ''assist_clearing''))', t.name, gone);
      execute format('comment on policy elsewhere on %I is %L', t.name, made);
      execute format('create policy left_here on %I as restrictive to assist_clearing using (%s in
        (select district from districts_elsewhere where since < now() - interval ''90 days''))', t.name, t.place);
      execute format('grant select, delete on %I to assist_clearing', t.name);
    end if;
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.guard_from_platform()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  t record;
begin
  for t in
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
      and c.relname not in ('platform_feed', 'procedure_runs', 'procedure_events', 'audit_log')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'not_for_platform')
  loop
    execute format('create policy not_for_platform on %I as restrictive using (not (select assist_is_platform()))', t.name);
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.guard_moves()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  t text;
begin
  for t in
    select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not stays_at_its_office(c.relname)
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'office_id')
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname in ('case_id', 'run_id', 'change_id', 'application_id'))
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'goes_where_it_is')
  loop
    execute format('create trigger goes_where_it_is before insert on %I for each row execute function goes_where_it_is()', t);
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.guard_taken_ids(tables text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  t text;
begin
  foreach t in array tables loop
    continue when exists (select from pg_trigger where tgrelid = t::regclass and tgname = 'id_stays_taken');
    execute format('create trigger id_stays_taken before insert on %I for each row execute function id_stays_taken(%L)', t,
      case t when 'submissions' then 'application_id' else 'id' end);
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.guard_townships()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  t record;
  has text[];
  hides text;
begin
  for t in
    select c.oid, c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('office_areas', 'staff_accounts', 'assistant_accounts', 'office_day_numbers', 'reality_codes')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('office_id', 'case_id', 'import_id') and not a.attisdropped)
      and not exists (select from pg_policy p where p.polrelid = c.oid)
  loop
    select array_agg(attname) into has from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped;
    execute format('alter table %I enable row level security', t.name);
    execute format('alter table %I force row level security', t.name);
    execute format(
      'create policy township on %I using ((select assist_sees_all()) or (%s))',
      t.name,
      case
        when t.name = 'declared_relations' then 'staff_id = (select assist_setting(''staff'')) or office_id = any ((select assist_offices())::text[])'
        when t.name = 'shares' then
          'from_office_id = any ((select assist_offices())::text[]) or office_id = any ((select assist_offices())::text[]) and (staff_id is null or staff_id = (select assist_setting(''staff'')))'
        -- What the district had written came for all its townships.
        when t.name = 'register_imports' then 'office_id is null and (select assist_offices()) is not null or office_id = any ((select assist_offices())::text[])'
        when t.name = 'register_import_rows' then 'exists (select from register_imports i where i.id = import_id)'
        -- What somebody sends in is nobody's township's until it is sent with something.
        when t.name = 'files' then
          'office_id = any ((select assist_offices())::text[]) or left(office_id, 6) = any ((select assist_districts())::text[]) or office_id is null and staff_id = (select assist_setting(''staff''))'
        when 'office_id' = any (has) then 'office_id = any ((select assist_offices())::text[]) or left(office_id, 6) = any ((select assist_districts())::text[])'
        else format('exists (select from case_files c where c.id = %I.case_id)', t.name)
      end);
    -- Whatever is about a relative, by whichever id the row carries.
    select string_agg(format('(%1$I is null or %1$I <> all ((select assist_hidden())::uuid[]))', a), ' and ') into hides from unnest(has) a
      where a in ('application_id', 'case_id', 'match_case_id', 'change_id', 'visit_id', 'subject_id', 'run_id', 'work_item_id')
        or a = 'id' and t.name in ('applications', 'case_files', 'change_notices', 'changes', 'visits', 'procedure_runs', 'authentications');
    if hides is not null then
      execute format('create policy not_of_relatives on %I as restrictive using ((select assist_hidden()) is null or (%s))', t.name, hides);
    end if;
  end loop;
end
$function$;

CREATE OR REPLACE FUNCTION public.id_stays_taken()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  given uuid;
begin
  if tg_argv[0] = 'application_id' then
    given := new.application_id;
  else
    given := new.id;
  end if;
  if exists (select from taken_ids where id = given) then
    raise exception 'taken before, and cleared' using errcode = 'unique_violation';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.item_note_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  correction text[] := array['corrected_at', 'corrected_by', 'correction_sealed'];
  black_out text[] := array['blacked_out_at', 'blacked_out_by', 'blacked_out_why', 'note_sealed', 'fingerprint', 'correction_sealed'];
begin
  if tg_op = 'UPDATE' and (only_moves(to_jsonb(old), to_jsonb(new)) or only_resealed(to_jsonb(old), to_jsonb(new))
    or (old.corrected_at is null and old.blacked_out_at is null and new.correction_sealed is not null
      and to_jsonb(old) - correction = to_jsonb(new) - correction)
    or (old.blacked_out_at is null and new.blacked_out_at is not null and to_jsonb(old) - black_out = to_jsonb(new) - black_out)) then
    return new;
  end if;
  raise exception '% stays: it is only added to', tg_table_name;
end
$function$;

CREATE OR REPLACE FUNCTION public.money_is_not_touched()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('assist.authentication', true) is distinct from 'touched' then
    return coalesce(new, old);
  end if;
  if tg_op = 'DELETE' then
    raise exception 'authentication leads to no change of money' using errcode = 'AS002';
  end if;
  if to_jsonb(new) -> 'amount' < to_jsonb(old) -> 'amount'
    or to_jsonb(new) -> 'kinds' is distinct from to_jsonb(old) -> 'kinds'
    or to_jsonb(new) -> 'until' is distinct from to_jsonb(old) -> 'until'
    or to_jsonb(new) -> 'ended_on' is distinct from to_jsonb(old) -> 'ended_on'
    or to_jsonb(new) -> 'taper_from' is distinct from to_jsonb(old) -> 'taper_from'
    or to_jsonb(new) -> 'taper_until' is distinct from to_jsonb(old) -> 'taper_until' then
    raise exception 'authentication leads to no change of money' using errcode = 'AS002';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.move_to_office(the_case uuid, the_application uuid, to_office text)
 RETURNS uuid[]
 LANGUAGE plpgsql
AS $function$
declare
  ids uuid[];
  before integer := -1;
  t record;
  found uuid[];
begin
  perform set_config('assist.moving_to', to_office, true);
  ids := array_remove(array[the_case, the_application], null);
  -- Whatever names one of them is about it too, until nothing more is found.
  while cardinality(ids) > before loop
    before := cardinality(ids);
    for t in
      select c.relname as name, array_agg(a.attname::text) as has from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and format_type(a.atttypid, null) = 'uuid'
        and a.attname in ('id', 'case_id', 'application_id', 'run_id', 'change_id', 'visit_id', 'subject_id', 'correction_id', 'check_id',
          'referral_id', 'objection_id', 'procedure_run_id')
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not stays_at_its_office(c.relname)
        and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'office_id' and not o.attisdropped)
      group by c.relname
    loop
      continue when t.has = array['id'];
      execute format('select array_agg(distinct x) from (%s) f (x) where x is not null and x <> all ($1)',
        (select string_agg(format('select %s from %I where %s', what, t.name, (
          select string_agg(format('%I = any ($1)', a), ' or ') from unnest(t.has) a where a <> 'id')), ' union all ')
         from unnest(case t.name
           -- An application goes with the case it became; nothing else of another kind is drawn along by being named.
           when 'procedure_runs' then array['id', 'application_id'] when 'procedure_events' then array['id'] else
             case when 'id' = any (t.has) then array['id'] else array['null::uuid'] end end) what))
        into found using ids;
      ids := ids || coalesce(found, '{}');
    end loop;
  end loop;
  for t in
    select c.relname as name, array_agg(a.attname::text) as has from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and format_type(a.atttypid, null) = 'uuid'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not stays_at_its_office(c.relname)
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'office_id' and not o.attisdropped)
    group by c.relname
  loop
    execute format('update %I set office_id = $2 where office_id <> $2 and (%s)', t.name, (
      select string_agg(format('%I = any ($1)', a), ' or ') from unnest(t.has) a
      where a in ('id', 'case_id', 'application_id', 'run_id', 'change_id', 'visit_id', 'subject_id', 'correction_id', 'check_id',
        'referral_id', 'objection_id', 'procedure_run_id'))) using ids, to_office;
  end loop;
  perform set_config('assist.moving_to', '', true);
  return ids;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_authentication()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('assist.authentication', 'touched', true);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.note_somebody_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update offices set somebody_moved = true where id = new.from_office_id and not somebody_moved;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.notices_hang_to_their_end()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.kind = 'notice' and (tg_op = 'DELETE' or new.taken_down_at is not null or new.hangs_until < old.hangs_until or new.hangs_from <> old.hangs_from) then
    raise exception 'a notice hangs to its end' using errcode = 'AS003';
  end if;
  return coalesce(new, old);
end
$function$;

CREATE OR REPLACE FUNCTION public.one_time_payments_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and only_resealed(to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  if tg_op = 'DELETE' or old.seen_by is not null
    or (new.id, new.run_id, new.office_id, new.kind, new.amount, new.given_on, new.given_by, new.given_at, new.payee_sealed)
      is distinct from (old.id, old.run_id, old.office_id, old.kind, old.amount, old.given_on, old.given_by, old.given_at, old.payee_sealed) then
    raise exception 'what was given stays as it was' using errcode = 'AS003';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.only_moves(was jsonb, becomes jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select was - 'office_id' = becomes - 'office_id' and becomes ->> 'office_id' = nullif(current_setting('assist.moving_to', true), '')
$function$;

CREATE OR REPLACE FUNCTION public.only_resealed(was jsonb, becomes jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select current_setting('assist.resealing', true) = 'on'
    and not exists (select from jsonb_each(was) one where one.key not like '%\_sealed' and one.value is distinct from becomes -> one.key)
$function$;

CREATE OR REPLACE FUNCTION public.payment_lines_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  wrong boolean;
begin
  if tg_op = 'INSERT' then
    wrong := exists (select from new_rows r join payment_lists l on l.id = r.list_id where l.state <> 'draft');
  elsif tg_op = 'DELETE' then
    wrong := exists (select from old_rows r join payment_lists l on l.id = r.list_id where l.state <> 'draft');
  else
    -- Only what the finance office says of a line, once.
    wrong := exists (
      select from new_rows becomes left join old_rows was using (list_id, n) join payment_lists l on l.id = list_id
      where not coalesce(only_resealed(to_jsonb(was), to_jsonb(becomes)), false)
        and (l.state <> 'exported' or was.state is distinct from 'to-pay'
          or (becomes.for_month, becomes.case_id, becomes.kind, becomes.member_id, becomes.payee_id, becomes.amount, becomes.payee_sealed)
            is distinct from (was.for_month, was.case_id, was.kind, was.member_id, was.payee_id, was.amount, was.payee_sealed)));
  end if;
  if wrong then
    raise exception 'lines of a frozen list stay' using errcode = 'AS003';
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.payment_lists_go_forward()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'a payment list is kept' using errcode = 'AS003';
  end if;
  if only_resealed(to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'frozen'), ('frozen', 'draft'), ('frozen', 'released'),
      ('released', 'exported'), ('exported', 'returned'))
    or (old.office_id, old.month) is distinct from (new.office_id, new.month)
    or (old.state <> 'draft' and (old.lines, old.amount, old.lines_hash) is distinct from (new.lines, new.amount, new.lines_hash))
    or (old.state in ('released', 'exported') and (old.frozen_by, old.released_by) is distinct from (new.frozen_by, new.released_by)) then
    raise exception 'a payment list goes forward, and what is frozen stays' using errcode = 'AS003';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.platform_feed_is_only_sealed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.seq is not null or (to_jsonb(old) - 'seq') is distinct from (to_jsonb(new) - 'seq') then
    raise exception 'platform_feed is only added to' using errcode = 'AS003';
  end if;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.procedure_events_are_only_added_to()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'procedure_events is only added to';
end
$function$;

CREATE OR REPLACE FUNCTION public.procedure_runs_look_again()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.watch_on := null;
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION public.receipt_check_letter(short_name text, day text, running integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select substr('ABCDEFGHJKMNPQRSTUVWXYZ', 1 + (sum(ascii_of.code * weight) % 23)::integer, 1)
  from (
    select ascii(c) as code, row_number() over (order by place desc) as weight
    from regexp_split_to_table(short_name || day || lpad(running::text, greatest(3, length(running::text)), '0'), '') with ordinality as t(c, place)
  ) as ascii_of
$function$;

CREATE OR REPLACE FUNCTION public.receipt_number(short_name text, day date, running integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select short_name || ' ' || to_char(day, 'YYMMDD') || '-'
    || lpad(running::text, greatest(3, length(running::text)), '0') || '-'
    || receipt_check_letter(short_name, to_char(day, 'YYMMDD'), running)
$function$;

CREATE OR REPLACE FUNCTION public.refuse(why text)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'refused: %', why using errcode = 'AS001', detail = why;
end
$function$;

CREATE OR REPLACE FUNCTION public.remember_benefit_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  by_what text := coalesce(current_setting('assist.amounts_by', true), '');
begin
  if tg_op = 'INSERT' then
    insert into benefit_changes (case_id, kind, member_id, since, what, amount, until, why)
      select case_id, kind, member_id, since, 'begun', amount, until, by_what from new_rows;
  elsif tg_op = 'UPDATE' then
    insert into benefit_changes (case_id, kind, member_id, since, what, amount, until, why)
      select n.case_id, n.kind, n.member_id, n.since, case when n.amount <> o.amount then 'amount' else 'end' end, n.amount, n.until, by_what
      from new_rows n join old_rows o using (case_id, kind, member_id, since)
      where n.amount <> o.amount or n.until is distinct from o.until;
  else
    insert into benefit_changes (case_id, kind, member_id, since, what, amount, until, why)
      select case_id, kind, member_id, since, 'removed', amount, until, by_what from old_rows;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.shares_end_with_their_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update shares set ended_at = greatest(now(), given_at), ended_why = 'item-closed' where work_item_id = new.id and ended_at is null;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.stays_at_its_office(name text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select name = any (array['audit_log', 'archives', 'archive_parts', 'assistant_accounts', 'case_moves', 'complaints', 'complaint_events',
    'declared_relations', 'office_areas', 'office_day_numbers', 'one_time_payments', 'payment_lines', 'payment_lists', 'payment_returns',
    'person_searches', 'platform_feed', 'reality_codes', 'register_imports', 'round_codes', 'round_ties', 'shares', 'staff_accounts',
    'staff_drafts', 'standard_runs', 'urgent_calls', 'urgent_shares', 'urgent_sounds', 'urgent_tries', 'verification_codes'])
$function$;

CREATE OR REPLACE FUNCTION public.stays_but_may_be_resealed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and only_resealed(to_jsonb(old), to_jsonb(new)) then
    return new;
  end if;
  raise exception '% is only added to', tg_table_name;
end
$function$;

CREATE OR REPLACE FUNCTION public.stays_but_may_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and (only_moves(to_jsonb(old), to_jsonb(new)) or only_resealed(to_jsonb(old), to_jsonb(new))) then
    return new;
  end if;
  raise exception '% stays: it is only added to', tg_table_name;
end
$function$;

CREATE OR REPLACE FUNCTION public.voices_are_only_added_to()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is only added to', tg_table_name;
end
$function$;
