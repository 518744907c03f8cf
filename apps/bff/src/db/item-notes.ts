import { BLACK_OUT_REASONS, ITEM_NOTE_KINDS } from '@assist/contracts';
import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The table of migrations/0230-item-notes.sql and 0250-notes-put-right.sql; a test compares both.

export const itemNotes = pgTable('item_notes', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  applicationId: uuid('application_id'),
  changeId: uuid('change_id'),
  runId: uuid('run_id'),
  kind: text('kind', { enum: ITEM_NOTE_KINDS }).notNull(),
  onDay: date('on_day').notNull(),
  at: instant('at').notNull(),
  staffId: text('staff_id').notNull(),
  /** Gone once blacked out, with the hash and the words beside it. */
  noteSealed: bytea('note_sealed'),
  fingerprint: bytea('fingerprint'),
  correctedAt: instant('corrected_at'),
  correctedBy: text('corrected_by'),
  correctionSealed: bytea('correction_sealed'),
  blackedOutAt: instant('blacked_out_at'),
  blackedOutBy: text('blacked_out_by'),
  blackedOutWhy: text('blacked_out_why', { enum: BLACK_OUT_REASONS }),
});
