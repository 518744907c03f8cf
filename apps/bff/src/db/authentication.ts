import {
  AUTHENTICATION_RECORD_STATES,
  AUTHENTICATION_ROLES,
  CONTACT_KINDS,
  FACE_NEXT,
  FACE_STATES,
  VISIT_PLACES,
  VISIT_STATES,
} from '@assist/contracts';
import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0008-authentication.sql; a test compares both.
// Not in `schema.ts`: who may read them is a short list (test/repository/authentication-law.test.ts), and nothing on it lowers money.

export const assistantAccounts = pgTable('assistant_accounts', {
  accountId: uuid('account_id').primaryKey(),
  officeId: text('office_id').notNull(),
  namedBy: text('named_by'),
  namedAt: instant('named_at').notNull(),
  endedAt: instant('ended_at'),
});

export const consentActs = pgTable('consent_acts', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  statement: text('statement').notNull(),
  version: text('version').notNull(),
  hash: text('hash').notNull(),
  aboutKind: text('about_kind', { enum: ['face-check', 'authentication', 'account'] }).notNull(),
  aboutId: uuid('about_id').notNull(),
  givenAt: instant('given_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
});

export const visits = pgTable('visits', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id'),
  officeId: text('office_id').notNull(),
  caseId: uuid('case_id'),
  memberId: text('member_id'),
  personHash: bytea('person_hash').notNull(),
  personSealed: bytea('person_sealed').notNull(),
  state: text('state', { enum: VISIT_STATES }).notNull(),
  place: text('place', { enum: VISIT_PLACES }).notNull(),
  day: date('day'),
  half: text('half', { enum: ['morning', 'afternoon'] }),
  why: text('why').notNull(),
  askedSealed: bytea('asked_sealed').notNull(),
  arrangedSealed: bytea('arranged_sealed'),
  doneSealed: bytea('done_sealed'),
  doneOn: date('done_on'),
  fingerprint: bytea('fingerprint'),
  askedAt: instant('asked_at').notNull(),
});

export const visitTries = pgTable('visit_tries', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  visitId: uuid('visit_id').notNull(),
  officeId: text('office_id').notNull(),
  at: instant('at').notNull(),
  onDay: date('on_day').notNull(),
  staffId: text('staff_id').notNull(),
  noteSealed: bytea('note_sealed').notNull(),
});

export const authentications = pgTable('authentications', {
  id: uuid('id').primaryKey(),
  number: text('number').notNull(),
  state: text('state', { enum: AUTHENTICATION_RECORD_STATES }).notNull(),
  contact: text('contact', { enum: CONTACT_KINDS }).notNull(),
  onDay: date('on_day').notNull(),
  at: instant('at').notNull(),
  officeId: text('office_id').notNull(),
  caseId: uuid('case_id'),
  memberId: text('member_id'),
  personHash: bytea('person_hash').notNull(),
  personSealed: bytea('person_sealed').notNull(),
  actorKind: text('actor_kind', { enum: ['account', 'staff', 'source'] }).notNull(),
  actorId: text('actor_id').notNull(),
  role: text('role', { enum: [...AUTHENTICATION_ROLES, 'staff', 'source'] }).notNull(),
  detailSealed: bytea('detail_sealed').notNull(),
  faceCheckId: uuid('face_check_id'),
  visitId: uuid('visit_id'),
  sourceKey: text('source_key'),
  fingerprint: bytea('fingerprint'),
});

export const faceChecks = pgTable('face_checks', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  purpose: text('purpose', { enum: ['authentication', 'contact-change', 'relay-signature'] }).notNull(),
  role: text('role', { enum: AUTHENTICATION_ROLES }).notNull(),
  officeId: text('office_id'),
  caseId: uuid('case_id'),
  memberId: text('member_id'),
  personHash: bytea('person_hash').notNull(),
  personSealed: bytea('person_sealed').notNull(),
  subjectSealed: bytea('subject_sealed'),
  consentId: uuid('consent_id'),
  sequenceNumber: text('sequence_number').notNull(),
  verifyIdSealed: bytea('verify_id_sealed'),
  verifyIdHash: bytea('verify_id_hash'),
  state: text('state', { enum: FACE_STATES }).notNull(),
  next: text('next', { enum: FACE_NEXT }).notNull(),
  action: text('action').notNull(),
  verifyRet: integer('verify_ret'),
  counts: boolean('counts').notNull().default(false),
  over: boolean('over').notNull().default(false),
  onDay: date('on_day').notNull(),
  begunAt: instant('begun_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  askedAt: instant('asked_at'),
  endedAt: instant('ended_at'),
  usedAt: instant('used_at'),
  fingerprint: bytea('fingerprint').notNull(),
});

export const uploads = pgTable('uploads', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  bytes: integer('bytes').notNull(),
  sha256: text('sha256').notNull(),
  mediaType: text('media_type', { enum: ['video/mp4', 'video/quicktime'] }).notNull(),
  begunAt: instant('begun_at').notNull(),
  finishedAt: instant('finished_at'),
});

export const uploadPieces = pgTable(
  'upload_pieces',
  {
    uploadId: uuid('upload_id').notNull(),
    piece: integer('piece').notNull(),
    storedAt: text('stored_at').notNull(),
    bytes: integer('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.piece] })],
);

export const signals = pgTable('signals', {
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  officeId: text('office_id').notNull(),
  subjectHash: bytea('subject_hash').notNull(),
  onDay: date('on_day').notNull(),
  count: integer('count').notNull(),
  accountId: uuid('account_id'),
  at: instant('at').notNull(),
});

export const contactSources = pgTable('contact_sources', {
  name: text('name').primaryKey(),
  cursor: text('cursor').notNull(),
  readAt: instant('read_at').notNull(),
});
