import { APPLICATION_STATES, WORK_KINDS, WORK_STATES } from '@assist/contracts';
import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0003-applications.sql; a test compares both.

export const submissions = pgTable('submissions', {
  applicationId: uuid('application_id').primaryKey(),
  officeId: text('office_id').notNull(),
  accountId: uuid('account_id').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  formSealed: bytea('form_sealed').notNull(),
  receiptSealed: bytea('receipt_sealed').notNull(),
  assessmentSealed: bytea('assessment_sealed').notNull(),
  policyVersion: text('policy_version').notNull(),
  sentAt: instant('sent_at').notNull(),
  /** When what follows taking in was done. */
  checkedAt: instant('checked_at'),
});

export const applications = pgTable('applications', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  accountId: uuid('account_id').notNull(),
  number: text('number').notNull(),
  state: text('state', { enum: APPLICATION_STATES }).notNull(),
  applicantSealed: bytea('applicant_sealed').notNull(),
  applicantNumberHash: bytea('applicant_number_hash'),
  members: integer('members').notNull(),
  photos: integer('photos').notNull(),
  receivedAt: instant('received_at').notNull(),
  receivedOn: date('received_on').notNull(),
  acceptedOn: date('accepted_on'),
  acceptedBy: text('accepted_by'),
  decisionDue: date('decision_due'),
  decisionProvisional: boolean('decision_provisional'),
  decisionWorkingDays: integer('decision_working_days'),
  /** By whose rules it is handled since it was accepted, where they are not those of subsistence allowance. */
  handledAs: text('handled_as', { enum: ['destitute', 'rigid-expenditure'] }),
  /** Day of the urgent call it began with. */
  askedOn: date('asked_on'),
});

export const signatures = pgTable(
  'signatures',
  {
    applicationId: uuid('application_id').notNull(),
    memberId: text('member_id').notNull(),
    statement: text('statement').notNull(),
    officeId: text('office_id').notNull(),
    version: text('version').notNull(),
    hash: text('hash').notNull(),
    status: text('status', { enum: ['given', 'not-yet'] }).notNull(),
    signedAt: instant('signed_at'),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.memberId, t.statement] })],
);

export const applicationEvents = pgTable('application_events', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  applicationId: uuid('application_id').notNull(),
  officeId: text('office_id').notNull(),
  at: instant('at').notNull(),
  state: text('state', { enum: APPLICATION_STATES }).notNull(),
  staffId: text('staff_id'),
});

export const corrections = pgTable('corrections', {
  id: uuid('id').primaryKey(),
  applicationId: uuid('application_id').notNull(),
  officeId: text('office_id').notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: instant('asked_at').notNull(),
  itemsSealed: bytea('items_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  /** Order of the rounds. */
  seq: bigint('seq', { mode: 'number' }).generatedAlwaysAsIdentity(),
});

export const correctionAnswers = pgTable('correction_answers', {
  id: uuid('id').primaryKey(),
  correctionId: uuid('correction_id').notNull(),
  applicationId: uuid('application_id').notNull(),
  officeId: text('office_id').notNull(),
  accountId: uuid('account_id').notNull(),
  answeredAt: instant('answered_at').notNull(),
  itemsSealed: bytea('items_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
});

export const workItems = pgTable('work_items', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  kind: text('kind', { enum: WORK_KINDS }).notNull(),
  /** Only of kinds `application` and `identity-conflict`; all others have `subjectId` and `personSealed`. */
  applicationId: uuid('application_id'),
  subjectId: uuid('subject_id'),
  caseId: uuid('case_id'),
  personSealed: bytea('person_sealed'),
  number: text('number'),
  about: text('about').array().notNull().default([]),
  marks: text('marks').array().notNull().default([]),
  /** Staff whom it names. */
  keptFrom: text('kept_from').array(),
  subjectHash: bytea('subject_hash'),
  open: boolean('open').notNull().default(true),
  state: text('state', { enum: WORK_STATES }).notNull(),
  urgent: boolean('urgent').notNull().default(false),
  othersNotSigned: boolean('others_not_signed').notNull().default(false),
  receivedAt: instant('received_at').notNull(),
  stepDue: date('step_due').notNull(),
  stepProvisional: boolean('step_provisional').notNull().default(false),
  /** `infinity` until it is accepted. */
  totalDue: date('total_due').notNull().default('infinity'),
  claimedBy: text('claimed_by'),
  claimedUntil: instant('claimed_until'),
  noteSealed: bytea('note_sealed'),
});

/** How many items of each sort there are, as signed rows that are added up (migrations/0171-queue-counts.sql). Written by triggers only. */
export const workItemCounts = pgTable('work_item_counts', {
  officeId: text('office_id').notNull(),
  kind: text('kind', { enum: WORK_KINDS }).notNull(),
  open: boolean('open').notNull(),
  state: text('state').notNull(),
  stepDue: date('step_due').notNull(),
  notAgreed: boolean('not_agreed').notNull(),
  review: boolean('review').notNull(),
  n: integer('n').notNull(),
  loose: boolean('loose').notNull().default(true),
});

export const officeDayNumbers = pgTable(
  'office_day_numbers',
  { officeId: text('office_id').notNull(), day: date('day').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.officeId, t.day] })],
);

export const verificationCodes = pgTable('verification_codes', {
  hash: bytea('hash').primaryKey(),
  officeId: text('office_id').notNull(),
  issuedBy: text('issued_by').notNull(),
  numberHash: bytea('number_hash').notNull(),
  nameSealed: bytea('name_sealed').notNull(),
  issuedAt: instant('issued_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  tries: integer('tries').notNull().default(0),
  usedAt: instant('used_at'),
  usedBy: uuid('used_by'),
  namesAssistant: boolean('names_assistant').notNull().default(false),
});
