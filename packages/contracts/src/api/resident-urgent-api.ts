import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { divisionCodeSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { citedSentenceSchema, officeSchema } from './views.ts';

/** What happened, for who would rather tap than speak. */
export const URGENT_KINDS = ['illness', 'no-food-or-shelter', 'disaster', 'other'] as const;
export type UrgentKind = (typeof URGENT_KINDS)[number];
export const URGENT_SAFE = ['yes', 'no', 'unsure'] as const;
export const MOST_SOUND_SECONDS = 60;
export const MOST_SOUND_BYTES = 2 * 1024 * 1024;

/** Made by the phone from 16 random bytes or more, base64url. Who has it may see what became of the call; the number opens nothing. */
const secretSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,86}$/));

/** A call for help. Nobody is signed in; all that is asked for may be left out but where it goes and what it is about. */
export const urgentCallSchema = z.object({
  secret: secretSchema,
  /** Random, of this phone: for counting only. */
  device: secretSchema,
  /** Township (or village in it) where the person is. */
  divisionCode: divisionCodeSchema,
  /** Where exactly, in their own words. */
  where: z.optional(words(200)),
  position: z.optional(
    z.object({
      latitude: z.number().check(z.gte(-90), z.lte(90)),
      longitude: z.number().check(z.gte(-180), z.lte(180)),
      /** Metres, as the phone says. */
      accuracy: z.optional(z.number().check(z.gte(0))),
    }),
  ),
  kind: z.optional(z.enum(URGENT_KINDS)),
  what: z.optional(words(1000)),
  /** A sound of so many seconds follows. */
  soundSeconds: z.optional(z.number().check(z.int(), z.gte(1), z.lte(MOST_SOUND_SECONDS))),
  safe: z.optional(z.enum(URGENT_SAFE)),
  /** To call back. */
  phone: z.optional(z.string().check(z.regex(/^\+?\d[\d -]{3,18}\d$/, '这个号码再看一下'))),
  name: z.optional(words(30)),
});
export type UrgentCall = z.output<typeof urgentCallSchema>;

/** Whom a call from a township reaches, and who answers now. */
export const urgentWhomSchema = z.object({
  live: z.boolean(),
  /** What is known of the office; no number is invented. */
  office: z.optional(officeSchema),
  /** Outside of office hours: who answers then, or that nobody found out. */
  now: z.nullable(citedSentenceSchema),
  duty: z.object({ name: z.string(), phone: z.optional(z.string()) }),
  /** What happens with a call, in order. */
  next: z.array(citedSentenceSchema),
});
export type UrgentWhom = z.output<typeof urgentWhomSchema>;

export const URGENT_STATES = ['waiting', 'handed-on', 'reached', 'ended'] as const;
export const urgentViewSchema = z.object({
  callId: idSchema,
  /** For speaking; it opens nothing. */
  number: z.string(),
  receivedAt: instantSchema,
  /** By when somebody calls back. */
  callBackBy: instantSchema,
  state: openEnum(URGENT_STATES),
  /** How it stands, in words. */
  sentence: citedSentenceSchema,
  office: officeSchema,
  sound: openEnum(['none', 'awaited', 'here']),
  /** Every try to reach the person, dated. */
  tries: z.array(z.object({ at: instantSchema, words: z.string() })),
  now: z.nullable(citedSentenceSchema),
  duty: z.object({ name: z.string(), phone: z.optional(z.string()) }),
  next: z.array(citedSentenceSchema),
  /** It stands on somebody's verified account. */
  claimed: z.boolean(),
  /** It became this application, with its date kept. */
  applicationId: z.optional(idSchema),
});
export type UrgentView = z.output<typeof urgentViewSchema>;

const byCall = z.object({ callId: idSchema });
const withSecret = z.object({ secret: secretSchema });

export const residentUrgentApi = {
  urgentWhom: endpoint({
    id: 'urgentWhom',
    method: 'GET',
    path: '/api/urgent-offices/{township}',
    summary: '在这里求助，送到谁、现在谁接（不限次数）',
    who: 'anyone',
    status: 200,
    params: z.object({ township: z.string().check(z.regex(/^\d{9}$/)) }),
    answer: urgentWhomSchema,
  }),
  sendUrgentCall: endpoint({
    id: 'sendUrgentCall',
    method: 'PUT',
    path: '/api/urgent-calls/{callId}',
    summary: '急事求助，不用登录；同一个编号永远是同一件',
    who: 'anyone',
    status: 201,
    params: byCall,
    body: urgentCallSchema,
    answer: urgentViewSchema,
  }),
  sendUrgentSound: endpoint({
    id: 'sendUrgentSound',
    method: 'POST',
    path: '/api/urgent-calls/{callId}/sound',
    summary: '求助的录音，最多 60 秒；按内容认，不看后缀',
    who: 'anyone',
    status: 201,
    multipart: true,
    mostBytes: MOST_SOUND_BYTES,
    params: byCall,
    body: withSecret,
    answer: urgentViewSchema,
  }),
  urgentStatus: endpoint({
    id: 'urgentStatus',
    method: 'POST',
    path: '/api/urgent-calls/{callId}/status',
    summary: '求助到哪一步了；只有送出的手机看得到',
    who: 'anyone',
    status: 200,
    params: byCall,
    body: withSecret,
    answer: urgentViewSchema,
  }),
  claimUrgentCall: endpoint({
    id: 'claimUrgentCall',
    method: 'PUT',
    path: '/api/urgent-calls/{callId}/claim',
    summary: '核过身份以后，把求助认到自己名下',
    who: 'account',
    status: 200,
    params: byCall,
    body: withSecret,
    answer: urgentViewSchema,
  }),
  ownUrgentCalls: endpoint({
    id: 'ownUrgentCalls',
    method: 'GET',
    path: '/api/urgent-calls',
    summary: '认到自己名下的求助',
    who: 'account',
    status: 200,
    answer: z.array(urgentViewSchema),
  }),
  urgentBecomesApplication: endpoint({
    id: 'urgentBecomesApplication',
    method: 'PUT',
    path: '/api/urgent-calls/{callId}/application',
    summary: '求助成为申请，日子按求助那天',
    who: 'account',
    status: 200,
    params: byCall,
    body: z.object({ applicationId: idSchema }),
    answer: urgentViewSchema,
  }),
} as const;
