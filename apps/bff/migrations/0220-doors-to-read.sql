-- Whether somebody at the township has something to read of a door: photos, a wish, a word. What it is lies sealed, and the night's look
-- (services/delivery) has to know which doors belong in the queue. Doors from before say nothing, and are not looked at.
alter table doors add column to_read boolean not null default false;
