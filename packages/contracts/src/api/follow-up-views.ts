import { ALERT_INDICATORS, type AlertIndicator, CHECK_ITEMS, type CheckItem } from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema } from '../scalars.ts';
import { decisionSchema } from './resident-decision-api.ts';
import { citationSchema, citedSentenceSchema, dueSchema, officeSchema } from './views.ts';

/** `asked`: the person was asked whether they want it. `agreed`: they said yes. The last three are ends. */
export const REFERRAL_STATES = ['asked', 'agreed', 'sent', 'granted', 'not-fitting', 'not-wanted'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];
export const REFERRAL_ENDS = ['granted', 'not-fitting', 'not-wanted'] as const;
/** `followed`: asked after, still under way. */
export const REFERRAL_STEPS = [...REFERRAL_STATES, 'followed'] as const;

export const referralTargetSchema = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  handledBy: z.string(),
  clauses: z.array(citationSchema),
});
export type ReferralTarget = z.output<typeof referralTargetSchema>;

const referralStepSchema = z.object({
  kind: openEnum(REFERRAL_STEPS),
  on: civilDateSchema,
  words: z.optional(z.string()),
});

export const referralSchema = z.object({
  referralId: idSchema,
  target: referralTargetSchema,
  name: z.string(),
  number: z.optional(z.string()),
  state: openEnum(REFERRAL_STATES),
  why: z.string(),
  proposedOn: civilDateSchema,
  consent: z.optional(z.object({ on: civilDateSchema, how: z.enum(['app', 'spoken']) })),
  sentOn: z.optional(civilDateSchema),
  due: dueSchema,
  cameBack: z.number(),
  endedOn: z.optional(civilDateSchema),
  steps: z.array(referralStepSchema),
  runId: z.optional(idSchema),
});
export type ReferralView = z.output<typeof referralSchema>;

/** A referral as the person sees it. */
export const ownReferralSchema = z.object({
  referralId: idSchema,
  target: referralTargetSchema,
  name: z.string(),
  state: openEnum(REFERRAL_STATES),
  why: z.string(),
  office: officeSchema,
  /** Where it stands, and what comes next. */
  standing: citedSentenceSchema,
  due: z.optional(dueSchema),
  steps: z.array(referralStepSchema),
});
export type OwnReferral = z.output<typeof ownReferralSchema>;

export const CHAIN_KINDS = ['benefit', 'referral', 'event'] as const;
/** All help of one household on one line, the newest first: what it has, where it was referred to and how that stands, what happened. */
export const familyChainSchema = z.object({
  links: z.array(
    z.object({
      on: civilDateSchema,
      kind: openEnum(CHAIN_KINDS),
      title: z.string(),
      /** How it stands, or by whom it is handled. */
      words: z.optional(z.string()),
    }),
  ),
  sentence: citedSentenceSchema,
});
export type FamilyChain = z.output<typeof familyChainSchema>;

export const CHECK_ITEM_IDS = CHECK_ITEMS.map((one) => one.id) as [CheckItem, ...CheckItem[]];
export const CHECK_QUESTION_STATES = ['waiting', 'answered', 'silent', 'not-asked'] as const;
/** Why nothing was asked. */
export const CHECK_NOT_ASKED = ['no-number', 'withdrawn', 'ended'] as const;

export const checkDisputeSchema = z.object({
  disputeId: idSchema,
  at: instantSchema,
  words: z.string(),
  answer: z.optional(z.object({ at: instantSchema, words: z.string() })),
});

/** What one source was asked about one person, and what came. */
export const checkQuestionSchema = z.object({
  questionId: idSchema,
  memberId: z.string(),
  item: z.object({ id: openEnum(CHECK_ITEM_IDS), title: z.string() }),
  source: z.string(),
  state: openEnum(CHECK_QUESTION_STATES),
  why: z.optional(openEnum(CHECK_NOT_ASKED)),
  askedOn: z.optional(civilDateSchema),
  /** `lines` is empty where the source has nothing on record. */
  answer: z.optional(z.object({ on: civilDateSchema, lines: z.array(z.string()) })),
  /** Another source answered otherwise about the same. */
  contradicts: z.optional(z.literal(true)),
  disputes: z.array(checkDisputeSchema),
});
export type CheckQuestionView = z.output<typeof checkQuestionSchema>;

export const checkSchema = z.object({
  checkId: idSchema,
  askedOn: civilDateSchema,
  ended: z.optional(z.object({ how: z.enum(['answered', 'officer']), on: civilDateSchema })),
  people: z.array(
    z.object({ memberId: z.string(), name: z.string(), authorisedOn: z.optional(civilDateSchema), child: z.optional(z.literal(true)) }),
  ),
  questions: z.array(checkQuestionSchema),
});
export type CheckView = z.output<typeof checkSchema>;

/** A check as the person sees it: only what was asked about themselves, or about a child of theirs. */
export const ownCheckSchema = z.object({
  checkId: idSchema,
  title: z.string(),
  askedOn: civilDateSchema,
  office: officeSchema,
  ended: z.optional(z.object({ on: civilDateSchema })),
  standing: citedSentenceSchema,
  signedOn: civilDateSchema,
  questions: z.array(checkQuestionSchema),
  /** Whether the signature still stands and can be taken back. */
  withdrawable: z.boolean(),
});
export type OwnCheck = z.output<typeof ownCheckSchema>;

export const ALERT_INDICATOR_IDS = Object.keys(ALERT_INDICATORS) as [AlertIndicator, ...AlertIndicator[]];
export const alertViewSchema = z.object({
  alertId: idSchema,
  source: z.string(),
  indicator: z.object({ id: z.enum(ALERT_INDICATOR_IDS), title: z.string(), clauses: z.array(citationSchema) }),
  seenOn: civilDateSchema,
  receivedAt: instantSchema,
  name: z.string(),
  maskedNumber: z.optional(z.string()),
  phone: z.optional(z.string()),
  village: z.optional(z.string()),
  words: z.string(),
  inRegister: z.boolean(),
});
export type AlertView = z.output<typeof alertViewSchema>;

export const meetingSchema = z.object({
  meetingId: idSchema,
  runId: idSchema,
  name: z.string(),
  askedOn: civilDateSchema,
  why: z.string(),
  held: z.optional(z.object({ on: civilDateSchema, who: z.array(z.string()), decision: z.string() })),
});
export type MeetingView = z.output<typeof meetingSchema>;

/** What stands beside a procedure and belongs to it. */
export const runBesideSchema = z.object({
  alerts: z.array(alertViewSchema),
  checks: z.array(checkSchema),
  referrals: z.array(referralSchema),
  meetings: z.array(meetingSchema),
  watched: z.optional(z.object({ since: civilDateSchema, endedOn: z.optional(civilDateSchema), why: z.optional(z.string()) })),
  /** Procedures that followed from this one. */
  followed: z.array(z.object({ runId: idSchema, title: z.string(), ended: z.boolean() })),
  /** What this household could be referred to; `suggested` where the stored assessment found it. */
  targets: z.array(z.extend(referralTargetSchema, { suggested: z.boolean() })),
  /** Members whose signature for a cross-check is missing. */
  unsigned: z.array(z.object({ memberId: z.string(), name: z.string() })),
  /** The procedure as its household sees it on the phone, without what one of them said; absent where they see nothing of it. */
  shown: z.optional(decisionSchema),
});
export type RunBeside = z.output<typeof runBesideSchema>;
