import { BOUNCE_REASON_CODES, PAYMENT_LINE_STATES, PAYMENT_LIST_STATES } from '@assist/contracts';
import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0025-payments.sql; a test compares both.

export const benefitChanges = pgTable('benefit_changes', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  caseId: uuid('case_id').notNull(),
  kind: text('kind').notNull(),
  memberId: text('member_id').notNull(),
  since: date('since').notNull(),
  what: text('what', { enum: ['begun', 'amount', 'end', 'removed'] }).notNull(),
  amount: bigint('amount', { mode: 'number' }).notNull(),
  until: date('until'),
  why: text('why').notNull(),
  at: instant('at').notNull().defaultNow(),
});

export const paymentLists = pgTable('payment_lists', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  month: text('month').notNull(),
  state: text('state', { enum: PAYMENT_LIST_STATES }).notNull(),
  lines: integer('lines').notNull(),
  amount: bigint('amount', { mode: 'number' }).notNull(),
  noAccount: integer('no_account').notNull(),
  carried: integer('carried').notNull(),
  linesHash: bytea('lines_hash').notNull(),
  previousId: uuid('previous_id'),
  computedAt: instant('computed_at').notNull(),
  frozenBy: text('frozen_by'),
  frozenAt: instant('frozen_at'),
  releasedBy: text('released_by'),
  releasedAt: instant('released_at'),
  exportedBy: text('exported_by'),
  exportedAt: instant('exported_at'),
  returnedBy: text('returned_by'),
  returnedAt: instant('returned_at'),
  noteSealed: bytea('note_sealed'),
});

export const paymentLines = pgTable(
  'payment_lines',
  {
    listId: uuid('list_id').notNull(),
    n: integer('n').notNull(),
    forMonth: text('for_month').notNull(),
    officeId: text('office_id').notNull(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').notNull(),
    memberId: text('member_id').notNull(),
    payeeId: text('payee_id').notNull(),
    registerNumber: text('register_number').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    since: date('since').notNull(),
    taper: boolean('taper').notNull(),
    payeeSealed: bytea('payee_sealed').notNull(),
    state: text('state', { enum: PAYMENT_LINE_STATES }).notNull(),
    bounceReason: text('bounce_reason', { enum: BOUNCE_REASON_CODES }),
  },
  (t) => [primaryKey({ columns: [t.listId, t.n] })],
);

export const paymentReturns = pgTable('payment_returns', {
  id: uuid('id').primaryKey(),
  listId: uuid('list_id').notNull(),
  officeId: text('office_id').notNull(),
  fileHash: bytea('file_hash').notNull(),
  fileName: text('file_name').notNull(),
  importedBy: text('imported_by').notNull(),
  importedAt: instant('imported_at').notNull(),
  paid: integer('paid').notNull(),
  bounced: integer('bounced').notNull(),
});
