-- By whose rules the township handles an accepted application: destitute support and the rigid-expenditure family have clocks and steps of their
-- own. Empty: subsistence allowance, marginal family, somebody alone.
alter table applications add column handled_as text;
alter table applications add constraint applications_handled_as check (handled_as in ('destitute', 'rigid-expenditure')) not valid;
