import { RECIPIENTS } from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, fenSchema, idSchema, instantSchema } from '../scalars.ts';
import { citationSchema, citedSentenceSchema, dueSchema, officeSchema } from './views.ts';

export const RECIPIENT_KINDS_IN_FORCE = Object.keys(RECIPIENTS) as [keyof typeof RECIPIENTS, ...(keyof typeof RECIPIENTS)[]];

/** Where one person stands with authentication, on their own date. There is no state that is about money. */
export const AUTHENTICATION_STATES = ['met', 'soon', 'visit-to-arrange', 'not-invited'] as const;
export const authenticationStandingSchema = z.object({
  state: openEnum(AUTHENTICATION_STATES),
  due: z.optional(civilDateSchema),
  /** What already counted: kind of contact, its day and where, in one sentence, e.g. "9月5日在镇上见过面". */
  counted: z.optional(z.object({ contact: z.string(), on: civilDateSchema, sentence: z.string() })),
  /** A visit that stands arranged. */
  visitId: z.optional(idSchema),
  /** A video or photo that a person is still to look at. */
  toLookAt: z.optional(z.literal(true)),
  sentence: citedSentenceSchema,
});
export type AuthenticationStanding = z.output<typeof authenticationStandingSchema>;

export const benefitInForceSchema = z.object({
  kind: openEnum(RECIPIENT_KINDS_IN_FORCE),
  title: z.string(),
  amount: fenSchema,
  since: civilDateSchema,
  /** Of one member only, where it is not the household's. */
  memberId: z.optional(z.string()),
});
export type BenefitInForce = z.output<typeof benefitInForceSchema>;

export const taperViewSchema = z.object({
  from: civilDateSchema,
  until: civilDateSchema,
  amount: fenSchema,
  sentence: citedSentenceSchema,
});

/** One's own household as the register has it; seen by verified members only. */
export const familyCaseSchema = z.object({
  caseId: idSchema,
  office: officeSchema,
  area: z.optional(openEnum(['urban', 'rural'])),
  benefits: z.array(benefitInForceSchema),
  members: z.array(
    z.object({ memberId: z.string(), name: z.string(), me: z.optional(z.literal(true)), authentication: authenticationStandingSchema }),
  ),
  taper: z.optional(taperViewSchema),
  /** Next review, with the sentence that says what it is. `reviewOpen`: "nothing changed" can be said in one tap. */
  nextReview: z.optional(z.object({ due: dueSchema, reviewOpen: z.boolean(), sentence: citedSentenceSchema })),
});
export type FamilyCase = z.output<typeof familyCaseSchema>;

export const familySchema = z.object({
  cases: z.array(familyCaseSchema),
  /** Why nothing is here, where that is so; and what can be done all the same. */
  notShown: z.optional(openEnum(['not-verified', 'not-in-register'])),
  /** Begin with a person next time, as the account agreed (nothing else is kept). */
  beginWithPerson: z.boolean(),
  /** For everybody, on top: money does not stop for lack of it. */
  assurance: citedSentenceSchema,
});
export type Family = z.output<typeof familySchema>;

/** What happened in a case (一户一条救助链), in order; a closed list, no free words. */
export const CASE_EVENT_KINDS = [
  'registered',
  'register-changed',
  'change-told',
  'change-opinion',
  'change-settled',
  'authentication-counted',
  'visit-arranged',
  'visit-done',
  'contact-change-asked',
  'contact-changed',
  'reminder-sent',
  'consent-to-pass-on',
  'paid',
  'payment-bounced',
  'given-once',
  'case-moved',
] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];
export const caseEventSchema = z.object({
  at: instantSchema,
  kind: openEnum(CASE_EVENT_KINDS),
  sentence: z.string(),
  who: z.string(),
  /** The change notice, authentication or visit it is about. */
  subjectId: z.optional(idSchema),
});

/** 一户一档, as a clerk of its township sees it. */
export const caseFileSchema = z.object({
  caseId: idSchema,
  /** The household's number in the district's register. */
  registerNumber: z.string(),
  office: officeSchema,
  area: openEnum(['urban', 'rural']),
  village: z.optional(z.string()),
  members: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      relation: z.string(),
      maskedNumber: z.optional(z.string()),
      maskedPhone: z.optional(z.string()),
      birthDate: z.optional(civilDateSchema),
      authentication: authenticationStandingSchema,
      /** Has an account of their own that is verified. */
      claimed: z.boolean(),
    }),
  ),
  benefits: z.array(benefitInForceSchema),
  taper: z.optional(taperViewSchema),
  lastReview: z.optional(civilDateSchema),
  nextReview: z.optional(z.object({ due: dueSchema, sentence: citedSentenceSchema })),
  events: z.array(caseEventSchema),
  sources: z.array(citationSchema),
});
export type CaseFile = z.output<typeof caseFileSchema>;

export const caseFileRowSchema = z.object({
  caseId: idSchema,
  registerNumber: z.string(),
  headName: z.string(),
  members: z.number(),
  village: z.optional(z.string()),
  kinds: z.array(openEnum(RECIPIENT_KINDS_IN_FORCE)),
  amount: fenSchema,
  nextReviewDue: z.optional(civilDateSchema),
  nextAuthenticationDue: z.optional(civilDateSchema),
  taperFrom: z.optional(civilDateSchema),
  taperUntil: z.optional(civilDateSchema),
  /** The run of a taper that goes on. */
  taperRunId: z.optional(idSchema),
  /** What was done before its end since it began: visited, heard, asked where else help could come from. */
  taperDone: z.optional(z.object({ visited: z.boolean(), heard: z.boolean(), asked: z.boolean() })),
});

/** 渐退期台账 in figures: how many now, how many end soon and in which month, and what followed those that ended this year. */
export const taperLedgerSchema = z.object({
  households: z.number(),
  members: z.number(),
  /** Ending within thirty days, and how many of them nobody has visited since it began. */
  soon: z.number(),
  soonNotVisited: z.number(),
  /** In order; the last is the sixth from now. */
  months: z.array(z.object({ month: z.string(), households: z.number() })),
  ended: z.object({ raise: z.number(), unchanged: z.number(), cut: z.number(), stop: z.number() }),
  /** The line and what lies above it, a person a month, where the district's standard was found. */
  line: z.optional(z.object({ urban: fenSchema, rural: fenSchema, from: civilDateSchema, clauses: z.array(citationSchema) })),
  clauses: z.array(citationSchema),
});
export type TaperLedger = z.output<typeof taperLedgerSchema>;
