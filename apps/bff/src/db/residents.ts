import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0001-residents.sql; a test compares both.

export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  wechatAppid: text('wechat_appid').notNull(),
  openidHash: bytea('openid_hash').notNull(),
  openidSealed: bytea('openid_sealed').notNull(),
  identity: text('identity', { enum: ['none', 'claimed', 'verified'] })
    .notNull()
    .default('none'),
  nameSealed: bytea('name_sealed'),
  paperSealed: bytea('paper_sealed'),
  numberHash: bytea('number_hash'),
  phoneSealed: bytea('phone_sealed'),
  phoneHash: bytea('phone_hash'),
  claimedAt: instant('claimed_at'),
  verifiedAt: instant('verified_at'),
  createdAt: instant('created_at').notNull(),
  /** A wish, agreed to; why is not kept. */
  beginWithPerson: boolean('begin_with_person').notNull().default(false),
  /** The person closed it. What was sent from it stays with the case. */
  closedAt: instant('closed_at'),
  /** A short code of the person's own for a phone that several people hold, and how often it was wrong since it was last right. */
  ownCodeHash: bytea('own_code_hash'),
  ownCodeWrong: integer('own_code_wrong').notNull().default(0),
});

export const sessionFamilies = pgTable('session_families', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  createdAt: instant('created_at').notNull(),
  endedAt: instant('ended_at'),
  endedWhy: text('ended_why', { enum: ['signed-out', 'token-reused'] }),
});

export const refreshTokens = pgTable('refresh_tokens', {
  hash: bytea('hash').primaryKey(),
  familyId: uuid('family_id').notNull(),
  issuedAt: instant('issued_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const consents = pgTable(
  'consents',
  {
    accountId: uuid('account_id').notNull(),
    statement: text('statement').notNull(),
    version: text('version').notNull(),
    hash: text('hash').notNull(),
    givenAt: instant('given_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.statement, t.version] })],
);

export const drafts = pgTable('drafts', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  formVersion: integer('form_version').notNull(),
  revision: integer('revision').notNull(),
  formSealed: bytea('form_sealed').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  savedAt: instant('saved_at').notNull(),
  keptUntil: instant('kept_until').notNull(),
  endingToldAt: instant('ending_told_at'),
});

export const files = pgTable('files', {
  id: uuid('id').primaryKey(),
  /** Null where a clerk sent it. */
  accountId: uuid('account_id'),
  staffId: text('staff_id'),
  about: text('about').notNull(),
  mediaType: text('media_type', { enum: ['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/quicktime'] }).notNull(),
  bytes: integer('bytes').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  storedAt: text('stored_at').notNull(),
  receivedAt: instant('received_at').notNull(),
  applicationId: uuid('application_id'),
  officeId: text('office_id'),
  memberId: text('member_id'),
  /** Where it belongs to no application. */
  subjectKind: text('subject_kind', { enum: ['change', 'authentication', 'visit', 'door'] }),
  subjectId: uuid('subject_id'),
  /** When it was last opened and found whole. */
  wholeAt: instant('whole_at'),
  endingToldAt: instant('ending_told_at'),
});
