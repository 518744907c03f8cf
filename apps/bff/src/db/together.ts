import { CONFIRM_REASONS, HELPER_KINDS, type HelperVerb, RELAY_STATES, RELAY_WAYS, type SignedStatement } from '@assist/contracts';
import { bigint, date, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0047-relay.sql and 0048-helpers.sql; a test compares them.

export const relayAsks = pgTable('relay_asks', {
  id: uuid('id').primaryKey(),
  /** Made on the phone; it may not have been sent yet. */
  applicationId: uuid('application_id').notNull(),
  accountId: uuid('account_id').notNull(),
  memberId: text('member_id').notNull(),
  aboutSealed: bytea('about_sealed').notNull(),
  numberHash: bytea('number_hash'),
  /** Without one there is no link; a counter or a visit it is. */
  digitsHash: bytea('digits_hash'),
  signer: text('signer', { enum: ['self', 'guardian'] }).notNull(),
  deviceHash: bytea('device_hash').notNull(),
  state: text('state', { enum: RELAY_STATES }).notNull(),
  stateAt: instant('state_at').notNull(),
  madeAt: instant('made_at').notNull(),
});

export const relayLinks = pgTable('relay_links', {
  hash: bytea('hash').primaryKey(),
  askId: uuid('ask_id').notNull(),
  kind: text('kind', { enum: ['card', 'paper'] }).notNull(),
  madeAt: instant('made_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  tries: integer('tries').notNull().default(0),
  endedAt: instant('ended_at'),
});

export const relaySignatures = pgTable('relay_signatures', {
  id: uuid('id').primaryKey(),
  askId: uuid('ask_id').notNull(),
  applicationId: uuid('application_id').notNull(),
  memberId: text('member_id').notNull(),
  way: text('way', { enum: RELAY_WAYS }).notNull(),
  accountId: uuid('account_id'),
  deviceHash: bytea('device_hash'),
  staffId: text('staff_id'),
  detailSealed: bytea('detail_sealed').notNull(),
  statements: jsonb('statements').$type<SignedStatement[]>().notNull(),
  state: text('state', { enum: ['given', 'to-confirm', 'withdrawn', 'not-agreed'] }).notNull(),
  why: text('why', { enum: CONFIRM_REASONS }),
  signedAt: instant('signed_at').notNull(),
  confirmedBy: text('confirmed_by', { enum: ['visit', 'call', 'face', 'own-phone'] }),
  confirmedAt: instant('confirmed_at'),
  confirmedStaff: text('confirmed_staff'),
  endedAt: instant('ended_at'),
  fingerprint: bytea('fingerprint').notNull(),
});

export const helperGrants = pgTable('helper_grants', {
  id: uuid('id').primaryKey(),
  personAccountId: uuid('person_account_id').notNull(),
  helperAccountId: uuid('helper_account_id'),
  helperSealed: bytea('helper_sealed').notNull(),
  kind: text('kind', { enum: HELPER_KINDS }).notNull(),
  verbs: text('verbs').array().$type<HelperVerb[]>().notNull(),
  fromDay: date('from_day').notNull(),
  untilDay: date('until_day').notNull(),
  begunBy: text('begun_by', { enum: ['person', 'helper'] }).notNull(),
  inviteHash: bytea('invite_hash'),
  inviteExpires: instant('invite_expires'),
  madeAt: instant('made_at').notNull(),
  acceptedAt: instant('accepted_at'),
  endedAt: instant('ended_at'),
  endedWhy: text('ended_why', { enum: ['stopped', 'not-agreed'] }),
});

export const helperActs = pgTable('helper_acts', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  grantId: uuid('grant_id').notNull(),
  verb: text('verb').$type<HelperVerb>().notNull(),
  aboutKind: text('about_kind', { enum: ['draft', 'application', 'correction', 'file'] }).notNull(),
  aboutId: uuid('about_id').notNull(),
  onDay: date('on_day').notNull(),
  at: instant('at').notNull(),
  notAgreedAt: instant('not_agreed_at'),
});

export const oneVisit = pgTable(
  'one_visit',
  {
    accountId: uuid('account_id').notNull(),
    onDay: date('on_day').notNull(),
    what: text('what', { enum: ['bank-account', 'authentication'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.onDay, t.what] })],
);
