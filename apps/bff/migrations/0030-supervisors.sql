-- Who answers for a township's work: does what a handler does, takes items over and is told before a clock ends.
alter table staff_accounts
  drop constraint staff_accounts_role_check,
  add constraint staff_accounts_role_check check (role in ('handler', 'auditor', 'confirmer', 'assistant', 'supervisor'));
