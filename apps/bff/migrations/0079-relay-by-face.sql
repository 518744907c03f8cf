-- A signature in the relay by one's own face: a face check for that purpose only. It goes to no township, because the application may
-- not be sent yet, and it counts for nothing else.

alter table face_checks drop constraint face_checks_purpose_check;
alter table face_checks add constraint face_checks_purpose_check check (purpose in ('authentication', 'contact-change', 'relay-signature'));
alter table face_checks alter column office_id drop not null;
alter table face_checks add constraint face_checks_office_check check (office_id is not null or purpose = 'relay-signature');
