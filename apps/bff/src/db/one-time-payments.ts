import { bigint, date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The table of migrations/0067-given-once.sql; a test compares both.

export const oneTimePayments = pgTable('one_time_payments', {
  id: uuid('id').primaryKey(),
  runId: uuid('run_id').notNull(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  kind: text('kind', { enum: ['small-sum', 'temporary'] }).notNull(),
  amount: bigint('amount', { mode: 'number' }).notNull(),
  givenOn: date('given_on').notNull(),
  givenBy: text('given_by').notNull(),
  givenAt: instant('given_at').notNull(),
  seenBy: text('seen_by'),
  seenAt: instant('seen_at'),
  caseId: uuid('case_id'),
  number: text('number'),
  payeeSealed: bytea('payee_sealed').notNull(),
});
