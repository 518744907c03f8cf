-- A call for help that stands on a declared relative's account was kept from her colleague as an item of the queue, by its id, and still shown in
-- the list of calls, whose policy asked for the application only.
create policy not_of_relatives_itself on urgent_calls as restrictive
  using ((select assist_hidden()) is null or id <> all ((select assist_hidden())::uuid[]));
create policy not_of_relatives_itself on urgent_shares as restrictive
  using ((select assist_hidden()) is null or call_id <> all ((select assist_hidden())::uuid[]));
-- The same of a referral that names a person and neither an application, a household nor a procedure.
create policy not_of_relatives_itself on referrals as restrictive
  using ((select assist_hidden()) is null or id <> all ((select assist_hidden())::uuid[]));
