-- How many notices went which way of late is asked each minute; without it every send there ever was is looked at.
create index sends_settled on sends (settled_at) where settled_at is not null;
