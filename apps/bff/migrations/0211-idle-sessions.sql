-- When somebody last did something at the desk, to the minute: a session that nobody works in ends.
alter table staff_sessions add column last_seen_at timestamptz;
