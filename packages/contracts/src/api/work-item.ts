import * as z from 'zod/mini';
import { idSchema, instantSchema } from '../scalars.ts';
import { CHANGE_STATES } from './change-views.ts';
import { APPLICATION_STATES, citationSchema, dueSchema } from './views.ts';

/**
 * `change`: a change notice. `visit`: somebody is to be visited. `evidence`: a video or photo for a person to look at.
 * `application-run`, `case-run`, `alert`: a procedure on an accepted application, on a case, an alert. `objection`: against a notice or an opinion. `complaint`: a report or complaint. `urgent`: somebody called for help at once. `signal`: something odd to look at. `door`: what an assistant brought back from a door. `reported-elsewhere`: said to receive something and not found in the register.
 * `account`: a household that money is owed to and that has no account it can go to.
 * `referral`: one that came back unfinished. `meeting`: a difficult case for the joint meeting.
 */
export const WORK_KINDS = [
  'application',
  'identity-conflict',
  'change',
  'visit',
  'evidence',
  'signal',
  'application-run',
  'case-run',
  'alert',
  'objection',
  'complaint',
  'urgent',
  'door',
  'referral',
  'meeting',
  'account',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
export const LANES = ['applications', 'identity', 'changes', 'authentications', 'alerts', 'objections', 'complaints'] as const;
export type Lane = (typeof LANES)[number];
/** Which lane an item stands in; what is urgent stands above all of them. */
export const LANE_OF: Record<WorkKind, Lane | 'above-all'> = {
  application: 'applications',
  'identity-conflict': 'identity',
  change: 'changes',
  visit: 'authentications',
  evidence: 'authentications',
  signal: 'authentications',
  'application-run': 'applications',
  'case-run': 'changes',
  alert: 'alerts',
  objection: 'objections',
  complaint: 'complaints',
  urgent: 'above-all',
  door: 'authentications',
  referral: 'alerts',
  meeting: 'alerts',
  account: 'changes',
};
/** States of any item: those of applications and change notices, and `to-do`, `arranged`, `done` of the rest. */
export const WORK_STATES = [...new Set([...APPLICATION_STATES, ...CHANGE_STATES, 'to-do', 'arranged', 'done'] as const)] as [
  (typeof APPLICATION_STATES)[number] | (typeof CHANGE_STATES)[number] | 'to-do' | 'arranged' | 'done',
  ...((typeof APPLICATION_STATES)[number] | (typeof CHANGE_STATES)[number] | 'to-do' | 'arranged' | 'done')[],
];
export type WorkState = (typeof WORK_STATES)[number];
export const WORK_MARKS = [
  'urgent',
  'correction-answered',
  'correction-asked',
  'other-adults-not-signed',
  'not-in-register',
  'contradicts',
  'death',
  'told-late',
  'by-helper',
  'bounced',
  'due-soon',
  'due-now',
  'not-agreed',
  'staff-relative',
  'answered-elsewhere',
  'relative-of-staff',
  'review-due',
] as const;
export const workItemSchema = z.object({
  workItemId: idSchema,
  kind: z.enum(WORK_KINDS),
  /** Only of an application. */
  applicationId: z.optional(idSchema),
  /** The change notice, visit or authentication it is about; absent for an application and an identity conflict. */
  subjectId: z.optional(idSchema),
  /** What it is about in a few words: titles of what changed, why a visit. */
  about: z.optional(z.string()),
  caseId: z.optional(idSchema),
  number: z.string(),
  applicantName: z.string(),
  members: z.number(),
  state: z.enum(WORK_STATES),
  marks: z.array(z.enum(WORK_MARKS)),
  receivedAt: instantSchema,
  /** By when this step ends, with the working days that are left (negative: past). */
  step: z.object({ title: z.string(), due: dueSchema, left: z.number(), clauses: z.array(citationSchema) }),
  /** From acceptance only. `workingDays` is the whole length, so that a bar can be drawn. */
  total: z.nullable(z.object({ due: dueSchema, left: z.number(), workingDays: z.optional(z.number()) })),
  claimedBy: z.optional(z.object({ staffId: z.string(), name: z.string(), until: instantSchema })),
});
export type WorkItemView = z.output<typeof workItemSchema>;
