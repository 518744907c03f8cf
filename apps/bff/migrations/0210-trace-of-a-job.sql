-- Which trace a job belongs to (W3C trace context: two random numbers), where traces are sent at all.
alter table outbox add column trace_parent text;
