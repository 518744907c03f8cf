-- A move that was under way while 0221-whether-anybody-moved.sql ran had written its row and was on record only after the look there, and its row
-- came before the trigger. That trigger could only be made once no such move was left: by now each of them is seen.
update offices set somebody_moved = true where not somebody_moved and id in (select from_office_id from case_moves);
