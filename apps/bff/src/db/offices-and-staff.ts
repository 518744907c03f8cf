import { STAFF_ROLES } from '@assist/contracts';
import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0002-offices-and-staff.sql and 0130-second-factor.sql; a test compares both.

export const offices = pgTable('offices', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  district: text('district').notNull(),
  authorityId: text('authority_id').notNull(),
  authorityName: text('authority_name').notNull(),
  live: boolean('live').notNull(),
  phone: text('phone'),
  address: text('address'),
  hours: text('hours'),
  sample: boolean('sample').notNull().default(false),
  /** Some household was moved away from here: kept by a trigger (migrations/0221-whether-anybody-moved.sql). */
  somebodyMoved: boolean('somebody_moved').notNull().default(false),
});

export const officeAreas = pgTable('office_areas', {
  divisionCode: text('division_code').primaryKey(),
  officeId: text('office_id').notNull(),
});

export const staffAccounts = pgTable('staff_accounts', {
  id: text('id').primaryKey(),
  issuer: text('issuer').notNull(),
  subject: text('subject').notNull(),
  name: text('name').notNull(),
  role: text('role', { enum: STAFF_ROLES }).notNull(),
  officeId: text('office_id').notNull(),
  /** Only of a confirmer. */
  district: text('district'),
  /** Only of an assistant: whose households she sees. */
  villages: text('villages').array().notNull().default([]),
  sample: boolean('sample').notNull().default(false),
  disabledAt: instant('disabled_at'),
});

export const staffSignIns = pgTable('staff_sign_ins', {
  stateHash: bytea('state_hash').primaryKey(),
  browserHash: bytea('browser_hash').notNull(),
  verifier: text('verifier').notNull(),
  nonce: text('nonce').notNull(),
  returnTo: text('return_to').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** Hash of the session that is to show a second factor. */
  raisesSession: bytea('raises_session'),
});

export const staffSessions = pgTable('staff_sessions', {
  hash: bytea('hash').primaryKey(),
  staffId: text('staff_id').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  endedAt: instant('ended_at'),
  secondFactorAt: instant('second_factor_at'),
  lastSeenAt: instant('last_seen_at'),
});
