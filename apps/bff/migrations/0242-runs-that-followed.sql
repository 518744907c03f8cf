-- quick: of many runs few followed from another, and of those that ended few are a taper's; neither index holds the rest.
-- What followed from a run stands on its page; what a taper's end led to, and how many ended this year, in the ledger of tapers.
create index procedure_runs_by_parent on procedure_runs (parent_id) where parent_id is not null;
create index procedure_runs_tapers_ended on procedure_runs (office_id, ended_on) where procedure = 'taper' and ended_on is not null;
