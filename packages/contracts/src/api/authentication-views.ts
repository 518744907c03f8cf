import { CONTACTS, namesWanted, WAYS } from '@assist/policy-chongqing';
import * as z from 'zod/mini';
import { paperSchema } from '../form/paper.ts';
import { placeSchema } from '../form/place.ts';
import { openEnum, otherKind } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { citedSentenceSchema, officeSchema } from './views.ts';

export const CONTACT_KINDS = Object.keys(CONTACTS) as [keyof typeof CONTACTS, ...(keyof typeof CONTACTS)[]];
/** Whether a contact of this kind wants the names of two who saw the person. */
export const wantsTwoNames = (contact: (typeof CONTACT_KINDS)[number]): boolean => namesWanted(contact) === 2;
export const WAY_IDS = Object.keys(WAYS) as [keyof typeof WAYS, ...(keyof typeof WAYS)[]];

/** What is difficult, in pictures. Only that something is, is ever kept. */
export const DIFFICULTIES = ['seeing', 'hearing', 'speaking', 'face-or-eyes', 'injury', 'bedridden', 'memory', 'other'] as const;
export type DifficultyId = (typeof DIFFICULTIES)[number];

/** Whom it is about: a member of one's own case, or somebody by name and number (a neighbour, a household not in the register). */
export const whomSchema = z.union([
  z.object({ caseId: idSchema, memberId: z.string().check(z.maxLength(8)) }),
  z.object({ name: words(50).check(z.minLength(1, '叫什么名字？')), paper: paperSchema, residence: z.optional(placeSchema) }),
]);
export type Whom = z.output<typeof whomSchema>;

/** For oneself, for somebody of the family, as guardian (the guardian's face), or helping a neighbour (the neighbour's face). */
export const AUTHENTICATION_ROLES = ['self', 'family', 'guardian', 'neighbour'] as const;
export type AuthenticationRole = (typeof AUTHENTICATION_ROLES)[number];

export const VISIT_PLACES = ['home', 'village', 'office', 'phone', 'video'] as const;
export type VisitPlace = (typeof VISIT_PLACES)[number];
export const VISIT_STATES = ['asked', 'arranged', 'done', 'not-met', 'cancelled'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export const visitSchema = z.object({
  visitId: idSchema,
  state: openEnum(VISIT_STATES),
  whoName: z.string(),
  where: openEnum(VISIT_PLACES),
  day: z.optional(civilDateSchema),
  half: z.optional(openEnum(['morning', 'afternoon'])),
  office: officeSchema,
  /** Posts and names of who comes, once arranged. */
  visitors: z.array(z.string()),
  /** Shown by the visitor too: the first screen checks whether it is real. */
  code: z.optional(z.string()),
  bring: z.array(z.string()),
  sentence: citedSentenceSchema,
});
export type VisitView = z.output<typeof visitSchema>;

/** What a face check came to, as the server found it. */
export const FACE_STATES = ['begun', 'passed', 'not-yet', 'not-recognised', 'abandoned'] as const;
export const FACE_NEXT = ['done', 'again', 'wait', 'another-way', 'person'] as const;
export const faceResultSchema = z.object({
  faceCheckId: idSchema,
  state: openEnum(FACE_STATES),
  /** The one thing to do. */
  next: openEnum(FACE_NEXT),
  /** One plain sentence: what happened and what to do; never a blame. */
  sentence: citedSentenceSchema,
  triesLeft: z.number(),
  /** Arranged by itself after two tries. */
  visit: z.optional(visitSchema),
  authenticationId: z.optional(idSchema),
});
export type FaceResult = z.output<typeof faceResultSchema>;

export const AUTHENTICATION_RECORD_STATES = ['counted', 'to-look-at', 'looked-visit-instead', 'not-in-register'] as const;
/** Proof that somebody was seen: kind, day, who, where. */
export const authenticationSchema = z.object({
  authenticationId: idSchema,
  number: z.string(),
  state: openEnum(AUTHENTICATION_RECORD_STATES),
  whoName: z.string(),
  contact: openEnum(CONTACT_KINDS),
  on: civilDateSchema,
  at: instantSchema,
  office: z.optional(officeSchema),
  /** Who did it with or for the person, e.g. "女儿帮忙". */
  by: z.string(),
  nextDue: z.optional(civilDateSchema),
  sentence: citedSentenceSchema,
});
export type AuthenticationView = z.output<typeof authenticationSchema>;

/** Answers to "is it real?", for the code of a visitor or of a message. No name of a resident, no case. */
export const realityCheckSchema = z.union([
  z.object({
    kind: z.literal('visitor'),
    office: z.string(),
    day: civilDateSchema,
    half: z.optional(openEnum(['morning', 'afternoon'])),
    visitors: z.array(z.string()),
    sentence: citedSentenceSchema,
  }),
  z.object({ kind: z.literal('message'), office: z.optional(z.string()), sentOn: civilDateSchema, sentence: citedSentenceSchema }),
  z.object({ kind: z.literal('unknown'), sentence: citedSentenceSchema }),
  z.object({ kind: otherKind(['visitor', 'message', 'unknown']), sentence: citedSentenceSchema }),
]);
export type RealityCheck = z.output<typeof realityCheckSchema>;

/** A message in the inbox. */
export const MESSAGE_KINDS = [
  'application-received',
  'correction-asked',
  'application-accepted',
  'change-received',
  'change-opinion',
  'change-settled',
  'authentication-counted',
  'authentication-by-helper',
  'authentication-due',
  'visit-arranged',
  'contact-change',
  'decision-opinion',
  'decision-notice',
  'decision-confirmed',
  'decision-refused',
  'decision-letter',
  'decision-effect',
  'clock-extended',
  'case-moved',
  'handled-as',
  'standard-raised',
  'decision-due-soon',
  'decision-due',
  'objection-answered',
  'voice-answered',
  'taper-begun',
  'taper-ending',
  'paid',
  'account-needed',
  'given-once',
  'signed-in-your-name',
  'helper-acted',
  'helper-changed',
  'helped-told',
  'door-recorded',
  'door-answered',
  'referral-asked',
  'referral-sent',
  'referral-ended',
  'check-answered',
  'check-dispute-answered',
  'not-kept-whole',
  'unsent-ending',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
export const messageSchema = z.object({
  messageId: idSchema,
  kind: openEnum(MESSAGE_KINDS),
  at: instantSchema,
  title: z.string(),
  sentence: citedSentenceSchema,
  /** Checked on the first screen: is it real? */
  code: z.string(),
  /** What it opens. */
  subject: z.optional(
    z.object({
      kind: openEnum([
        'application',
        'change',
        'authentication',
        'visit',
        'contact-change',
        'family',
        'decision',
        'referral',
        'cross-check',
        'voice',
        'door',
      ]),
      id: z.optional(idSchema),
    }),
  ),
  read: z.boolean(),
});
export type MessageView = z.output<typeof messageSchema>;
/** What a message opens, as the server says it. */
export type MessageSubject = NonNullable<z.input<typeof messageSchema>['subject']>;
