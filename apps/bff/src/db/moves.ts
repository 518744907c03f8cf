import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0087-cases-move.sql; a test compares both.

export const caseMoves = pgTable('case_moves', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id'),
  applicationId: uuid('application_id'),
  fromOfficeId: text('from_office_id').notNull(),
  toOfficeId: text('to_office_id').notNull(),
  movedBy: text('moved_by').notNull(),
  movedAt: instant('moved_at').notNull(),
  reasonSealed: bytea('reason_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
});

export const caseMoveIds = pgTable(
  'case_move_ids',
  {
    moveId: uuid('move_id').notNull(),
    id: uuid('id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.moveId] })],
);

/** Of migrations/0190-districts-elsewhere.sql: carried to another database; read by `guard_elsewhere()` and when offices are loaded. */
export const districtsElsewhere = pgTable('districts_elsewhere', {
  district: text('district').primaryKey(),
  since: instant('since').notNull(),
});

/** Of rows that were cleared here, so that no such id is taken again (services/district/clear.ts). */
export const takenIds = pgTable('taken_ids', { id: uuid().primaryKey() });
