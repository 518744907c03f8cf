import * as z from 'zod/mini';
import { civilDateSchema, fenSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { URGENT_KINDS, URGENT_SAFE, URGENT_STATES } from './resident-urgent-api.ts';
import { citationSchema } from './views.ts';
import { workItemSchema } from './work-item.ts';

/** What became of one try. `not-there` is a try at the door. */
export const URGENT_OUTCOMES = ['reached', 'no-answer', 'wrong-number', 'not-there'] as const;
export type UrgentOutcome = (typeof URGENT_OUTCOMES)[number];
export const URGENT_ENDS = ['small-sum', 'temporary', 'application', 'referred', 'told', 'not-reached'] as const;
export type UrgentEnd = (typeof URGENT_ENDS)[number];

export const urgentRowSchema = z.object({
  callId: idSchema,
  workItemId: idSchema,
  number: z.string(),
  /** What it is about in a few words. */
  about: z.string(),
  place: z.string(),
  office: z.string(),
  safe: z.optional(z.enum(URGENT_SAFE)),
  soundSeconds: z.optional(z.number()),
  state: z.enum(URGENT_STATES),
  receivedAt: instantSchema,
  callBackBy: instantSchema,
  /** Minutes until somebody has to have called back; negative: past. */
  minutesLeft: z.number(),
  claimedBy: z.optional(z.object({ staffId: z.string(), name: z.string() })),
});
export type UrgentRow = z.output<typeof urgentRowSchema>;

export const urgentItemSchema = z.object({
  row: urgentRowSchema,
  item: z.optional(workItemSchema),
  kind: z.optional(z.enum(URGENT_KINDS)),
  what: z.optional(z.string()),
  where: z.optional(z.string()),
  position: z.optional(z.object({ latitude: z.number(), longitude: z.number(), accuracy: z.optional(z.number()) })),
  phone: z.optional(z.string()),
  name: z.optional(z.string()),
  sound: z.enum(['none', 'awaited', 'here']),
  tries: z.array(z.object({ tryId: idSchema, at: instantSchema, who: z.string(), outcome: z.enum(URGENT_OUTCOMES), note: z.string() })),
  handedOn: z.optional(z.object({ at: instantSchema, to: z.string(), reason: z.string() })),
  end: z.optional(
    z.object({ how: z.enum(URGENT_ENDS), at: instantSchema, who: z.string(), words: z.string(), runId: z.optional(idSchema) }),
  ),
  claimed: z.boolean(),
  applicationId: z.optional(idSchema),
  /** What a small sum given first rests on: by when, how much, what is not known. */
  smallSum: z.object({
    by: civilDateSchema,
    most: z.optional(fenSchema),
    sentences: z.array(z.object({ sentence: z.string(), clauses: z.array(citationSchema) })),
  }),
  /** What this person may do. */
  may: z.object({ act: z.boolean(), ends: z.array(z.enum(URGENT_ENDS)) }),
  callBack: z.object({ sentence: z.string(), clauses: z.array(citationSchema) }),
});
export type UrgentItem = z.output<typeof urgentItemSchema>;

const byCall = z.object({ callId: idSchema });

export const staffUrgentApi = {
  urgentCalls: endpoint({
    id: 'urgentCalls',
    method: 'GET',
    path: '/staff/api/urgent-calls',
    summary: '没办完的急事：本镇街的；区县值班的看转来的',
    who: 'staff',
    status: 200,
    answer: z.object({ items: z.array(urgentRowSchema), now: instantSchema }),
  }),
  urgentCall: endpoint({
    id: 'urgentCall',
    method: 'GET',
    path: '/staff/api/urgent-calls/{callId}',
    summary: '一件急事；看过留痕',
    who: 'staff',
    status: 200,
    params: byCall,
    answer: urgentItemSchema,
  }),
  urgentSound: endpoint({
    id: 'urgentSound',
    method: 'GET',
    path: '/staff/api/urgent-calls/{callId}/sound',
    summary: '听录音；听过留痕',
    who: 'staff',
    status: 200,
    bytes: true,
    params: byCall,
  }),
  recordUrgentTry: endpoint({
    id: 'recordUrgentTry',
    method: 'PUT',
    path: '/staff/api/urgent-calls/{callId}/tries/{tryId}',
    summary: '打过一次，记下打通没有',
    who: 'staff',
    status: 201,
    params: z.object({ callId: idSchema, tryId: idSchema }),
    body: z.object({ outcome: z.enum(URGENT_OUTCOMES), note: words(500) }),
    answer: urgentItemSchema,
  }),
  endUrgentCall: endpoint({
    id: 'endUrgentCall',
    method: 'PUT',
    path: '/staff/api/urgent-calls/{callId}/end',
    summary: '急事有了结果：先给小额、帮着申请、转出去、说清楚了、一直联系不上',
    who: 'staff',
    status: 200,
    params: byCall,
    body: z.object({
      how: z.enum(URGENT_ENDS),
      /** What was done and said; of a small sum: for whom and why. */
      words: words(1000).check(z.minLength(1, '写明怎么回事')),
      /** Of a small sum: who gets it. */
      name: z.optional(words(30)),
      members: z.optional(z.number().check(z.int(), z.gte(1), z.lte(30))),
    }),
    answer: urgentItemSchema,
  }),
  tieUrgentCall: endpoint({
    id: 'tieUrgentCall',
    method: 'PUT',
    path: '/staff/api/urgent-calls/{callId}/application',
    summary: '这次求助后来成了哪份申请：按回执号，申请日期按求助那天',
    who: 'staff',
    status: 200,
    params: byCall,
    body: z.object({ number: words(40).check(z.minLength(4, '写上回执上的号')) }),
    answer: urgentItemSchema,
  }),
} as const;
