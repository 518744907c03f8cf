import { OUTCOMES } from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, fenSchema, idSchema, instantSchema } from '../scalars.ts';
import { citationSchema, citedSentenceSchema, findingSchema, officeSchema } from './views.ts';

export const OUTCOME_IDS = Object.keys(OUTCOMES) as [keyof typeof OUTCOMES, ...(keyof typeof OUTCOMES)[]];

/** What one thing that changed is likely to do. An estimate: the township decides after a visit. */
export const changeEffectSchema = z.object({
  event: z.string(),
  title: z.string(),
  outcome: openEnum(OUTCOME_IDS),
  possible: z.optional(z.array(openEnum(OUTCOME_IDS))),
  /** More money, or help beside it: shown first and as good news. */
  goodNews: z.boolean(),
  /** Absent where the household is not in the register. */
  amountBefore: z.optional(fenSchema),
  amountAfter: z.optional(fenSchema),
  /** First month that may change, `YYYY-MM`; absent where no document says it. */
  fromMonth: z.optional(z.string()),
  /** Months in which the old amount is paid on, `YYYY-MM`. */
  taperMonths: z.optional(z.array(z.string())),
  sentence: citedSentenceSchema,
  /** How it was worked out, line by line, each with what it rests on where that is a document. */
  working: z.array(z.object({ title: z.string(), text: z.string(), clauses: z.optional(z.array(citationSchema)) })),
  referrals: z.array(z.object({ id: z.string(), title: z.string(), clauses: z.array(citationSchema) })),
  /** Questions whose answer would make the estimate possible. */
  missing: z.array(z.string()),
});
export type ChangeEffect = z.output<typeof changeEffectSchema>;
/** As the server makes it. */
export type EstimatedEffect = z.input<typeof changeEffectSchema>;

export const changePreviewSchema = z.object({
  effects: z.array(changeEffectSchema),
  /** All that changed together, where several were said. */
  together: z.optional(changeEffectSchema),
  /** Always: a person decides, after a visit. */
  decides: citedSentenceSchema,
  /** Where an end is possible: the two years of being looked after (YMF12-5c), and what `passOn` agrees to (YMF12-20c). */
  afterLeaving: z.optional(citedSentenceSchema),
  passOn: z.optional(citedSentenceSchema),
});
export type ChangePreview = z.output<typeof changePreviewSchema>;

export const changeReceiptSchema = z.object({
  changeId: idSchema,
  number: z.string(),
  toldAt: instantSchema,
  toldOn: civilDateSchema,
  office: officeSchema,
  /** Titles of what was told, or "都没变". */
  told: z.array(z.string()),
  by: z.string(),
  /** Earliest day among what changed, and which day after it this was told: day 1 is the day itself. */
  happenedOn: z.optional(civilDateSchema),
  nthDay: z.optional(z.number()),
  /** Said before three months had passed, only where that is so (YM239-4-5c). It never says "in time" or "late". */
  beforeThreeMonths: z.optional(citedSentenceSchema),
  /** What it is good for. */
  goodFor: citedSentenceSchema,
  next: z.array(citedSentenceSchema),
  /** True where the household was not found in the register. */
  notInRegister: z.optional(z.literal(true)),
  firstReplyBy: z.object({ date: civilDateSchema, provisional: z.boolean() }),
  photos: z.number(),
});
export type ChangeReceipt = z.output<typeof changeReceiptSchema>;

/** `opinion`: a first opinion is on record; the township's procedure carries it on. `settled`: touched no money, done. */
export const CHANGE_STATES = ['received', 'opened', 'opinion', 'settled'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];
export const CHANGE_STATE_NAMES: Record<ChangeState, string> = {
  received: '镇上已收到',
  opened: '镇上已打开看',
  opinion: '镇上看过了，还要往下走',
  settled: '办好了',
};

export const changeViewSchema = z.object({
  receipt: changeReceiptSchema,
  state: openEnum(CHANGE_STATES),
  effects: z.array(changeEffectSchema),
  timeline: z.array(z.object({ at: instantSchema, state: openEnum(CHANGE_STATES), sentence: z.string() })),
  holder: z.object({ office: officeSchema, clerk: z.optional(z.string()) }),
  /** The first opinion in words for the resident, once there is one. */
  opinion: z.optional(z.object({ outcome: openEnum(OUTCOME_IDS), sentence: citedSentenceSchema, at: instantSchema })),
  passOn: z.boolean(),
  /** Day on which it was agreed to. */
  passOnSince: z.optional(civilDateSchema),
  /** Where an end is possible: the two years of being looked after (YMF12-5c). */
  afterLeaving: z.optional(citedSentenceSchema),
  /** How it was settled, in words for the resident. */
  settled: z.optional(citedSentenceSchema),
});
export type ChangeView = z.output<typeof changeViewSchema>;

/** Facts before and after, side by side, for a clerk. */
export const besideSchema = z.object({
  assessedOn: civilDateSchema,
  packageVersion: z.string(),
  before: z.array(findingSchema),
  after: z.array(findingSchema),
  /** What differs, one line each. */
  differs: z.array(z.object({ title: z.string(), before: z.string(), after: z.string() })),
});

/** A new phone number or bank account. It takes effect a day later, and the number on record is told. */
export const CONTACT_CHANGE_KINDS = ['phone', 'bank-account'] as const;
export type ContactChangeKind = (typeof CONTACT_CHANGE_KINDS)[number];
export const CONTACT_CHANGE_STATES = ['waiting', 'effective', 'stopped'] as const;
export const contactChangeSchema = z.object({
  contactChangeId: idSchema,
  kind: openEnum(CONTACT_CHANGE_KINDS),
  state: openEnum(CONTACT_CHANGE_STATES),
  /** Last four characters only. */
  maskedNew: z.string(),
  askedAt: instantSchema,
  effectiveAt: instantSchema,
  sentence: citedSentenceSchema,
});
export type ContactChange = z.output<typeof contactChangeSchema>;
