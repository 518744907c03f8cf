import * as z from 'zod/mini';
import { civilDateSchema, instantSchema, words } from '../scalars.ts';

/**
 * Where a value came from that the person did not write: their own verified paper, the register, or what they sent earlier. What a
 * cross-check brought is written into nobody's form: it stands beside it and has a dispute of its own.
 */
export const PREFILL_SOURCES = ['identity', 'register', 'earlier-application'] as const;
export type PrefillSource = (typeof PREFILL_SOURCES)[number];
export const PREFILL_SOURCE_NAMES: Record<PrefillSource, string> = {
  identity: '您核过的身份证',
  register: '区里的登记',
  'earlier-application': '您以前交的申请',
};

/** What can be filled in for somebody: nothing that changes from month to month, so no money. */
export const PREFILLED_FIELDS = ['name', 'relation', 'birthDate', 'disability', 'registration'] as const;
export type PrefilledField = (typeof PREFILLED_FIELDS)[number];
export const PREFILLED_FIELD_NAMES: Record<PrefilledField, string> = {
  name: '姓名',
  relation: '是您的谁',
  birthDate: '出生日期',
  disability: '残疾证',
  registration: '户口',
};

/**
 * One value that was filled in. It stands beside the form and not in it: `factsOf` passes nothing of it on, so no rule can read where a value
 * came from or that somebody disputed it. A disputed one is taken out of the form; the person's own words may stand there, or nothing.
 */
export const prefilledSchema = z.object({
  memberId: z.string().check(z.regex(/^m[1-9]\d{0,2}$/)),
  field: z.enum(PREFILLED_FIELDS),
  from: z.enum(PREFILL_SOURCES),
  on: civilDateSchema,
  /** The value as it was filled in, in words: for the clerk, who sees it beside what the person says now. */
  shown: words(200),
  /** When the person said that it is wrong. */
  disputed: z.optional(instantSchema),
});
export type Prefilled = z.output<typeof prefilledSchema>;
