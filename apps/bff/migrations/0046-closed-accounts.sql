-- An account that its person closed. What was sent from it stays with the case; nobody signs in to it again.
alter table accounts add column closed_at timestamptz;
