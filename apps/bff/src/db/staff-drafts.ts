import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0072-staff-drafts.sql; a test compares both.

export const staffDrafts = pgTable(
  'staff_drafts',
  {
    staffId: text('staff_id').notNull(),
    name: text('name').notNull(),
    officeId: text('office_id').notNull(),
    bodySealed: bytea('body_sealed').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.name] })],
);
