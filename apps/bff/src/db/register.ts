import { CASE_EVENT_KINDS } from '@assist/contracts';
import { bigint, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0006-register.sql; a test compares both.

export const registerImports = pgTable('register_imports', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id'),
  importedBy: text('imported_by').notNull(),
  fileName: text('file_name').notNull(),
  fileHash: bytea('file_hash').notNull(),
  encoding: text('encoding', { enum: ['utf-8', 'gb18030'] }).notNull(),
  state: text('state', { enum: ['checked', 'writing', 'done', 'stopped'] }).notNull(),
  rows: integer('rows').notNull(),
  done: integer('done').notNull().default(0),
  adds: integer('adds').notNull(),
  changes: integer('changes').notNull(),
  same: integer('same').notNull(),
  missing: integer('missing').notNull(),
  problemCount: integer('problem_count').notNull(),
  reportSealed: bytea('report_sealed').notNull(),
  checkedAt: instant('checked_at').notNull(),
  finishedAt: instant('finished_at'),
});

export const registerImportRows = pgTable(
  'register_import_rows',
  {
    importId: uuid('import_id').notNull(),
    position: integer('position').notNull(),
    householdSealed: bytea('household_sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] })],
);

export const caseFiles = pgTable('case_files', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  registerNumber: text('register_number').notNull(),
  area: text('area', { enum: ['urban', 'rural'] }).notNull(),
  village: text('village'),
  householdSealed: bytea('household_sealed').notNull(),
  members: integer('members').notNull(),
  amount: bigint('amount', { mode: 'number' }).notNull(),
  kinds: text('kinds').array().notNull(),
  lastReview: date('last_review'),
  nextReview: date('next_review'),
  taperFrom: date('taper_from'),
  taperUntil: date('taper_until'),
  fingerprint: bytea('fingerprint').notNull(),
  importId: uuid('import_id'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  endedOn: date('ended_on'),
});

export const caseMembers = pgTable(
  'case_members',
  {
    caseId: uuid('case_id').notNull(),
    memberId: text('member_id').notNull(),
    officeId: text('office_id').notNull(),
    personSealed: bytea('person_sealed').notNull(),
    numberHash: bytea('number_hash'),
    phoneSealed: bytea('phone_sealed'),
    bankSealed: bytea('bank_sealed'),
    relation: text('relation').notNull(),
    lastMet: date('last_met'),
    lastMetContact: text('last_met_contact'),
    nextAuthentication: date('next_authentication'),
    leftOn: date('left_on'),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.memberId] })],
);

export const caseBenefits = pgTable(
  'case_benefits',
  {
    caseId: uuid('case_id').notNull(),
    kind: text('kind').notNull(),
    memberId: text('member_id').notNull().default(''),
    officeId: text('office_id').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    since: date('since').notNull(),
    until: date('until'),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.kind, t.memberId, t.since] })],
);

export const caseEvents = pgTable('case_events', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  caseId: uuid('case_id').notNull(),
  officeId: text('office_id').notNull(),
  at: instant('at').notNull(),
  kind: text('kind', { enum: CASE_EVENT_KINDS }).notNull(),
  actorKind: text('actor_kind', { enum: ['account', 'staff', 'system'] }).notNull(),
  actorId: text('actor_id').notNull(),
  memberId: text('member_id'),
  subjectId: uuid('subject_id'),
  detail: text('detail'),
});
