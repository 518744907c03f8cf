import { type BlackOutReason, type ItemNote, type ItemNoteKind, type NoteSubject, staffApi } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from './api.ts';
import { useCommand } from './use-command.ts';
import { useOne } from './use-one.ts';

type Notes = { items: ItemNote[] };
/** Of what the list is that stands on the page. */
export interface NotesShown {
  readonly about: NoteSubject | 'case';
  readonly id: string;
}
const keyOf = (about: NoteSubject | 'case', id: string) => ['notes', about, id];

/** Calls and visits written down about one item, or about everything of a household. */
export const useNotes = (about: NoteSubject | 'case', id: string) =>
  useOne<Notes>(keyOf(about, id), () =>
    about === 'case'
      ? call(staffApi.notesOfCase, { params: { caseId: id } })
      : call(staffApi.itemNotes, { params: { about, aboutId: id } }),
  );

/** Writes one down. It is put where the list stands: reading again would be on record as one more look. */
export function useNote(about: NoteSubject, aboutId: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, kind: ItemNoteKind, on: string, whom: string, words: string) => {
        const note = await call(staffApi.noteOnItem, {
          params: { about, aboutId, noteId: key },
          body: { kind, on: on as ItemNote['on'], whom, words },
        });
        queries.setQueryData<Notes>(
          keyOf(about, aboutId),
          (data) => data && { items: [note, ...data.items.filter((one) => one.noteId !== note.noteId)] },
        );
        return note;
      },
      [queries, about, aboutId],
    ),
  );
}

/** Says what is wrong in one. */
export const useCorrection = (note: ItemNote, shown: NotesShown) =>
  useAmendment(shown, (words: string) => call(staffApi.correctNote, { params: paramsOf(note), body: { words } }));

/** Takes its words away. */
export const useBlackOut = (note: ItemNote, shown: NotesShown) =>
  useAmendment(shown, (why: BlackOutReason) => call(staffApi.blackOutNote, { params: paramsOf(note), body: { why } }));

const paramsOf = ({ about, aboutId, noteId }: ItemNote) => ({ about: about as NoteSubject, aboutId, noteId });

/** What it became stands where it stood. */
function useAmendment<T>({ about, id }: NotesShown, send: (what: T) => Promise<ItemNote>) {
  const queries = useQueryClient();
  return useCommand(async (_key: string, what: T) => {
    const note = await send(what);
    queries.setQueryData<Notes>(
      keyOf(about, id),
      (data) => data && { items: data.items.map((one) => (one.noteId === note.noteId ? note : one)) },
    );
    return note;
  });
}
