import * as z from 'zod/mini';
import { openEnum } from '../open-enum.ts';
import { civilDateSchema, idSchema, instantSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';

/** What a note is about: `run` is a procedure. */
export const NOTE_SUBJECTS = ['application', 'change', 'run'] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];
export const ITEM_NOTE_KINDS = ['call', 'visit', 'other'] as const;
export type ItemNoteKind = (typeof ITEM_NOTE_KINDS)[number];
export const ITEM_NOTE_NAMES: Readonly<Record<ItemNoteKind, string>> = { call: '电话', visit: '上门', other: '别的' };

/** Why a text should not stand there. A closed list: a reason in words could say the same thing again. */
export const BLACK_OUT_REASONS = ['somebody-elses', 'other-household', 'not-needed'] as const;
export type BlackOutReason = (typeof BLACK_OUT_REASONS)[number];
export const BLACK_OUT_REASON_NAMES: Readonly<Record<BlackOutReason, string>> = {
  'somebody-elses': '写了不相干的人的信息',
  'other-household': '记到别家的件上了',
  'not-needed': '写了办这件事用不着的私事',
};
export const NOTE_AMENDMENTS = ['correct', 'black-out'] as const;
export type NoteAmendment = (typeof NOTE_AMENDMENTS)[number];
export const NOTE_AMENDMENT_NAMES: Readonly<Record<NoteAmendment, string>> = { correct: '标明写错了', 'black-out': '涂掉' };

/** A call, a visit or something else that a clerk wrote down beside the procedure: it is no step, and no rule reads it. */
export const itemNoteSchema = z.object({
  noteId: idSchema,
  about: openEnum(NOTE_SUBJECTS),
  aboutId: idSchema,
  kind: openEnum(ITEM_NOTE_KINDS),
  /** Day of the call or visit; `at` is when it was written down. */
  on: civilDateSchema,
  /** Empty once blacked out, as are `words`. */
  whom: z.string(),
  words: z.string(),
  at: instantSchema,
  who: z.string(),
  /** What was wrong in it and how it is; the words stay. */
  corrected: z.optional(z.object({ words: z.string(), at: instantSchema, who: z.string() })),
  blackedOut: z.optional(z.object({ why: openEnum(BLACK_OUT_REASONS), at: instantSchema, who: z.string() })),
  /** Whether a step of its day stands on it; it may be said to be wrong and is not blacked out. */
  rests: z.optional(z.boolean()),
  /** What the one who asks may do with it; absent on paper. */
  may: z.optional(z.array(openEnum(NOTE_AMENDMENTS))),
});
export type ItemNote = z.output<typeof itemNoteSchema>;
const notesSchema = z.object({ items: z.array(itemNoteSchema) });

const byItem = { about: z.enum(NOTE_SUBJECTS), aboutId: idSchema };
const byNote = z.object({ ...byItem, noteId: idSchema });

export const staffNoteApi = {
  itemNotes: endpoint({
    id: 'itemNotes',
    method: 'GET',
    path: '/staff/api/notes/{about}/{aboutId}',
    summary: '这一件的电话、上门记录，新的在前',
    who: 'staff',
    status: 200,
    params: z.object(byItem),
    answer: notesSchema,
  }),
  notesOfCase: endpoint({
    id: 'notesOfCase',
    method: 'GET',
    path: '/staff/api/case-files/{caseId}/notes',
    summary: '这一户每一件的电话、上门记录，新的在前',
    who: 'staff',
    status: 200,
    params: z.object({ caseId: idSchema }),
    answer: notesSchema,
  }),
  noteOnItem: endpoint({
    id: 'noteOnItem',
    method: 'PUT',
    path: '/staff/api/notes/{about}/{aboutId}/{noteId}',
    summary: '记一次电话、上门或别的；不是程序里的一步',
    who: 'staff',
    status: 201,
    params: byNote,
    body: z.object({
      kind: z.enum(ITEM_NOTE_KINDS),
      /** Today where it is absent. */
      on: z.optional(civilDateSchema),
      whom: words(60).check(z.minLength(1, '跟谁说的、见了谁？')),
      words: words(1000).check(z.minLength(1, '写一句说了什么、看到什么')),
    }),
    answer: itemNoteSchema,
  }),
  correctNote: endpoint({
    id: 'correctNote',
    method: 'PUT',
    path: '/staff/api/notes/{about}/{aboutId}/{noteId}/correction',
    summary: '标明一条记录写错了、应当怎样；原来的话还在',
    who: 'staff',
    status: 200,
    params: byNote,
    body: z.object({ words: words(500).check(z.minLength(1, '写一句哪里错了、应当怎样')) }),
    answer: itemNoteSchema,
  }),
  blackOutNote: endpoint({
    id: 'blackOutNote',
    method: 'PUT',
    path: '/staff/api/notes/{about}/{aboutId}/{noteId}/black-out',
    summary: '涂掉不该写的话：谁涂的、为什么留着，话不再有',
    who: 'staff',
    status: 200,
    params: byNote,
    body: z.object({ why: z.enum(BLACK_OUT_REASONS) }),
    answer: itemNoteSchema,
  }),
} as const;
