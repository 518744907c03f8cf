import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema } from '../scalars.ts';
import { citedSentenceSchema } from './views.ts';

/** What a helper may do for somebody, each given on its own. Identity, phone and bank account are no verb: they stay with the person. */
export const HELPER_VERBS = ['fill', 'send', 'authenticate', 'notices', 'results'] as const;
export type HelperVerb = (typeof HELPER_VERBS)[number];
export const HELPER_VERB_NAMES: Record<HelperVerb, string> = {
  fill: '填',
  send: '交',
  authenticate: '认证',
  notices: '收通知',
  results: '看结果',
};

export const HELPER_KINDS = ['family', 'neighbour', 'assistant'] as const;
export type HelperKind = (typeof HELPER_KINDS)[number];
export const HELPER_KIND_NAMES: Record<HelperKind, string> = { family: '家里人', neighbour: '邻居、朋友', assistant: '村社的人' };

/** `invited`: not taken up yet. `frozen`: the person said that they did not agree to something. */
export const HELPER_STATES = ['invited', 'active', 'frozen', 'stopped', 'over'] as const;
export type HelperState = (typeof HELPER_STATES)[number];

/** Somebody who helps me. */
export const helperGrantSchema = z.object({
  grantId: idSchema,
  name: z.string(),
  kind: openEnum(HELPER_KINDS),
  verbs: z.array(openEnum(HELPER_VERBS)),
  from: civilDateSchema,
  until: civilDateSchema,
  state: openEnum(HELPER_STATES),
  /** What this helper did, newest first. */
  acts: z.array(
    z.object({ actId: z.string(), at: instantSchema, words: z.string(), verb: openEnum(HELPER_VERBS), notAgreed: z.boolean() }),
  ),
  sentence: citedSentenceSchema,
});
export type HelperGrant = z.output<typeof helperGrantSchema>;

/** Somebody whom I help. */
export const helpedPersonSchema = z.object({
  grantId: idSchema,
  name: z.string(),
  verbs: z.array(openEnum(HELPER_VERBS)),
  until: civilDateSchema,
  state: openEnum(HELPER_STATES),
  /** Begun by me for somebody who has no account here yet. */
  begunByMe: z.boolean(),
  drafts: z.number(),
  applications: z.number(),
});
export type HelpedPerson = z.output<typeof helpedPersonSchema>;
