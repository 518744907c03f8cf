import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The table of migrations/0045-certificates.sql and 0110-certificates-at-the-counter.sql; a test compares both.

export const certificates = pgTable('certificates', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id'),
  caseId: uuid('case_id').notNull(),
  memberId: text('member_id').notNull(),
  officeId: text('office_id').notNull(),
  codeHash: bytea('code_hash').notNull(),
  codeSealed: bytea('code_sealed').notNull(),
  faceSealed: bytea('face_sealed').notNull(),
  issuedAt: instant('issued_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  takenBackAt: instant('taken_back_at'),
  checks: integer('checks').notNull().default(0),
  /** The clerk who printed it at the counter; then no account made it. */
  givenBy: text('given_by'),
});
