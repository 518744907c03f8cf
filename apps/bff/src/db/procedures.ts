import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0020-procedures.sql; a test compares both.

export const procedureRuns = pgTable('procedure_runs', {
  id: uuid('id').primaryKey(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  procedure: text('procedure').notNull(),
  openedOn: date('opened_on').notNull(),
  applicationId: uuid('application_id'),
  caseId: uuid('case_id'),
  changeId: uuid('change_id'),
  parentId: uuid('parent_id'),
  urgentCallId: uuid('urgent_call_id'),
  personSealed: bytea('person_sealed').notNull(),
  number: text('number'),
  lastKind: text('last_kind').notNull(),
  lastOn: date('last_on').notNull(),
  lastByRole: text('last_by_role').notNull(),
  waitsFor: text('waits_for').array().notNull(),
  due: date('due'),
  dueProvisional: boolean('due_provisional').notNull().default(false),
  events: integer('events').notNull(),
  endedOn: date('ended_on'),
  policyVersion: text('policy_version').notNull(),
  createdAt: instant('created_at').notNull(),
  /** When the chore that warns before a clock's end looks again (0231); null is: as the nearest clock says. */
  watchOn: date('watch_on'),
});

export const procedureEvents = pgTable(
  'procedure_events',
  {
    runId: uuid('run_id').notNull(),
    seq: integer('seq').notNull(),
    id: uuid('id').notNull(),
    officeId: text('office_id').notNull(),
    kind: text('kind').notNull(),
    happenedOn: date('happened_on').notNull(),
    at: instant('at').notNull(),
    role: text('role').notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'account', 'system'] }).notNull(),
    actorId: text('actor_id').notNull(),
    eventSealed: bytea('event_sealed').notNull(),
    fingerprint: bytea('fingerprint').notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.seq] })],
);
