import { pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0160-shared-between-machines.sql; a test compares both.

export const wechatTokens = pgTable('wechat_tokens', {
  appid: text('appid').primaryKey(),
  tokenSealed: bytea('token_sealed'),
  expiresAt: instant('expires_at'),
  askedUntil: instant('asked_until'),
});

export const choreTurns = pgTable('chore_turns', {
  name: text('name').primaryKey(),
  nextAt: instant('next_at').notNull(),
});
