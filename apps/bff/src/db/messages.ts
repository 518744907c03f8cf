import { MESSAGE_KINDS } from '@assist/contracts';
import { date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

// The tables of migrations/0009-messages.sql; a test compares both.

export const realityCodes = pgTable('reality_codes', {
  hash: bytea('hash').primaryKey(),
  kind: text('kind', { enum: ['visitor', 'message'] }).notNull(),
  officeId: text('office_id'),
  contentSealed: bytea('content_sealed').notNull(),
  subjectId: uuid('subject_id'),
  issuedAt: instant('issued_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const messages = pgTable('messages', {
  id: uuid('id').primaryKey(),
  accountId: uuid('account_id').notNull(),
  kind: text('kind', { enum: MESSAGE_KINDS }).notNull(),
  at: instant('at').notNull(),
  contentSealed: bytea('content_sealed').notNull(),
  subjectKind: text('subject_kind', {
    enum: [
      'application',
      'change',
      'authentication',
      'visit',
      'contact-change',
      'family',
      'decision',
      'referral',
      'cross-check',
      'voice',
      'door',
    ],
  }),
  subjectId: uuid('subject_id'),
  source: text('source'),
  readAt: instant('read_at'),
});

export const REMINDER_KINDS = ['authentication-due', 'visit-arranged', 'correction-asked'] as const;
export const REMINDER_STEPS = ['wechat', 'text', 'voice', 'village', 'township'] as const;

export const reminders = pgTable('reminders', {
  id: uuid('id').primaryKey(),
  kind: text('kind', { enum: REMINDER_KINDS }).notNull(),
  officeId: text('office_id').notNull(),
  caseId: uuid('case_id'),
  memberId: text('member_id'),
  due: date('due'),
  accountId: uuid('account_id'),
  subjectId: uuid('subject_id'),
  messageId: uuid('message_id'),
  step: text('step', { enum: REMINDER_STEPS }),
  nextAt: instant('next_at').notNull(),
  startedAt: instant('started_at').notNull(),
  stepAt: instant('step_at'),
  visitId: uuid('visit_id'),
  endedAt: instant('ended_at'),
  endedWhy: text('ended_why', { enum: ['met', 'visit', 'moot'] }),
});

export const CHANNELS = ['wechat', 'text', 'voice'] as const;

export const sends = pgTable('sends', {
  id: uuid('id').primaryKey(),
  reminderId: uuid('reminder_id'),
  messageId: uuid('message_id'),
  kind: text('kind', { enum: MESSAGE_KINDS }).notNull(),
  channel: text('channel', { enum: CHANNELS }).notNull(),
  accountId: uuid('account_id'),
  phoneSealed: bytea('phone_sealed'),
  codeSealed: bytea('code_sealed').notNull(),
  otherwise: text('otherwise', { enum: CHANNELS }).array().notNull().default([]),
  state: text('state', { enum: ['waiting', 'sending', 'sent', 'delivered', 'bounced'] }).notNull(),
  why: text('why'),
  templateId: text('template_id'),
  providerRef: text('provider_ref'),
  tries: integer('tries').notNull().default(0),
  createdAt: instant('created_at').notNull(),
  runAt: instant('run_at').notNull(),
  sendingSince: instant('sending_since'),
  sentAt: instant('sent_at'),
  settledAt: instant('settled_at'),
});

export const subscribeCredits = pgTable(
  'subscribe_credits',
  {
    accountId: uuid('account_id').notNull(),
    templateId: text('template_id').notNull(),
    remaining: integer('remaining').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.templateId] })],
);

export const wechatPushes = pgTable('wechat_pushes', { keyHash: bytea('key_hash').primaryKey(), at: instant('at').notNull() });

export const LOOPBACK_OUTCOMES = ['delivered', 'bounced', 'silent'] as const;

export const loopbackMessages = pgTable('loopback_messages', {
  ref: uuid('ref').primaryKey(),
  channel: text('channel', { enum: ['text', 'voice'] }).notNull(),
  lastFour: text('last_four').notNull(),
  words: text('words').notNull(),
  sentAt: instant('sent_at').notNull(),
  outcome: text('outcome', { enum: LOOPBACK_OUTCOMES }).notNull(),
  reportAt: instant('report_at'),
  reportedAt: instant('reported_at'),
});

export const loopbackScripts = pgTable(
  'loopback_scripts',
  {
    channel: text('channel', { enum: ['text', 'voice'] }).notNull(),
    phoneHash: bytea('phone_hash').notNull(),
    outcome: text('outcome', { enum: LOOPBACK_OUTCOMES }).notNull(),
    afterSeconds: integer('after_seconds').notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.phoneHash] })],
);
