import { COMPLAINT_ABOUT, COMPLAINT_FINDINGS, VOICE_STATES } from '@assist/contracts';
import { boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0033-voices.sql; a test compares both.

export const objectionNotes = pgTable('objection_notes', {
  id: uuid('id').primaryKey(),
  objectionId: uuid('objection_id').notNull(),
  officeId: text('office_id').notNull(),
  staffId: text('staff_id').notNull(),
  at: instant('at').notNull(),
  wordsSealed: bytea('words_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
});

export const complaints = pgTable('complaints', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  lookedAtBy: text('looked_at_by', { enum: ['township', 'district'] }).notNull(),
  about: text('about', { enum: COMPLAINT_ABOUT }).notNull(),
  named: boolean('named').notNull(),
  number: text('number').notNull(),
  secretHash: bytea('secret_hash').notNull(),
  secretSealed: bytea('secret_sealed').notNull(),
  contentSealed: bytea('content_sealed').notNull(),
  accountId: uuid('account_id'),
  at: instant('at').notNull(),
  state: text('state', { enum: VOICE_STATES }).notNull(),
  found: text('found', { enum: COMPLAINT_FINDINGS }),
  fingerprint: bytea('fingerprint').notNull(),
  keptFrom: text('kept_from').array().notNull().default([]),
});

export const complaintEvents = pgTable('complaint_events', {
  id: uuid('id').primaryKey(),
  complaintId: uuid('complaint_id').notNull(),
  seq: integer('seq').notNull(),
  officeId: text('office_id').notNull(),
  kind: text('kind', { enum: ['opened', 'looked-into', 'answered'] }).notNull(),
  happenedOn: date('happened_on').notNull(),
  at: instant('at').notNull(),
  role: text('role', { enum: ['resident', 'township', 'district'] }).notNull(),
  staffId: text('staff_id'),
  wordsSealed: bytea('words_sealed'),
  fingerprint: bytea('fingerprint').notNull(),
});
