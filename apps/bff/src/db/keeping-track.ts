import { sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, instant, transactionId } from './columns.ts';

// The tables of migrations/0004-keeping-track.sql and 0100-audit-seals.sql; a test compares both.

export const auditLog = pgTable('audit_log', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  actorKind: text('actor_kind', { enum: ['account', 'staff', 'system'] }).notNull(),
  actorId: text('actor_id').notNull(),
  action: text('action').notNull(),
  objectKind: text('object_kind').notNull(),
  objectId: text('object_id').notNull(),
  officeId: text('office_id'),
  result: text('result').notNull().default('done'),
  transaction: transactionId('transaction').notNull().default(sql`pg_current_xact_id()`),
});

export const auditSeals = pgTable('audit_seals', {
  batch: bigint('batch', { mode: 'number' }).primaryKey(),
  fromTransaction: transactionId('from_transaction').notNull(),
  toTransaction: transactionId('to_transaction').notNull(),
  rows: integer('rows').notNull(),
  hash: bytea('hash').notNull(),
  sealedAt: instant('sealed_at').notNull(),
});

export const outbox = pgTable('outbox', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kind: text('kind').notNull(),
  payload: jsonb('payload').$type<Record<string, string>>().notNull(),
  createdAt: instant('created_at').notNull(),
  runAt: instant('run_at').notNull(),
  tries: integer('tries').notNull().default(0),
  doneAt: instant('done_at'),
  outcome: text('outcome'),
  traceParent: text('trace_parent'),
});

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    endpoint: text('endpoint').notNull(),
    fingerprint: bytea('fingerprint').notNull(),
    lockedUntil: instant('locked_until').notNull(),
    status: integer('status'),
    answerSealed: bytea('answer_sealed'),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] })],
);

export const rateCounts = pgTable(
  'rate_counts',
  { key: text('key').notNull(), windowStart: instant('window_start').notNull(), count: integer('count').notNull() },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
);
