-- A referral that was sent goes to whoever decides about that help, by the same feed: written by the step itself, in its transaction. What was
-- only asked, or not wanted before it was sent, is nobody else's business (the person's own word comes first).
alter table platform_feed drop constraint platform_feed_kind_check,
  add constraint platform_feed_kind_check check (kind in ('application', 'procedure', 'referral'));
alter table platform_feed add column referral_id uuid, add column target text,
  add constraint platform_feed_referral check ((kind = 'referral') = (referral_id is not null) and (kind = 'referral') = (target is not null));

create function feed_referral() returns trigger language plpgsql as $$
begin
  insert into platform_feed (at, kind, what, office_id, district, referral_id, target)
    select new.at, 'referral', new.kind, r.office_id, r.district, r.id, r.target
    from referrals r where r.id = new.referral_id and r.sent_on is not null and new.kind in ('sent', 'granted', 'not-fitting', 'not-wanted');
  return null;
end
$$;
create trigger feed_referral after insert on referral_steps for each row execute function feed_referral();

-- Another system sees one that was sent, of its districts, and changes none.
drop policy not_for_platform on referrals;
create policy not_for_platform on referrals as restrictive
  using (not (select assist_is_platform()) or sent_on is not null)
  with check (not (select assist_is_platform()));
