import * as z from 'zod/mini';
import { EVIDENCE_KINDS } from '../form/application-form.ts';
import { type OrNotKnown, openEnum } from '../open-enum.ts';
import { civilDateSchema, divisionCodeSchema, idSchema, instantSchema } from '../scalars.ts';

/** A clause, an article or a declared assumption of ours, as it is shown: `label` is document and place, `gist` our own words. */
export const citationSchema = z.object({ id: z.string(), label: z.string(), gist: z.string() });
export type CitationView = z.output<typeof citationSchema>;

/** A sentence of a result never goes without where it comes from. An empty list is not allowed; our own promises cite an assumption. */
export const citedSentenceSchema = z.object({ sentence: z.string(), clauses: z.array(citationSchema).check(z.minLength(1)) });
export type CitedSentence = z.output<typeof citedSentenceSchema>;

/** An office that takes cases. A phone that nobody found in a source is absent, and the page says so. */
export const officeSchema = z.object({
  id: z.string(),
  name: z.string(),
  divisionCode: divisionCodeSchema,
  district: z.string(),
  live: z.boolean(),
  phone: z.optional(z.string()),
  address: z.optional(z.string()),
  hours: z.optional(z.string()),
  /** Invented for development; shown as such. */
  sample: z.optional(z.boolean()),
});
export type OfficeView = z.output<typeof officeSchema>;

/** A calendar day by which something happens. `provisional` (暂定): the official calendar of that year is not out yet. */
export const dueSchema = z.object({ date: civilDateSchema, provisional: z.boolean() });

export const APPLICATION_STATES = ['received', 'opened', 'correction-asked', 'correction-answered', 'accepted'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];
export const APPLICATION_STATE_NAMES: Record<ApplicationState, string> = {
  received: '镇上已收到',
  opened: '镇上已打开看',
  'correction-asked': '请您补几样',
  'correction-answered': '您补的已收到',
  accepted: '镇上收下了（受理）',
};

export const submissionReceiptSchema = z.object({
  applicationId: idSchema,
  /** For speaking: township, six-digit day, running number, check letter. It opens nothing. */
  number: z.string(),
  receivedAt: instantSchema,
  receivedOn: civilDateSchema,
  office: officeSchema,
  /** Why that office. */
  routing: citedSentenceSchema,
  firstReplyBy: dueSchema,
  /** What happens next, in order. */
  next: z.array(citedSentenceSchema),
  members: z.number(),
  photos: z.number(),
  /** Other adults whose consent is still to come, by name. */
  notYetSigned: z.array(z.string()),
});
export type SubmissionReceipt = z.output<typeof submissionReceiptSchema>;

/** What an item of a correction is about; `path` points into the form where it is about one field. */
export const correctionItemSchema = z.object({
  id: z.string(),
  title: z.string(),
  reason: z.string(),
  evidence: z.optional(openEnum(EVIDENCE_KINDS)),
  memberId: z.optional(z.string()),
});
export const CORRECTION_ANSWERS = ['photo', 'words', 'cannot-find', 'cannot-get', 'not-me'] as const;
export const correctionAnswerItemSchema = z.object({
  itemId: z.string(),
  answer: z.enum(CORRECTION_ANSWERS),
  words: z.optional(z.string().check(z.maxLength(500, '最多写 500 个字'))),
  fileIds: z.optional(z.array(idSchema).check(z.maxLength(10))),
});
export type CorrectionAnswerItem = z.output<typeof correctionAnswerItemSchema>;
export const correctionSchema = z.object({
  id: idSchema,
  askedAt: instantSchema,
  items: z.array(correctionItemSchema),
  answers: z.optional(z.array(z.extend(correctionAnswerItemSchema, { answer: openEnum(CORRECTION_ANSWERS) }))),
  answeredAt: z.optional(instantSchema),
});
export type CorrectionView = z.output<typeof correctionSchema>;

export const timelineEntrySchema = z.object({ at: instantSchema, state: openEnum(APPLICATION_STATES), sentence: z.string() });

/** Runs from acceptance; before it there is none, and no last day is shown. */
export const decisionClockSchema = z.object({
  acceptedOn: civilDateSchema,
  due: dueSchema,
  workingDays: z.number(),
  used: z.number(),
  clauses: z.array(citationSchema).check(z.minLength(1)),
});

/** Ways by which somebody is told what happens; `inbox` is there for everybody. */
export const TOLD_WAYS = ['inbox', 'wechat', 'text'] as const;

export const applicationViewSchema = z.object({
  receipt: submissionReceiptSchema,
  state: openEnum(APPLICATION_STATES),
  timeline: z.array(timelineEntrySchema),
  /** The way from acceptance on: what is done with its day, in the order it was done, then what is to come. */
  stages: z.optional(z.array(z.extend(citedSentenceSchema, { on: z.optional(civilDateSchema) }))),
  /** Who has it now: the office, and the post once a clerk has it. No clerk's private data. */
  holder: z.object({ office: officeSchema, clerk: z.optional(z.string()) }),
  clock: z.nullable(decisionClockSchema),
  corrections: z.array(correctionSchema),
  /** Working days since it was received on which it waited for the person's answer. The day of the application stays what it is. */
  waited: z.optional(z.number()),
  /** Day of the urgent call it began with: the date that counts as asked. */
  askedOn: z.optional(civilDateSchema),
  /** Who is told what happens to it, and how: the applicant, and helpers whom they let have the notices. Only where one is read. */
  told: z.optional(z.array(z.object({ helper: z.optional(z.string()), ways: z.array(openEnum(TOLD_WAYS)) }))),
  /** Photos that belong to it: arrived, and from when on somebody at the township has looked at them. */
  photos: z.optional(
    z.array(
      z.object({
        fileId: idSchema,
        about: openEnum(EVIDENCE_KINDS),
        receivedAt: instantSchema,
        openedAt: z.optional(instantSchema),
      }),
    ),
  ),
});
export type ApplicationView = z.output<typeof applicationViewSchema>;

export const fileViewSchema = z.object({
  fileId: idSchema,
  bytes: z.number(),
  mediaType: openEnum(['image/jpeg', 'image/png', 'image/webp']),
  receivedAt: instantSchema,
});
export type FileView = z.output<typeof fileViewSchema>;

/** A node of the stored assessment with its sentence and clauses; nobody evaluates rules to show it. */
export interface FindingView {
  readonly rule: string;
  readonly title: string;
  readonly verdict: OrNotKnown<'met' | 'not-met' | 'unknown' | 'for-officer'>;
  readonly sentence: string;
  readonly clauses: readonly CitationView[];
  readonly numbers: readonly { readonly name: string; readonly text: string }[];
  readonly missing: readonly string[];
  readonly member?: string | undefined;
  readonly children: readonly FindingView[];
}
export const findingSchema: z.ZodMiniType<FindingView> = z.lazy(() =>
  z.object({
    rule: z.string(),
    title: z.string(),
    verdict: openEnum(['met', 'not-met', 'unknown', 'for-officer']),
    sentence: z.string(),
    clauses: z.array(citationSchema),
    numbers: z.array(z.object({ name: z.string(), text: z.string() })),
    missing: z.array(z.string()),
    member: z.optional(z.string()),
    children: z.array(findingSchema),
  }),
) as unknown as z.ZodMiniType<FindingView>;
