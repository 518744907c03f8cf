import { REFERRAL_STATES, REFERRAL_STEPS } from '@assist/contracts';
import { bigint, boolean, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0037-referrals.sql; a test compares both.

export const referrals = pgTable('referrals', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  target: text('target').notNull(),
  runId: uuid('run_id'),
  applicationId: uuid('application_id'),
  caseId: uuid('case_id'),
  personHash: bytea('person_hash'),
  personSealed: bytea('person_sealed').notNull(),
  number: text('number'),
  whySealed: bytea('why_sealed').notNull(),
  state: text('state', { enum: REFERRAL_STATES }).notNull(),
  proposedOn: date('proposed_on').notNull(),
  consentOn: date('consent_on'),
  consentHow: text('consent_how', { enum: ['app', 'spoken'] }),
  sentOn: date('sent_on'),
  due: date('due').notNull(),
  dueProvisional: boolean('due_provisional').notNull(),
  cameBack: integer('came_back').notNull().default(0),
  endedOn: date('ended_on'),
  fingerprint: bytea('fingerprint').notNull(),
});

export const referralSteps = pgTable('referral_steps', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  referralId: uuid('referral_id').notNull(),
  officeId: text('office_id').notNull(),
  kind: text('kind', { enum: REFERRAL_STEPS }).notNull(),
  onDay: date('on_day').notNull(),
  at: instant('at').notNull(),
  actorKind: text('actor_kind', { enum: ['staff', 'account', 'system'] }).notNull(),
  actorId: text('actor_id').notNull(),
  wordsSealed: bytea('words_sealed'),
});
