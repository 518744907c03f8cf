import * as z from 'zod/mini';
import { applicationFormSchema, EVIDENCE_KINDS, signatureSchema } from '../form/application-form.ts';
import { civilDateSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { HELPER_KINDS } from './helper-views.ts';
import { applicationViewSchema, citationSchema, decisionClockSchema, findingSchema } from './views.ts';
import { LANES, WORK_KINDS, workItemSchema } from './work-item.ts';

/**
 * `handler` and `auditor` of a township, `confirmer` of the district's bureau (sees and confirms what its townships forwarded),
 * `assistant` of a village (goes on visits, posts notices), `supervisor` of a township (whatever a handler does; takes items over, hands
 * them on, and is told before a clock ends).
 */
export const STAFF_ROLES = ['handler', 'auditor', 'confirmer', 'assistant', 'supervisor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
/** Whether somebody of this role does a township's work: a supervisor does whatever a handler does. */
export const doesTownshipWork = (role: StaffRole): boolean => role === 'handler' || role === 'supervisor';

export const staffSchema = z.object({
  staffId: z.string(),
  name: z.string(),
  role: z.enum(STAFF_ROLES),
  office: z.object({ id: z.string(), name: z.string(), district: z.string() }),
  /** After so long without anybody at the desk the session is over. */
  idleMinutes: z.optional(z.number()),
});
export type StaffView = z.output<typeof staffSchema>;

/** `not-agreed`: somebody said it was done without them. `reviews-due`: the review of a household whose day comes. */
export const QUEUE_FILTERS = [
  'open',
  'mine',
  'unclaimed',
  'correction-answered',
  'correction-asked',
  'not-agreed',
  'reviews-due',
  'accepted',
  'closed',
] as const;
export const queuePageSchema = z.object({
  items: z.array(workItemSchema),
  next: z.nullable(z.string()),
  /** Of the lane that was asked for. */
  counts: z.record(z.enum(QUEUE_FILTERS), z.number()),
  /** Open items of each kind; `LANE_OF` says which lane they stand in. */
  lanes: z.optional(z.record(z.enum(WORK_KINDS), z.number())),
  /** How pressing each lane is: steps past their day, steps that end today, and the working days of the nearest. */
  pressing: z.optional(z.record(z.enum(LANES), z.object({ past: z.number(), today: z.number(), nearest: z.nullable(z.number()) }))),
});
export type QueuePage = z.output<typeof queuePageSchema>;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

export const caseViewSchema = z.object({
  item: workItemSchema,
  application: applicationViewSchema,
  form: applicationFormSchema,
  signatures: z.array(signatureSchema),
  /** How the applicant's identity stands: typed by themselves, or seen by someone. */
  applicant: z.object({
    name: z.string(),
    identity: z.enum(['claimed', 'verified']),
    maskedNumber: z.optional(z.string()),
    maskedPhone: z.optional(z.string()),
  }),
  assessment: z.object({
    packageVersion: z.string(),
    assessedOn: civilDateSchema,
    district: z.string(),
    findings: z.array(findingSchema),
    notices: z.array(z.object({ sentence: z.string(), clauses: z.array(citationSchema) })),
  }),
  files: z.array(
    z.object({
      fileId: idSchema,
      about: z.enum(EVIDENCE_KINDS),
      memberId: z.optional(z.string()),
      bytes: z.number(),
      mediaType: z.string(),
      receivedAt: instantSchema,
    }),
  ),
  audit: z.array(z.object({ at: instantSchema, who: z.string(), what: z.string() })),
  /** Who filled it in and sent it in the applicant's name, where it was not they. */
  filledBy: z.optional(z.object({ name: z.string(), kind: z.enum(HELPER_KINDS), notAgreed: z.boolean() })),
  /** Names of the division codes in the form, as far as they are known: the desk holds no list of places. */
  placeNames: z.optional(z.record(z.string(), z.string())),
  /** The clock as it would run if it were accepted today; the desk counts no working days itself. Absent once accepted. */
  ifAcceptedToday: z.optional(decisionClockSchema),
});
export type CaseView = z.output<typeof caseViewSchema>;

export const correctionRequestSchema = z.object({
  items: z
    .array(
      z.object({
        title: words(40).check(z.minLength(1, '要补什么？')),
        reason: words(300).check(z.minLength(1, '为什么要补？写给居民看的一句话')),
        evidence: z.optional(z.enum(EVIDENCE_KINDS)),
        memberId: z.optional(z.string()),
      }),
    )
    .check(z.minLength(1, '至少写一样'), z.maxLength(30)),
});
export type CorrectionRequest = z.output<typeof correctionRequestSchema>;
