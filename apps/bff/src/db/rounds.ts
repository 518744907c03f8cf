import { boolean, date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0040-rounds.sql; a test compares both.

export const roundCodes = pgTable('round_codes', {
  hash: bytea('hash').primaryKey(),
  staffId: text('staff_id').notNull(),
  officeId: text('office_id').notNull(),
  issuedAt: instant('issued_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const roundTies = pgTable('round_ties', {
  id: uuid('id').primaryKey(),
  staffId: text('staff_id').notNull(),
  accountId: uuid('account_id').notNull(),
  officeId: text('office_id').notNull(),
  tiedAt: instant('tied_at').notNull(),
  until: instant('until').notNull(),
  endedAt: instant('ended_at'),
  endedBy: text('ended_by'),
});

export const doors = pgTable('doors', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  staffId: text('staff_id').notNull(),
  accountId: uuid('account_id').notNull(),
  tieId: uuid('tie_id').notNull(),
  caseId: uuid('case_id'),
  visitId: uuid('visit_id'),
  changeId: uuid('change_id'),
  number: text('number').notNull(),
  onDay: date('on_day').notNull(),
  at: instant('at').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  recordSealed: bytea('record_sealed').notNull(),
  notAgreedAt: instant('not_agreed_at'),
  notAgreedSealed: bytea('not_agreed_sealed'),
  answeredAt: instant('answered_at'),
  answerSealed: bytea('answer_sealed'),
  /** It has its place in the queue until somebody of the township read it. */
  toRead: boolean('to_read').notNull().default(false),
});
