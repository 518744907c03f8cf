import { NEAR_RELATIONS, SHARE_REASONS } from '@assist/contracts';
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0060-shares-and-relations.sql; a test compares both.

export const SHARE_ENDS = ['answered', 'taken-back', 'item-closed', 'past-its-day'] as const;
export const shares = pgTable('shares', {
  id: uuid('id').primaryKey(),
  workItemId: uuid('work_item_id').notNull(),
  fromOfficeId: text('from_office_id').notNull(),
  officeId: text('office_id').notNull(),
  staffId: text('staff_id'),
  why: text('why', { enum: SHARE_REASONS }).notNull(),
  factsSealed: bytea('facts_sealed').notNull(),
  givenBy: text('given_by').notNull(),
  givenAt: instant('given_at').notNull(),
  until: instant('until').notNull(),
  endedAt: instant('ended_at'),
  endedWhy: text('ended_why', { enum: SHARE_ENDS }),
  answeredBy: text('answered_by'),
  answerSealed: bytea('answer_sealed'),
  fingerprint: bytea('fingerprint').notNull(),
});

export const declaredRelations = pgTable('declared_relations', {
  id: uuid('id').primaryKey(),
  staffId: text('staff_id').notNull(),
  officeId: text('office_id').notNull(),
  relation: text('relation', { enum: NEAR_RELATIONS }).notNull(),
  personSealed: bytea('person_sealed').notNull(),
  numberHash: bytea('number_hash').notNull(),
  declaredAt: instant('declared_at').notNull(),
  endedAt: instant('ended_at'),
});

export const personSearches = pgTable('person_searches', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  staffId: text('staff_id').notNull(),
  numberHash: bytea('number_hash').notNull(),
  reasonSealed: bytea('reason_sealed').notNull(),
  at: instant('at').notNull(),
});

export const applicationPeople = pgTable(
  'application_people',
  {
    applicationId: uuid('application_id').notNull(),
    officeId: text('office_id').notNull(),
    numberHash: bytea('number_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.applicationId, t.numberHash] })],
);
