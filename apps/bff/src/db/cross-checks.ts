import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0036-cross-checks.sql; a test compares both.

export const checkAuthorisations = pgTable('check_authorisations', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  officeId: text('office_id').notNull(),
  applicationId: uuid('application_id'),
  caseId: uuid('case_id'),
  memberId: text('member_id').notNull(),
  what: text('what', { enum: ['given', 'withdrawn'] }).notNull(),
  onDay: date('on_day').notNull(),
  at: instant('at').notNull(),
  actorKind: text('actor_kind', { enum: ['staff', 'account'] }).notNull(),
  actorId: text('actor_id').notNull(),
});

export const crossChecks = pgTable('cross_checks', {
  id: uuid('id').primaryKey(),
  runId: uuid('run_id').notNull(),
  officeId: text('office_id').notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: instant('asked_at').notNull(),
  endedHow: text('ended_how', { enum: ['answered', 'officer'] }),
  endedAt: instant('ended_at'),
});

export const crossCheckPeople = pgTable(
  'cross_check_people',
  {
    checkId: uuid('check_id').notNull(),
    memberId: text('member_id').notNull(),
    officeId: text('office_id').notNull(),
    authorised: boolean('authorised').notNull(),
    authorisedOn: date('authorised_on'),
    child: boolean('child').notNull().default(false),
    numberHash: bytea('number_hash'),
    personSealed: bytea('person_sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.checkId, t.memberId] })],
);

export const crossCheckQuestions = pgTable('cross_check_questions', {
  id: uuid('id').primaryKey(),
  checkId: uuid('check_id').notNull(),
  officeId: text('office_id').notNull(),
  memberId: text('member_id').notNull(),
  authorised: boolean('authorised').notNull().default(true),
  item: text('item').notNull(),
  source: text('source').notNull(),
  state: text('state', { enum: ['waiting', 'asking', 'answered', 'silent', 'not-asked'] }).notNull(),
  runAt: instant('run_at').notNull(),
  askingSince: instant('asking_since'),
  tries: integer('tries').notNull().default(0),
  firstAskedAt: instant('first_asked_at'),
  answeredOn: date('answered_on'),
  answeredAt: instant('answered_at'),
  answerSealed: bytea('answer_sealed'),
  why: text('why'),
});

export const crossCheckDisputes = pgTable('cross_check_disputes', {
  id: uuid('id').primaryKey(),
  questionId: uuid('question_id').notNull(),
  checkId: uuid('check_id').notNull(),
  officeId: text('office_id').notNull(),
  accountId: uuid('account_id').notNull(),
  at: instant('at').notNull(),
  wordsSealed: bytea('words_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  answeredAt: instant('answered_at'),
  answeredBy: text('answered_by'),
  answerSealed: bytea('answer_sealed'),
});
