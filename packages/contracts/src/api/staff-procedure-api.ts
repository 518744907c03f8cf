import { EVENTS, ROLE_NAMES } from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, fenSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { RECIPIENT_KINDS_IN_FORCE } from './case-views.ts';
import { endpoint } from './endpoint.ts';
import { postingSchema } from './resident-decision-api.ts';
import { citationSchema, dueSchema } from './views.ts';
import { workItemSchema } from './work-item.ts';

export const EVENT_KINDS = Object.keys(EVENTS) as [keyof typeof EVENTS, ...(keyof typeof EVENTS)[]];
export const PROCEDURE_ROLES = Object.keys(ROLE_NAMES) as [keyof typeof ROLE_NAMES, ...(keyof typeof ROLE_NAMES)[]];

/** What is proposed to be paid, benefit by benefit; an empty list is "nothing". Amounts in fen a month. */
export const proposalSchema = z.object({
  benefits: z
    .array(z.object({ kind: z.enum(RECIPIENT_KINDS_IN_FORCE), amount: fenSchema, memberId: z.optional(z.string().check(z.maxLength(8))) }))
    .check(z.maxLength(20)),
});
export type Proposal = z.output<typeof proposalSchema>;

/** Fields an event can carry; which of them a step wants is said by the policy package. */
export const EVENT_FIELDS = [
  'reason',
  'clauses',
  'remedies',
  'ground',
  'visit',
  'objection',
  'extension',
  'looked',
  'survey',
  'conclusion',
  'periodFrom',
  'proposal',
  'amount',
] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

export const recordedEventSchema = z.object({
  kind: z.enum(EVENT_KINDS),
  /** Day it took place; today where it is absent. A visit may be entered later than it took place. */
  on: z.optional(civilDateSchema),
  reason: z.optional(words(2000)),
  clauses: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
  /** The letter says where and by when to ask for reconsideration or go to court. */
  remedies: z.optional(z.literal(true)),
  ground: z.optional(z.string().check(z.maxLength(60))),
  visit: z.optional(
    z.object({
      /** Names of who went; the one who writes is among them. */
      visitors: z.array(words(30).check(z.minLength(1))).check(z.minLength(1, '谁去的？'), z.maxLength(6)),
      way: z.enum(['at-home', 'entrusted', 'phone', 'video']),
      livesElsewhere: z.optional(z.boolean()),
      /** Somebody of the household signed the record too. */
      signedByHousehold: z.optional(words(30)),
    }),
  ),
  /** Of an answer: the event id of the objection it answers. */
  objection: z.optional(idSchema),
  /** Of a longer time: for which of the clause's reasons. */
  extension: z.optional(z.string().check(z.maxLength(60))),
  looked: z.optional(z.array(z.enum(['work', 'health', 'living'])).check(z.maxLength(3))),
  /** Of a visit: the survey report, point by point, where the district asks for one. */
  survey: z.optional(
    z.array(z.object({ about: z.string().check(z.maxLength(20)), words: words(500).check(z.minLength(1)) })).check(z.maxLength(20)),
  ),
  conclusion: z.optional(z.string().check(z.maxLength(60))),
  periodFrom: z.optional(civilDateSchema),
  proposal: z.optional(proposalSchema),
  /** Of a small sum given first: fen, once. */
  amount: z.optional(fenSchema),
});
export type RecordedEvent = z.output<typeof recordedEventSchema>;

export const missingSchema = z.object({ sentence: z.string(), clauses: z.array(citationSchema) });

export const procedureStepSchema = z.object({
  kind: z.enum(EVENT_KINDS),
  title: z.string(),
  by: z.array(z.enum(PROCEDURE_ROLES)),
  /** This person's role may record it. */
  mine: z.boolean(),
  /** Nothing stands in the way but what the event itself has to carry. */
  possible: z.boolean(),
  done: z.number(),
  missing: z.array(missingSchema),
  /** What to fill in, and what may be chosen where the policy package closes the list. */
  asks: z.array(z.object({ field: z.enum(EVENT_FIELDS), among: z.optional(z.array(z.object({ id: z.string(), title: z.string() }))) })),
  clauses: z.array(citationSchema),
  leftToOfficer: z.optional(z.string()),
});
export type ProcedureStep = z.output<typeof procedureStepSchema>;

/** By whose rules an application is handled: one form asks for whatever fits. */
export const APPLIED_AS = ['application', 'application/destitute', 'application/rigid-expenditure'] as const;

export const runSchema = z.object({
  runId: idSchema,
  procedure: z.string(),
  title: z.string(),
  district: z.string(),
  office: z.object({ id: z.string(), name: z.string() }),
  number: z.optional(z.string()),
  name: z.string(),
  members: z.number(),
  applicationId: z.optional(idSchema),
  caseId: z.optional(idSchema),
  changeId: z.optional(idSchema),
  /** The urgent call it began with. */
  urgentCallId: z.optional(idSchema),
  openedOn: civilDateSchema,
  ended: z.boolean(),
  events: z.array(
    z.object({
      eventId: idSchema,
      title: z.string(),
      at: instantSchema,
      who: z.string(),
      event: recordedEventSchema,
      on: civilDateSchema,
      role: z.enum(PROCEDURE_ROLES),
      /** Of a decision: the name of who took it. */
      decidedBy: z.optional(z.string()),
    }),
  ),
  steps: z.array(procedureStepSchema),
  clocks: z.array(z.object({ id: z.string(), title: z.string(), due: dueSchema, left: z.number(), clauses: z.array(citationSchema) })),
  /** What is paid now, and what the last opinion proposes. */
  paid: z.optional(proposalSchema),
  proposed: z.optional(proposalSchema),
  item: z.optional(workItemSchema),
  /** What the household said in the app; `recorded` once it stands on record as heard, under the same id. */
  statements: z.optional(z.array(z.object({ id: idSchema, at: instantSchema, words: z.string(), recorded: z.boolean() }))),
  /** What hangs or hung of it, and whether an officer holds it back. */
  postings: z.optional(z.array(postingSchema)),
  heldBack: z.optional(z.object({ at: instantSchema, reason: z.string() })),
  /** Of an application: by whose rules it may still be handled instead. Absent once an opinion is on record. */
  mayHandleAs: z.optional(z.array(z.object({ procedure: openEnum(APPLIED_AS), title: z.string() }))),
  notes: z.array(z.string()),
});
export type RunView = z.output<typeof runSchema>;

export const runRowSchema = z.object({
  runId: idSchema,
  procedure: z.string(),
  title: z.string(),
  name: z.string(),
  number: z.optional(z.string()),
  office: z.string(),
  last: z.object({ title: z.string(), on: civilDateSchema }),
  due: z.optional(dueSchema),
  ended: z.boolean(),
});

/** Somebody who receives nothing and is looked after all the same. */
export const watchedRowSchema = z.object({
  runId: idSchema,
  why: z.enum(['left', 'refused', 'at-risk', 'complex']),
  title: z.string(),
  name: z.string(),
  members: z.number(),
  number: z.optional(z.string()),
  since: civilDateSchema,
  /** Absent where no document says for how long: it ends by an officer with the reason, or by the meeting. */
  until: z.optional(civilDateSchema),
  /** Of a difficult case: the meeting that is to be held. */
  meetingId: z.optional(idSchema),
  clauses: z.array(citationSchema),
});

/** Procedures a clerk may open by hand on a case; an application's opens by its acceptance. */
export const OPENED_BY_HAND = ['review', 'raise', 'cut', 'stop', 'taper', 'after-death', 'alert'] as const;

/** Every procedure of the documents runs through these: what may be recorded is said by the policy package alone. */
export const staffProcedureApi = {
  run: endpoint({
    id: 'run',
    method: 'GET',
    path: '/staff/api/runs/{runId}',
    summary: '一个程序走到哪、下一步能做什么、还差什么',
    who: 'staff',
    status: 200,
    params: z.object({ runId: idSchema }),
    answer: runSchema,
  }),
  runOfApplication: endpoint({
    id: 'runOfApplication',
    method: 'GET',
    path: '/staff/api/applications/{applicationId}/run',
    summary: '受理以后这件申请的程序',
    who: 'staff',
    status: 200,
    params: z.object({ applicationId: idSchema }),
    answer: runSchema,
  }),
  runs: endpoint({
    id: 'runs',
    method: 'GET',
    path: '/staff/api/runs',
    summary: '还在走的程序；区里看报来的',
    who: 'staff',
    status: 200,
    query: z.object({
      cursor: z.optional(z.string()),
      procedure: z.optional(z.string().check(z.maxLength(40))),
      caseId: z.optional(idSchema),
      ended: z.optional(z.enum(['yes', 'no'])),
      waitingFor: z.optional(z.enum(['me'])),
    }),
    answer: z.object({ items: z.array(runRowSchema), next: z.nullable(z.string()) }),
  }),
  openRun: endpoint({
    id: 'openRun',
    method: 'PUT',
    path: '/staff/api/runs/{runId}',
    summary: '在一户上开始一个程序',
    who: 'staff',
    status: 201,
    params: z.object({ runId: idSchema }),
    body: z.object({
      procedure: z.enum(OPENED_BY_HAND),
      caseId: idSchema,
      changeId: z.optional(idSchema),
      periodFrom: z.optional(civilDateSchema),
      reason: z.optional(words(500)),
    }),
    answer: runSchema,
  }),
  handleAs: endpoint({
    id: 'handleAs',
    method: 'PUT',
    path: '/staff/api/runs/{runId}/handled-as',
    summary: '受理了的申请按哪一种规定办：低保、特困、刚性支出；提意见以前可以改',
    who: 'staff',
    status: 200,
    params: z.object({ runId: idSchema }),
    body: z.object({ procedure: z.enum(APPLIED_AS) }),
    answer: runSchema,
  }),
  openForElsewhere: endpoint({
    id: 'openForElsewhere',
    method: 'PUT',
    path: '/staff/api/elsewhere-checks/{runId}',
    summary: '记下别的省来请求核对的一件：谁、谁来问、问哪几样',
    who: 'staff',
    status: 201,
    params: z.object({ runId: idSchema }),
    body: z.object({
      name: words(50).check(z.minLength(1, '问的是谁？')),
      reason: words(1000).check(z.minLength(1, '谁来问、问哪几样？')),
    }),
    answer: runSchema,
  }),
  recordEvent: endpoint({
    id: 'recordEvent',
    method: 'PUT',
    path: '/staff/api/runs/{runId}/events/{eventId}',
    summary: '记下一步；差什么、依据哪一条，由规则包说',
    who: 'staff',
    status: 201,
    params: z.object({ runId: idSchema, eventId: idSchema }),
    body: recordedEventSchema,
    answer: runSchema,
  }),
  holdPostingBack: endpoint({
    id: 'holdPostingBack',
    method: 'PUT',
    path: '/staff/api/runs/{runId}/posting-hold',
    summary: '张贴会伤到这一家：写明理由，不张贴；挂着的公示不能提前取下',
    who: 'staff',
    status: 200,
    params: z.object({ runId: idSchema }),
    body: z.object({ reason: words(500).check(z.minLength(1, '写明为什么不张贴')) }),
    answer: runSchema,
  }),
  liftPostingHold: endpoint({
    id: 'liftPostingHold',
    method: 'PUT',
    path: '/staff/api/runs/{runId}/posting-hold/lifted/{liftId}',
    summary: '原来不张贴的，现在可以挂了：写明理由，从今天挂起，公示的 7 天从今天算',
    who: 'staff',
    status: 200,
    params: z.object({ runId: idSchema, liftId: idSchema }),
    body: z.object({ reason: words(500).check(z.minLength(1, '写明为什么可以挂了')) }),
    answer: runSchema,
  }),
  watched: endpoint({
    id: 'watched',
    method: 'GET',
    path: '/staff/api/watched',
    summary: '监测名单：退出两年内的、没有确认的、风险高的、等会议的',
    who: 'staff',
    status: 200,
    query: z.object({ cursor: z.optional(z.string()) }),
    answer: z.object({ items: z.array(watchedRowSchema), next: z.nullable(z.string()) }),
  }),
} as const;
