import { bigint, date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

// The tables of migrations/0085-standard-runs.sql; a test compares both.

export const standardRuns = pgTable('standard_runs', {
  id: uuid('id').primaryKey(),
  district: text('district').notNull(),
  officeId: text('office_id'),
  standardFrom: date('standard_from').notNull(),
  startedBy: text('started_by').notNull(),
  startedAt: instant('started_at').notNull(),
  afterCase: uuid('after_case').notNull().default('00000000-0000-0000-0000-000000000000'),
  workedOutAt: instant('worked_out_at'),
  policyVersion: text('policy_version').notNull(),
});

export const standardProposals = pgTable(
  'standard_proposals',
  {
    caseId: uuid('case_id').notNull(),
    standardFrom: date('standard_from').notNull(),
    standardRunId: uuid('standard_run_id').notNull(),
    officeId: text('office_id').notNull(),
    outcome: text('outcome', { enum: ['raise', 'same', 'lower', 'person'] }).notNull(),
    why: text('why'),
    paid: bigint('paid', { mode: 'number' }).notNull(),
    workedOut: bigint('worked_out', { mode: 'number' }),
    workedOutOn: date('worked_out_on').notNull(),
    procedureRunId: uuid('procedure_run_id'),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.standardFrom] })],
);
