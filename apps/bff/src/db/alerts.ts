import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0035-alerts.sql; a test compares both.

export const alerts = pgTable('alerts', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  source: text('source').notNull(),
  sourceKey: text('source_key').notNull(),
  indicator: text('indicator').notNull(),
  seenOn: date('seen_on').notNull(),
  receivedAt: instant('received_at').notNull(),
  runId: uuid('run_id').notNull(),
  caseId: uuid('case_id'),
  personHash: bytea('person_hash'),
  contentSealed: bytea('content_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
});

export const alertSources = pgTable('alert_sources', {
  name: text('name').primaryKey(),
  cursor: text('cursor').notNull(),
  readAt: instant('read_at').notNull(),
});

export const jointMeetings = pgTable('joint_meetings', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  runId: uuid('run_id').notNull(),
  askedOn: date('asked_on').notNull(),
  askedBy: text('asked_by').notNull(),
  whySealed: bytea('why_sealed').notNull(),
  heldOn: date('held_on'),
  recordSealed: bytea('record_sealed'),
  recordedBy: text('recorded_by'),
  recordedAt: instant('recorded_at'),
});

export const watchedHouseholds = pgTable('watched_households', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  kind: text('kind', { enum: ['at-risk'] }).notNull(),
  runId: uuid('run_id').notNull(),
  since: date('since').notNull(),
  endedOn: date('ended_on'),
  endedBy: text('ended_by'),
  whySealed: bytea('why_sealed'),
});
