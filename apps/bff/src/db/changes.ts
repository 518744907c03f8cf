import { CHANGE_STATES, CONTACT_CHANGE_KINDS, CONTACT_CHANGE_STATES, OUTCOME_IDS, SETTLEMENTS } from '@assist/contracts';
import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0007-changes.sql; a test compares both.

export const changeNotices = pgTable('change_notices', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  accountId: uuid('account_id'),
  staffId: text('staff_id'),
  fingerprint: bytea('fingerprint').notNull(),
  formSealed: bytea('form_sealed').notNull(),
  receiptSealed: bytea('receipt_sealed').notNull(),
  reporterSealed: bytea('reporter_sealed').notNull(),
  effectsSealed: bytea('effects_sealed').notNull(),
  besideSealed: bytea('beside_sealed'),
  policyVersion: text('policy_version').notNull(),
  toldAt: instant('told_at').notNull(),
  /** When what follows taking in was done. */
  checkedAt: instant('checked_at'),
});

export const changes = pgTable('changes', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  caseId: uuid('case_id'),
  matchCaseId: uuid('match_case_id'),
  accountId: uuid('account_id'),
  tellerNumberHash: bytea('teller_number_hash'),
  number: text('number').notNull(),
  state: text('state', { enum: CHANGE_STATES }).notNull(),
  events: text('events').array().notNull(),
  toldAt: instant('told_at').notNull(),
  toldOn: date('told_on').notNull(),
  happenedOn: date('happened_on'),
  photos: integer('photos').notNull(),
  sawPerson: boolean('saw_person').notNull().default(false),
  passOnAt: instant('pass_on_at'),
  settledAs: text('settled_as', { enum: SETTLEMENTS }),
  noteSealed: bytea('note_sealed'),
});

export const changeSteps = pgTable('change_steps', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  changeId: uuid('change_id').notNull(),
  officeId: text('office_id').notNull(),
  at: instant('at').notNull(),
  state: text('state', { enum: CHANGE_STATES }).notNull(),
  staffId: text('staff_id'),
});

export const changeOpinions = pgTable('change_opinions', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  changeId: uuid('change_id').notNull(),
  officeId: text('office_id').notNull(),
  givenBy: text('given_by').notNull(),
  givenAt: instant('given_at').notNull(),
  outcome: text('outcome', { enum: OUTCOME_IDS }).notNull(),
  ground: text('ground'),
  wordsSealed: bytea('words_sealed').notNull(),
});

export const changeContradictions = pgTable(
  'change_contradictions',
  {
    changeId: uuid('change_id').notNull(),
    otherId: uuid('other_id').notNull(),
    officeId: text('office_id').notNull(),
    why: text('why', { enum: ['same-event', 'opposite', 'nothing-changed', 'died'] }).notNull(),
    foundAt: instant('found_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.changeId, t.otherId] })],
);

export const contactCodes = pgTable('contact_codes', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  kind: text('kind', { enum: CONTACT_CHANGE_KINDS }).notNull(),
  codeHash: bytea('code_hash').notNull(),
  codeSealed: bytea('code_sealed'),
  phoneSealed: bytea('phone_sealed'),
  tries: integer('tries').notNull().default(0),
  sentAt: instant('sent_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const contactChanges = pgTable('contact_changes', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  caseId: uuid('case_id').notNull(),
  memberId: text('member_id').notNull(),
  officeId: text('office_id').notNull(),
  kind: text('kind', { enum: CONTACT_CHANGE_KINDS }).notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  valueSealed: bytea('value_sealed').notNull(),
  step: text('step', { enum: ['text-code', 'face', 'counter-code'] }).notNull(),
  state: text('state', { enum: CONTACT_CHANGE_STATES }).notNull(),
  askedAt: instant('asked_at').notNull(),
  effectiveAt: instant('effective_at').notNull(),
  endedAt: instant('ended_at'),
});
