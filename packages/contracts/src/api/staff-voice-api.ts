import * as z from 'zod/mini';
import { civilDateSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { postingSchema } from './resident-decision-api.ts';
import { citationSchema, citedSentenceSchema } from './views.ts';
import { COMPLAINT_ABOUT, COMPLAINT_FINDINGS, namedSchema, VOICE_STATES } from './voice-views.ts';
import { workItemSchema } from './work-item.ts';

const noteSchema = z.object({ id: idSchema, at: instantSchema, who: z.string(), words: z.string() });
export type InvestigationNote = z.output<typeof noteSchema>;
const said = words(2000).check(z.minLength(1, '写明查了什么'));

/** Who spoke up, for who works on it only. `hidden`: a name was left, and this person has not claimed it. */
const tellerSchema = z.union([
  z.extend(namedSchema, { kind: z.literal('named') }),
  z.object({ kind: z.enum(['hidden', 'none', 'household']) }),
]);
export type Teller = z.output<typeof tellerSchema>;

export const objectionSchema = z.object({
  objectionId: idSchema,
  runId: idSchema,
  item: z.optional(workItemSchema),
  /** By somebody who read the notice, or by the household itself. */
  from: z.enum(['neighbour', 'household']),
  number: z.optional(z.string()),
  at: instantSchema,
  words: z.string(),
  teller: tellerSchema,
  about: z.object({ title: z.string(), name: z.string(), members: z.number(), number: z.optional(z.string()) }),
  posting: z.optional(postingSchema),
  notes: z.array(noteSchema),
  answer: z.optional(z.object({ on: civilDateSchema, words: z.string() })),
  /** What the objection does to the notice and to what comes after it. */
  effects: z.array(citedSentenceSchema),
});
export type ObjectionCase = z.output<typeof objectionSchema>;

export const complaintSchema = z.object({
  complaintId: idSchema,
  item: z.optional(workItemSchema),
  /** Who looks into it: what is said of a township's handling or its people goes to the district's bureau, past the township. */
  lookedAtBy: z.enum(['township', 'district']),
  office: z.string(),
  /** Who answers: the township's office, or the district's bureau. */
  answeredBy: z.string(),
  about: z.enum(COMPLAINT_ABOUT),
  whom: z.optional(z.string()),
  number: z.string(),
  at: instantSchema,
  words: z.string(),
  teller: tellerSchema,
  state: z.enum(VOICE_STATES),
  notes: z.array(noteSchema),
  answer: z.optional(z.object({ on: civilDateSchema, words: z.string(), found: z.enum(COMPLAINT_FINDINGS) })),
  /** What has to be on record before the answer. */
  missing: z.array(z.object({ sentence: z.string(), clauses: z.array(citationSchema) })),
  rules: z.array(citedSentenceSchema),
});
export type ComplaintCase = z.output<typeof complaintSchema>;

const complaintRowSchema = z.object({
  complaintId: idSchema,
  number: z.string(),
  office: z.string(),
  about: z.enum(COMPLAINT_ABOUT),
  named: z.boolean(),
  at: instantSchema,
  state: z.enum(VOICE_STATES),
});
export type ComplaintRow = z.output<typeof complaintRowSchema>;

export const staffVoiceApi = {
  objection: endpoint({
    id: 'objection',
    method: 'GET',
    path: '/staff/api/objections/{objectionId}',
    summary: '一份异议：说了什么、查了什么、怎么回',
    who: 'staff',
    status: 200,
    params: z.object({ objectionId: idSchema }),
    answer: objectionSchema,
  }),
  noteOnObjection: endpoint({
    id: 'noteOnObjection',
    method: 'PUT',
    path: '/staff/api/objections/{objectionId}/notes/{noteId}',
    summary: '写下怎么核实的；只加不改',
    who: 'staff',
    status: 201,
    params: z.object({ objectionId: idSchema, noteId: idSchema }),
    body: z.object({ words: said }),
    answer: objectionSchema,
  }),
  complaints: endpoint({
    id: 'complaints',
    method: 'GET',
    path: '/staff/api/complaints',
    summary: '交到区里的举报、投诉',
    who: 'staff',
    status: 200,
    query: z.object({ answered: z.optional(z.enum(['yes', 'no'])), cursor: z.optional(z.string()) }),
    answer: z.object({ items: z.array(complaintRowSchema), next: z.nullable(z.string()) }),
  }),
  complaint: endpoint({
    id: 'complaint',
    method: 'GET',
    path: '/staff/api/complaints/{complaintId}',
    summary: '一份举报或投诉',
    who: 'staff',
    status: 200,
    params: z.object({ complaintId: idSchema }),
    answer: complaintSchema,
  }),
  recordOnComplaint: endpoint({
    id: 'recordOnComplaint',
    method: 'PUT',
    path: '/staff/api/complaints/{complaintId}/events/{eventId}',
    summary: '写下核查，或写下回复；没核查过不能回复',
    who: 'staff',
    status: 201,
    params: z.object({ complaintId: idSchema, eventId: idSchema }),
    body: z.union([
      z.object({ kind: z.literal('looked-into'), words: said }),
      z.object({ kind: z.literal('answered'), words: said, found: z.enum(COMPLAINT_FINDINGS) }),
    ]),
    answer: complaintSchema,
  }),
} as const;
