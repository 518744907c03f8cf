import { staffApi } from '@assist/contracts';
import { blackOutNote, correctNote } from '../services/note/amend.ts';
import { notesOfCase, notesOfItem } from '../services/note/read.ts';
import { noteOnItem } from '../services/note/write.ts';
import type { Staff } from '../services/staff/who.ts';
import { Answer, type Handle } from './mount.ts';

const OK = 200;
const api = staffApi;
type On = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, Staff>) => void;

/** Calls and visits that a clerk wrote down beside the procedure. */
export function staffNoteRoutes(on: On): void {
  on(api.itemNotes, ({ ctx, who, params }) => notesOfItem(ctx, who, params));
  on(api.notesOfCase, ({ ctx, who, params }) => notesOfCase(ctx, who, params.caseId));
  on(api.correctNote, ({ ctx, who, params, body }) => correctNote(ctx, who, params, body));
  on(api.blackOutNote, ({ ctx, who, params, body }) => blackOutNote(ctx, who, params, body));
  on(api.noteOnItem, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await noteOnItem(ctx, who, params, body);
    return new Answer(view, fresh ? undefined : OK);
  });
}
