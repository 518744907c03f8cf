import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0024-decisions.sql; a test compares both.

export const decisionStatements = pgTable('decision_statements', {
  id: uuid('id').primaryKey(),
  runId: uuid('run_id').notNull(),
  officeId: text('office_id').notNull(),
  accountId: uuid('account_id').notNull(),
  at: instant('at').notNull(),
  wordsSealed: bytea('words_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
});

export const postings = pgTable('postings', {
  id: uuid('id').primaryKey(),
  eventId: uuid('event_id').notNull(),
  runId: uuid('run_id').notNull(),
  officeId: text('office_id').notNull(),
  kind: text('kind', { enum: ['notice', 'publication'] }).notNull(),
  hangsFrom: date('hangs_from').notNull(),
  hangsUntil: date('hangs_until').notNull(),
  postingSealed: bytea('posting_sealed').notNull(),
  village: text('village'),
  takenDownAt: instant('taken_down_at'),
  takenDownBy: text('taken_down_by'),
  whySealed: bytea('why_sealed'),
});

export const postingHolds = pgTable('posting_holds', {
  id: uuid('id').primaryKey().defaultRandom(),
  runId: uuid('run_id').notNull(),
  officeId: text('office_id').notNull(),
  staffId: text('staff_id').notNull(),
  at: instant('at').notNull(),
  reasonSealed: bytea('reason_sealed').notNull(),
  liftedAt: instant('lifted_at'),
  liftedBy: text('lifted_by'),
  liftSealed: bytea('lift_sealed'),
  liftId: uuid('lift_id'),
});

export const postingObjections = pgTable('posting_objections', {
  id: uuid('id').primaryKey(),
  postingId: uuid('posting_id').notNull(),
  runId: uuid('run_id').notNull(),
  officeId: text('office_id').notNull(),
  number: text('number').notNull(),
  secretHash: bytea('secret_hash').notNull(),
  secretSealed: bytea('secret_sealed').notNull(),
  at: instant('at').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  /** Since migration 0033, both. */
  tellerSealed: bytea('teller_sealed'),
  accountId: uuid('account_id'),
});
