import { bigint, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0042-platform.sql and 0090-referral-feed.sql; a test compares both.

export const platformFeed = pgTable('platform_feed', {
  id: uuid('id').primaryKey().defaultRandom(),
  written: bigint('written', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  seq: bigint('seq', { mode: 'number' }),
  at: instant('at').notNull(),
  kind: text('kind', { enum: ['application', 'procedure', 'referral'] }).notNull(),
  what: text('what').notNull(),
  officeId: text('office_id').notNull(),
  district: text('district').notNull(),
  procedure: text('procedure'),
  applicationId: uuid('application_id'),
  runId: uuid('run_id'),
  eventId: uuid('event_id'),
  referralId: uuid('referral_id'),
  target: text('target'),
});

export const platformDeliveries = pgTable(
  'platform_deliveries',
  {
    clientId: text('client_id').notNull(),
    feedId: uuid('feed_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    state: text('state', { enum: ['waiting', 'sending', 'delivered', 'given-up'] }).notNull(),
    tries: integer('tries').notNull().default(0),
    runAt: instant('run_at').notNull(),
    sendingSince: instant('sending_since'),
    lastAnswer: text('last_answer'),
    settledAt: instant('settled_at'),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.feedId] })],
);

export const platformAcknowledgements = pgTable('platform_acknowledgements', {
  clientId: text('client_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  at: instant('at').notNull(),
});

export const platformAssertions = pgTable(
  'platform_assertions',
  {
    clientId: text('client_id').notNull(),
    jtiHash: bytea('jti_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.jtiHash] })],
);
