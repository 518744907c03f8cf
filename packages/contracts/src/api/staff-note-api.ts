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

/** A call, a visit or something else that a clerk wrote down beside the procedure: it is no step, and no rule reads it. */
export const itemNoteSchema = z.object({
  noteId: idSchema,
  about: openEnum(NOTE_SUBJECTS),
  aboutId: idSchema,
  kind: openEnum(ITEM_NOTE_KINDS),
  /** Day of the call or visit; `at` is when it was written down. */
  on: civilDateSchema,
  whom: z.string(),
  words: z.string(),
  at: instantSchema,
  who: z.string(),
});
export type ItemNote = z.output<typeof itemNoteSchema>;
const notesSchema = z.object({ items: z.array(itemNoteSchema) });

const byItem = { about: z.enum(NOTE_SUBJECTS), aboutId: idSchema };

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
    summary: '记一次电话、上门或别的；不是程序里的一步，记下就不改，错了再记一条',
    who: 'staff',
    status: 201,
    params: z.object({ ...byItem, noteId: idSchema }),
    body: z.object({
      kind: z.enum(ITEM_NOTE_KINDS),
      /** Today where it is absent. */
      on: z.optional(civilDateSchema),
      whom: words(60).check(z.minLength(1, '跟谁说的、见了谁？')),
      words: words(1000).check(z.minLength(1, '写一句说了什么、看到什么')),
    }),
    answer: itemNoteSchema,
  }),
} as const;
