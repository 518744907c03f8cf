import * as z from 'zod/mini';
import { civilDateSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { REFERRAL_STATES } from './follow-up-views.ts';
import { EVENT_KINDS, PROCEDURE_ROLES, recordedEventSchema } from './staff-procedure-api.ts';
import { citationSchema } from './views.ts';

/** What another system may be allowed, each by itself. */
export const PLATFORM_SCOPES = {
  'changes:read': '看发生了什么：只有编号，没有人',
  'runs:read': '看一个程序走到哪一步',
  'people:read': '在程序和转介里看到姓名、理由、金额',
  'referrals:read': '看转介给它的事：哪一样、走到哪一步',
  'runs:write': '替一位有账号的工作人员记一步，规则和他自己记一样',
} as const;
export type PlatformScope = keyof typeof PLATFORM_SCOPES;
export const PLATFORM_SCOPE_NAMES = Object.keys(PLATFORM_SCOPES) as [PlatformScope, ...PlatformScope[]];

/** Where one is in what happened. Its text means nothing; it is only given back. */
export const cursorSchema = z.string().check(z.regex(/^c\d{1,15}$/, '这个位置没认出来'));

/** One thing that happened. `id` is the same in a pull and in a webhook, however often it comes. */
export const platformChangeSchema = z.object({
  id: idSchema,
  cursor: cursorSchema,
  /** `application.<state>`, `procedure.<event>` or `referral.<step>`. */
  type: z.string(),
  at: instantSchema,
  office: z.string(),
  district: z.string(),
  procedure: z.optional(z.string()),
  applicationId: z.optional(idSchema),
  runId: z.optional(idSchema),
  eventId: z.optional(idSchema),
  /** Of a referral to what this client handles; `target` says to which help. */
  referralId: z.optional(idSchema),
  target: z.optional(z.string()),
});
export type PlatformChange = z.output<typeof platformChangeSchema>;

export const platformRunSchema = z.object({
  runId: idSchema,
  procedure: z.string(),
  title: z.string(),
  district: z.string(),
  office: z.object({ id: z.string(), name: z.string() }),
  applicationId: z.optional(idSchema),
  caseId: z.optional(idSchema),
  openedOn: civilDateSchema,
  ended: z.boolean(),
  due: z.optional(civilDateSchema),
  /** Who can do the next step. */
  waitsFor: z.array(z.enum(PROCEDURE_ROLES)),
  /** With `people:read` only. */
  number: z.optional(z.string()),
  name: z.optional(z.string()),
  events: z.array(
    z.object({
      eventId: idSchema,
      kind: z.enum(EVENT_KINDS),
      title: z.string(),
      on: civilDateSchema,
      at: instantSchema,
      role: z.enum(PROCEDURE_ROLES),
      /** With `people:read` only. */
      event: z.optional(recordedEventSchema),
    }),
  ),
});
export type PlatformRun = z.output<typeof platformRunSchema>;

/** Somebody referred to what this client handles, as far as their own word goes. */
export const platformReferralSchema = z.object({
  referralId: idSchema,
  target: z.object({ id: z.string(), title: z.string() }),
  district: z.string(),
  office: z.object({ id: z.string(), name: z.string(), phone: z.optional(z.string()) }),
  state: z.enum(REFERRAL_STATES),
  /** How they said yes: in the app, or in words somebody wrote down. */
  consent: z.object({ on: civilDateSchema, how: z.enum(['app', 'spoken']) }),
  sentOn: civilDateSchema,
  /** By when the township asks again. */
  due: civilDateSchema,
  clauses: z.array(citationSchema),
  /** With `people:read` only: who, the household's number, why they are thought to fit. */
  name: z.optional(z.string()),
  number: z.optional(z.string()),
  why: z.optional(z.string()),
});
export type PlatformReferral = z.output<typeof platformReferralSchema>;

export const DELIVERY_STATES = ['waiting', 'sending', 'delivered', 'given-up'] as const;
export const deliverySchema = z.object({
  id: idSchema,
  cursor: cursorSchema,
  state: z.enum(DELIVERY_STATES),
  tries: z.number(),
  /** When it is tried next; absent where it is over. */
  next: z.optional(instantSchema),
  /** HTTP status of the last answer, or why there was none: `timeout`, `no-answer`, `redirected`. */
  lastAnswer: z.optional(z.string()),
});
export type PlatformDelivery = z.output<typeof deliverySchema>;

/** For other systems: the city's platform. Tokens by OAuth 2.0 client credentials with a signed client assertion. */
export const platformApi = {
  platformChanges: endpoint({
    id: 'platformChanges',
    method: 'GET',
    path: '/platform/changes',
    summary: '从一个位置往后，发生了什么；不写位置，从上次说收到的往后',
    who: 'platform',
    scope: 'changes:read',
    status: 200,
    query: z.object({
      cursor: z.optional(cursorSchema),
      limit: z.optional(z.string().check(z.regex(/^([1-9]\d{0,2}|1000)$/, '1 到 1000'))),
    }),
    answer: z.object({ items: z.array(platformChangeSchema), next: cursorSchema, more: z.boolean() }),
  }),
  platformAcknowledge: endpoint({
    id: 'platformAcknowledge',
    method: 'PUT',
    path: '/platform/acknowledged',
    summary: '到这个位置都收到了；只往前，不往回',
    who: 'platform',
    scope: 'changes:read',
    status: 200,
    body: z.object({ cursor: cursorSchema }),
    answer: z.object({ cursor: cursorSchema }),
  }),
  platformDeliveries: endpoint({
    id: 'platformDeliveries',
    method: 'GET',
    path: '/platform/deliveries',
    summary: '推送到了没有：每一件一行，新的在前',
    who: 'platform',
    scope: 'changes:read',
    status: 200,
    query: z.object({ state: z.optional(z.enum(DELIVERY_STATES)), cursor: z.optional(cursorSchema) }),
    answer: z.object({ items: z.array(deliverySchema), next: z.nullable(cursorSchema) }),
  }),
  platformRun: endpoint({
    id: 'platformRun',
    method: 'GET',
    path: '/platform/runs/{runId}',
    summary: '一个程序走到哪一步；看过留痕',
    who: 'platform',
    scope: 'runs:read',
    status: 200,
    params: z.object({ runId: idSchema }),
    answer: platformRunSchema,
  }),
  platformReferral: endpoint({
    id: 'platformReferral',
    method: 'GET',
    path: '/platform/referrals/{referralId}',
    summary: '转介过来的一件：谁、哪一样、为什么；本人同意、镇街送出以后才有；看过留痕',
    who: 'platform',
    scope: 'referrals:read',
    status: 200,
    params: z.object({ referralId: idSchema }),
    answer: platformReferralSchema,
  }),
  platformRecordEvent: endpoint({
    id: 'platformRecordEvent',
    method: 'PUT',
    path: '/platform/runs/{runId}/events/{eventId}',
    summary: '替一位工作人员记下一步（确认、不予确认除外，要本人在桌上做）；差什么、依据哪一条，由规则包说',
    who: 'platform',
    scope: 'runs:write',
    status: 201,
    params: z.object({ runId: idSchema, eventId: idSchema }),
    body: z.object({
      /** `sub` of the officer at the staff's sign-in: somebody who has an account here and may do this step. */
      officer: words(200).check(z.minLength(1)),
      event: recordedEventSchema,
    }),
    answer: platformRunSchema,
  }),
} as const;
