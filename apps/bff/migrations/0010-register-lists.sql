-- Lists of one township's households, a page at a time: what is due first, or one village.
create index case_files_by_office_review on case_files (office_id, next_review, id) where ended_on is null and next_review is not null;
create index case_files_by_village on case_files (office_id, village, register_number) where ended_on is null and village is not null;
create index case_members_by_office_authentication on case_members (office_id, next_authentication, case_id)
  where left_on is null and next_authentication is not null;
