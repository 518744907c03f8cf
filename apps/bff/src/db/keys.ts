import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0140-data-keys.sql; a test compares both.

export const dataKeys = pgTable('data_keys', {
  id: text('id').primaryKey(),
  suite: text('suite').notNull(),
  wrappedBy: text('wrapped_by').notNull(),
  wrapped: bytea('wrapped').notNull(),
  madeAt: instant('made_at').notNull(),
  sealsFrom: instant('seals_from').notNull(),
});

export const resealProgress = pgTable('reseal_progress', {
  place: text('place').primaryKey(),
  toKey: text('to_key').notNull(),
  after: text('after').array(),
  passes: integer('passes').notNull(),
  resealed: bigint('resealed', { mode: 'number' }).notNull(),
  unreadable: bigint('unreadable', { mode: 'number' }).notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** Of migrations/0240-hash-keys.sql. */
export const hashKeys = pgTable('hash_keys', {
  one: boolean('one').primaryKey(),
  ids: text('ids').array().notNull(),
  restsFrom: instant('rests_from'),
  restsUntil: instant('rests_until'),
  changedAt: instant('changed_at').notNull(),
});
