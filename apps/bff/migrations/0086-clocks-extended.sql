-- A decision's clock was made longer for one of the clause's reasons: the supervisor is told.
alter table supervisor_notices
  drop constraint supervisor_notices_kind_check,
  add constraint supervisor_notices_kind_check check (kind in ('clock-near', 'clock-at-end', 'lease-ended', 'urgent-late', 'clock-extended'));
