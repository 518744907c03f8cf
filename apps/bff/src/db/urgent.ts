import { URGENT_ENDS, URGENT_KINDS, URGENT_OUTCOMES, URGENT_SAFE } from '@assist/contracts';
import { date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0038-urgent.sql; a test compares both.

export const urgentCalls = pgTable('urgent_calls', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  number: text('number').notNull(),
  secretHash: bytea('secret_hash').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  toldSealed: bytea('told_sealed').notNull(),
  kind: text('kind', { enum: URGENT_KINDS }),
  safe: text('safe', { enum: URGENT_SAFE }),
  soundSeconds: integer('sound_seconds'),
  receivedAt: instant('received_at').notNull(),
  receivedOn: date('received_on').notNull(),
  callBackBy: instant('call_back_by').notNull(),
  reachedAt: instant('reached_at'),
  handedOnAt: instant('handed_on_at'),
  endedAt: instant('ended_at'),
  ending: text('ending', { enum: URGENT_ENDS }),
  endedBy: text('ended_by'),
  endSealed: bytea('end_sealed'),
  endFingerprint: bytea('end_fingerprint'),
  accountId: uuid('account_id'),
  applicationId: uuid('application_id'),
});

export const urgentSounds = pgTable('urgent_sounds', {
  callId: uuid('call_id').primaryKey(),
  officeId: text('office_id').notNull(),
  mediaType: text('media_type').notNull(),
  bytes: integer('bytes').notNull(),
  seconds: integer('seconds').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  storedAt: text('stored_at').notNull(),
  receivedAt: instant('received_at').notNull(),
  wholeAt: instant('whole_at'),
});

export const urgentTries = pgTable('urgent_tries', {
  id: uuid('id').primaryKey(),
  callId: uuid('call_id').notNull(),
  officeId: text('office_id').notNull(),
  staffId: text('staff_id').notNull(),
  at: instant('at').notNull(),
  outcome: text('outcome', { enum: URGENT_OUTCOMES }).notNull(),
  noteSealed: bytea('note_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
});

export const urgentShares = pgTable(
  'urgent_shares',
  {
    callId: uuid('call_id').notNull(),
    officeId: text('office_id').notNull(),
    district: text('district').notNull(),
    reason: text('reason', { enum: ['not-called-back'] }).notNull(),
    givenAt: instant('given_at').notNull(),
    endsAt: instant('ends_at'),
  },
  (t) => [primaryKey({ columns: [t.callId, t.district] })],
);
