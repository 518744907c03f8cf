import { POSTED_BENEFITS, POSTED_OPINIONS } from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, fenSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { citedSentenceSchema, dueSchema, officeSchema } from './views.ts';
import { namedSchema, receivedVoiceSchema } from './voice-views.ts';

const bySomebody = z.object({ runId: idSchema, eventId: idSchema });
const said = words(2000).check(z.minLength(1, '写一句就行'));

/** What would be paid, in words; amounts in fen a month. */
const proposedSchema = z.object({ title: z.string(), amount: fenSchema });

/** One thing somebody of the household put in, and what came back. */
const saidSchema = z.object({ id: idSchema, at: instantSchema, words: z.string(), recorded: z.boolean() });
const objectionSchema = z.object({ id: idSchema, at: instantSchema, words: z.string(), reply: z.optional(z.string()) });

/** A procedure as the household sees it: where it stands, what is proposed and why, how to be heard, what was decided. Nothing internal. */
export const decisionSchema = z.object({
  runId: idSchema,
  title: z.string(),
  number: z.optional(z.string()),
  openedOn: civilDateSchema,
  ended: z.boolean(),
  office: officeSchema,
  caseId: z.optional(idSchema),
  applicationId: z.optional(idSchema),
  /** Where it stands now, and what comes next. */
  standing: citedSentenceSchema,
  clock: z.optional(z.object({ due: dueSchema, sentence: citedSentenceSchema })),
  opinion: z.optional(
    z.object({ on: civilDateSchema, sentence: citedSentenceSchema, benefits: z.array(proposedSchema), reason: z.optional(z.string()) }),
  ),
  /** Of a cut or a stop: why, as the documents list it. */
  ground: z.optional(citedSentenceSchema),
  notice: z.optional(z.object({ from: civilDateSchema, until: civilDateSchema, sentence: citedSentenceSchema })),
  /** How to be heard, and what was said so far. */
  heard: z.optional(z.object({ possible: z.boolean(), sentence: citedSentenceSchema, said: z.array(saidSchema) })),
  objections: z.object({ possible: z.boolean(), sentence: citedSentenceSchema, own: z.array(objectionSchema) }),
  decision: z.optional(
    z.object({
      kind: openEnum(['confirmed', 'refused', 'unchanged']),
      on: civilDateSchema,
      sentence: citedSentenceSchema,
      reason: z.optional(z.string()),
      letterOn: z.optional(civilDateSchema),
    }),
  ),
  /** How to have it looked at again. */
  remedies: z.array(citedSentenceSchema),
  /** What stays as it is meanwhile. */
  same: citedSentenceSchema,
  /** After a stop: passed on to what else fits, with one tap. */
  transfer: z.optional(z.object({ possible: z.boolean(), consented: z.boolean(), sentence: citedSentenceSchema })),
  steps: z.array(z.object({ title: z.string(), on: civilDateSchema })),
});
export type DecisionView = z.output<typeof decisionSchema>;

/** All that a neighbour may read (YM239-3-2b, MCA57-24), and nothing else. */
export const postingSchema = z.object({
  postingId: idSchema,
  kind: openEnum(['notice', 'publication']),
  applicantName: z.string(),
  members: z.number(),
  amount: fenSchema,
  benefit: openEnum(Object.keys(POSTED_BENEFITS) as [keyof typeof POSTED_BENEFITS, ...(keyof typeof POSTED_BENEFITS)[]]),
  opinion: z.optional(openEnum(Object.keys(POSTED_OPINIONS) as [keyof typeof POSTED_OPINIONS, ...(keyof typeof POSTED_OPINIONS)[]])),
  from: civilDateSchema,
  until: civilDateSchema,
  objectTo: z.object({ office: z.string(), phone: z.nullable(z.string()) }),
  /** As it hangs on the wall. */
  lines: z.array(z.string()),
  /** On whose board it hangs; said to the office only. */
  village: z.optional(z.string()),
  sentence: citedSentenceSchema,
});
export type PostingView = z.output<typeof postingSchema>;

export const residentDecisionApi = {
  decisions: endpoint({
    id: 'decisions',
    method: 'GET',
    path: '/api/decisions',
    summary: '我家正在办、办好的每一件',
    who: 'account',
    status: 200,
    answer: z.array(decisionSchema),
  }),
  decision: endpoint({
    id: 'decision',
    method: 'GET',
    path: '/api/decisions/{runId}',
    summary: '一件走到哪、意见是什么、怎么说话、怎么不服',
    who: 'account',
    status: 200,
    params: z.object({ runId: idSchema }),
    answer: decisionSchema,
  }),
  sayToDecision: endpoint({
    id: 'sayToDecision',
    method: 'PUT',
    path: '/api/decisions/{runId}/heard/{eventId}',
    summary: '决定以前，把想说的说出来',
    who: 'account',
    status: 201,
    params: bySomebody,
    body: z.object({ words: said }),
    answer: decisionSchema,
  }),
  objectToDecision: endpoint({
    id: 'objectToDecision',
    method: 'PUT',
    path: '/api/decisions/{runId}/objections/{eventId}',
    summary: '对意见或公示有不同意见',
    who: 'account',
    status: 201,
    params: bySomebody,
    body: z.object({ words: said }),
    answer: decisionSchema,
  }),
  consentToTransfer: endpoint({
    id: 'consentToTransfer',
    method: 'PUT',
    path: '/api/decisions/{runId}/transfer-consent',
    summary: '同意转到下一类，不用再交材料',
    who: 'account',
    status: 200,
    params: z.object({ runId: idSchema }),
    body: z.object({ eventId: idSchema }),
    answer: decisionSchema,
  }),
  postings: endpoint({
    id: 'postings',
    method: 'GET',
    path: '/api/postings',
    summary: '一个镇街现在挂着的公示、公布',
    who: 'anyone',
    status: 200,
    query: z.object({
      office: z.string().check(z.regex(/^\d{6,12}$/)),
      /** Only those on the board of one village or community. */
      village: z.optional(z.string().check(z.maxLength(50))),
    }),
    answer: z.array(postingSchema),
  }),
  objectToPosting: endpoint({
    id: 'objectToPosting',
    method: 'PUT',
    path: '/api/postings/{postingId}/objections/{objectionId}',
    summary: '对一张公示有不同意见；不问是谁，愿意的可以留名',
    who: 'anyone',
    status: 201,
    params: z.object({ postingId: idSchema, objectionId: idSchema }),
    body: z.object({ words: said, named: z.optional(namedSchema) }),
    answer: receivedVoiceSchema,
  }),
} as const;
