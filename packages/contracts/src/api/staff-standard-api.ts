import * as z from 'zod/mini';
import { civilDateSchema, fenSchema, idSchema, instantSchema } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { citationSchema, citedSentenceSchema } from './views.ts';

/** `raise` goes into the procedure of a raise; `lower` is a review for an officer and lowers nothing; `person`: the engine works nothing out. */
export const STANDARD_OUTCOMES = ['raise', 'same', 'lower', 'person'] as const;
export type StandardOutcome = (typeof STANDARD_OUTCOMES)[number];

/** The steps of a raise that can be taken for many at once, in their order. */
export const STANDARD_STEPS = ['opinion', 'notice-posted', 'confirmed', 'takes-effect'] as const;
export type StandardStep = (typeof STANDARD_STEPS)[number];

const MOST = 50;

export const standardSchema = z.object({
  from: civilDateSchema,
  /** Fen a person a month. */
  urban: fenSchema,
  rural: fenSchema,
  before: z.optional(z.object({ from: civilDateSchema, urban: fenSchema, rural: fenSchema })),
  clauses: z.array(citationSchema),
  /** Not read in the district's own paper. */
  assumed: z.boolean(),
});

export const standardRunSchema = z.object({
  standardRunId: idSchema,
  /** Absent: of all townships of the district. */
  office: z.optional(z.object({ id: z.string(), name: z.string() })),
  standard: standardSchema,
  startedAt: instantSchema,
  startedBy: z.string(),
  /** All cases are worked out. */
  ready: z.boolean(),
  counts: z.record(z.enum(STANDARD_OUTCOMES), z.number()),
  notes: z.array(citedSentenceSchema),
});
export type StandardRunView = z.output<typeof standardRunSchema>;

export const standardProposalSchema = z.object({
  caseId: idSchema,
  office: z.string(),
  registerNumber: z.string(),
  name: z.string(),
  members: z.number(),
  outcome: z.enum(STANDARD_OUTCOMES),
  /** Fen a month, as it was paid when it was worked out, and by the standard. */
  paid: fenSchema,
  amount: z.optional(fenSchema),
  /** Of `person`: why. */
  why: z.optional(z.string()),
  /** The raise or the review that it went into. */
  runId: z.optional(idSchema),
  /** What this person's role may do for it now; absent where nothing. */
  next: z.optional(z.enum(STANDARD_STEPS)),
  /** Where it stands, in words. */
  standing: z.string(),
});
export type StandardProposalView = z.output<typeof standardProposalSchema>;

const byRun = z.object({ standardRunId: idSchema });

/** 新标准: a run over all cases. Nothing of it moves money; a raise goes through its procedure, and nobody's becomes less by it. */
export const staffStandardApi = {
  standards: endpoint({
    id: 'standards',
    method: 'GET',
    path: '/staff/api/standards',
    summary: '现在的低保标准，按它重新算过的名单',
    who: 'staff',
    status: 200,
    answer: z.object({
      inForce: z.optional(standardSchema),
      /** What is not known of it, said. */
      unknown: citedSentenceSchema,
      runs: z.array(standardRunSchema),
      mayStart: z.boolean(),
    }),
  }),
  startStandardRun: endpoint({
    id: 'startStandardRun',
    method: 'PUT',
    path: '/staff/api/standard-runs/{standardRunId}',
    summary: '按新标准把每一户重新算一遍：只算，不动钱；同一个标准只算一遍',
    who: 'staff',
    status: 201,
    params: byRun,
    body: z.object({ standardFrom: civilDateSchema }),
    answer: standardRunSchema,
  }),
  standardRun: endpoint({
    id: 'standardRun',
    method: 'GET',
    path: '/staff/api/standard-runs/{standardRunId}',
    summary: '每一户：现在多少、算出来多少、差多少、走到哪',
    who: 'staff',
    status: 200,
    params: byRun,
    query: z.object({ outcome: z.optional(z.enum(STANDARD_OUTCOMES)), cursor: z.optional(z.string().check(z.maxLength(100))) }),
    answer: z.object({ run: standardRunSchema, items: z.array(standardProposalSchema), next: z.nullable(z.string()) }),
  }),
  stepStandardRun: endpoint({
    id: 'stepStandardRun',
    method: 'POST',
    path: '/staff/api/standard-runs/{standardRunId}/steps',
    summary: '给几户一起记下增发的一步：意见、公示、确认、生效；每户都过规则包，不能过的说差什么',
    who: 'staff',
    status: 200,
    params: byRun,
    body: z.object({
      step: z.enum(STANDARD_STEPS),
      caseIds: z.array(idSchema).check(z.minLength(1, '选几户'), z.maxLength(MOST, '一次最多 50 户')),
    }),
    answer: z.object({
      items: z.array(
        // What is missing, with its clauses, where it is not done.
        z.object({ caseId: idSchema, done: z.boolean(), missing: z.array(z.string()) }),
      ),
    }),
  }),
} as const;
