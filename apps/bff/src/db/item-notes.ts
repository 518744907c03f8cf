import { ITEM_NOTE_KINDS } from '@assist/contracts';
import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The table of migrations/0230-item-notes.sql; a test compares both.

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
  noteSealed: bytea('note_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
});
