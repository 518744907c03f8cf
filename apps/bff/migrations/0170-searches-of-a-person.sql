-- quick: rows of a year at most, and few: one for each search that a clerk gave a reason for.
-- Whoever was looked for is told of it in 我的资料, by the same keyed hash.
create index person_searches_by_person on person_searches (number_hash, at);
