import { EMERGENCIES, RELATIONS, SPENDING_KINDS, VEHICLE_KINDS } from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { civilDateSchema, fenSchema, idSchema, instantSchema, sha256Schema, words } from '../scalars.ts';
import { STATEMENT_IDS } from '../statements/statement.ts';
import { memberSchema } from './member.ts';
import { placeSchema } from './place.ts';
import { prefilledSchema } from './prefilled.ts';

/** Raise it when a stored draft would no longer fit, and add the step that carries the old one forward. */
export const FORM_VERSION = 1;

export const EVIDENCE_KINDS = [
  'identity',
  'household-register',
  'income',
  'property',
  'medical',
  'disability',
  'education',
  'housing',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const EVIDENCE_NAMES: Record<EvidenceKind, string> = {
  identity: '身份证件',
  'household-register': '户口簿',
  income: '收入的单子',
  property: '存款、房子、车子的单子',
  medical: '看病的单子',
  disability: '残疾人证',
  education: '上学交费的单子',
  housing: '住的地方',
  other: '别的',
};

/** What somebody says to one kind of paper. A photo speaks for itself: it is among the photos. */
export const EVIDENCE_WAYS = ['photo', 'cannot-find', 'cannot-get', 'not-me', 'declare'] as const;
export type EvidenceWay = (typeof EVIDENCE_WAYS)[number];
export const EVIDENCE_WAY_NAMES: Record<EvidenceWay, string> = {
  photo: '有，拍照',
  'cannot-find': '现在找不到',
  'cannot-get': '办不到',
  'not-me': '和我家无关',
  declare: '没有单子，我来承诺',
};
/**
 * With `declare`, the words are what the person declares instead of the paper (YM239-1-2b); what they were told and promised stands among
 * the signatures, with version and hash. No answer here stops anybody: no clause lets a missing paper do that.
 */
const evidenceAnswerSchema = z.object({ about: z.enum(EVIDENCE_KINDS), way: z.enum(EVIDENCE_WAYS), words: z.optional(words(500)) });
export type EvidenceAnswer = z.output<typeof evidenceAnswerSchema>;

const photoSchema = z.object({ fileId: idSchema, about: z.enum(EVIDENCE_KINDS), memberId: z.optional(z.string()) });

const assetsSchema = z.object({
  financial: z.optional(fenSchema),
  vehicles: z.optional(
    z
      .array(z.object({ kind: z.enum(VEHICLE_KINDS), presentValue: z.optional(fenSchema), valueEvidence: z.optional(z.boolean()) }))
      .check(z.maxLength(30)),
  ),
  dwellings: z.optional(
    z
      .array(
        z.object({
          squareMetres: z.optional(z.number().check(z.gte(0, '面积不能是负数'), z.lte(100000))),
          dangerous: z.optional(z.boolean()),
        }),
      )
      .check(z.maxLength(30)),
  ),
  businesses: z.optional(z.number().check(z.int(), z.gte(0), z.lte(100))),
});

const spendingSchema = z.object({ kind: z.enum(SPENDING_KINDS), amount: fenSchema, member: z.optional(z.string()) });

/** Somebody outside the household who by law may owe support (MCA57-13). Without a name: they did not apply. */
const supporterSchema = z.object({
  id: z.string().check(z.regex(/^s[1-9]\d{0,2}$/)),
  relation: z.enum(RELATIONS),
  /** Support really paid, a month. */
  pays: z.optional(fenSchema),
  ableToSupport: z.optional(z.boolean()),
  /** Whether they would let the township look them up; only they themselves can agree to it (SAL2026-41). Decides nothing. */
  wouldAgree: z.optional(z.boolean()),
});
export type SupporterForm = z.output<typeof supporterSchema>;

/** One statement as one member stands to it. Other adults stand as `not-yet`, and it is sent all the same. */
export const signatureSchema = z.object({
  statement: z.enum(STATEMENT_IDS),
  version: z.string(),
  /** SHA-256 of exactly the text that was shown, see `statementText`. */
  hash: sha256Schema,
  memberId: z.string(),
  status: z.enum(['given', 'not-yet']),
  at: z.optional(instantSchema),
});
export type Signature = z.output<typeof signatureSchema>;

/** Near relatives among who handles assistance or sits on a village's committee: each such household is looked at (JLP53-5-2b). */
const staffRelativesSchema = z.object({ has: z.boolean(), who: z.optional(words(200)) });

export const PAYOUT_WAYS = ['own-card', 'family-card', 'no-card'] as const;
export type PayoutWay = (typeof PAYOUT_WAYS)[number];
export const PAYOUT_NAMES: Record<PayoutWay, string> = {
  'own-card': '打到我自己的卡',
  'family-card': '打到家里人的卡',
  'no-card': '没有卡，请镇上想办法',
};
/** Where money would go. It decides nothing, and can be told later. */
const payoutSchema = z.object({
  way: z.enum(PAYOUT_WAYS),
  /** Whose card, where it is not the applicant's. */
  memberId: z.optional(z.string()),
  bank: z.optional(words(60)),
  account: z.optional(z.string().check(z.regex(/^\d{8,30}$/, '卡号都是数字，请照着卡再看一下'))),
});

/** For the whole family, or one of them by themselves (单人户); nobody has to choose. It is told to the township and read by no rule. */
const appliesAsSchema = z.union([z.object({ way: z.literal('family') }), z.object({ way: z.literal('single'), memberId: z.string() })]);
export type AppliesAs = z.output<typeof appliesAsSchema>;

/** One application for whatever fits (YMF12-5e, YMF12-21a). Hardly anything is required: who wants to apply can apply (YM239-1-1b). */
export const applicationFormSchema = z.object({
  formVersion: z.literal(FORM_VERSION),
  members: z.array(memberSchema).check(z.minLength(1, '家里有谁？先写上您自己'), z.maxLength(200)),
  /** Where the household lives. */
  residence: z.optional(placeSchema),
  area: z.optional(z.enum(['urban', 'rural'])),
  /** Absent is "not said yet", an empty list is "nobody". */
  supporters: z.optional(z.array(supporterSchema).check(z.maxLength(30))),
  assets: z.optional(assetsSchema),
  spending: z.optional(z.array(spendingSchema).check(z.maxLength(100))),
  emergency: z.optional(
    z.object({
      kind: z.enum(EMERGENCIES),
      startedOn: z.optional(civilDateSchema),
      urgent: z.optional(z.boolean()),
      place: z.optional(placeSchema),
    }),
  ),
  /** What happened, in the person's own words. */
  story: z.optional(words(2000)),
  photos: z.array(photoSchema).check(z.maxLength(60)),
  /** One answer a kind at most; a kind without one was left open. */
  evidence: z.optional(z.array(evidenceAnswerSchema).check(z.maxLength(EVIDENCE_KINDS.length))),
  staffRelatives: z.optional(staffRelativesSchema),
  payout: z.optional(payoutSchema),
  appliesAs: z.optional(appliesAsSchema),
  /** Where values came from that were filled in for the person, and what they say is wrong. */
  prefilled: z.optional(z.array(prefilledSchema).check(z.maxLength(1000))),
  /** Ids of unlikely answers that the person confirmed, with their words if any; see `unlikelyAnswers`. */
  confirmations: z.optional(z.array(z.object({ question: z.string(), answer: z.optional(words(200)) })).check(z.maxLength(20))),
});
export type ApplicationForm = z.output<typeof applicationFormSchema>;
/** What lies in a draft: any part of the form, checked only for size. */
export type DraftForm = Partial<ApplicationForm> & Pick<ApplicationForm, 'formVersion'>;
