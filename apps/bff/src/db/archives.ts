import { ARCHIVE_KINDS, ARCHIVE_STATES } from '@assist/contracts';
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0071-archives.sql; a test compares both.

export const archives = pgTable('archives', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district'),
  kind: text('kind', { enum: ARCHIVE_KINDS }).notNull(),
  caseId: uuid('case_id'),
  askedBy: text('asked_by').notNull(),
  reasonSealed: bytea('reason_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  state: text('state', { enum: ARCHIVE_STATES }).notNull(),
  total: integer('total').notNull(),
  done: integer('done').notNull().default(0),
  lastCase: uuid('last_case'),
  askedAt: instant('asked_at').notNull(),
  readyAt: instant('ready_at'),
  deleteAt: instant('delete_at'),
});

export const archiveParts = pgTable(
  'archive_parts',
  {
    archiveId: uuid('archive_id').notNull(),
    seq: integer('seq').notNull(),
    officeId: text('office_id').notNull(),
    storedAt: text('stored_at').notNull(),
    households: integer('households').notNull(),
    bytes: integer('bytes').notNull(),
    hash: bytea('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.archiveId, t.seq] })],
);
