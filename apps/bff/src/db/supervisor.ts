import { SUPERVISOR_NOTICES } from '@assist/contracts';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0070-supervisor-notices.sql; a test compares both.

export const supervisorNotices = pgTable('supervisor_notices', {
  id: uuid('id').primaryKey().defaultRandom(),
  officeId: text('office_id').notNull(),
  kind: text('kind', { enum: SUPERVISOR_NOTICES }).notNull(),
  subjectId: uuid('subject_id').notNull(),
  source: text('source').notNull(),
  staffId: text('staff_id'),
  at: instant('at').notNull(),
  decidedAt: instant('decided_at'),
  decidedBy: text('decided_by'),
  decisionSealed: bytea('decision_sealed'),
});
