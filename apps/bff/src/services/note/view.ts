import type { ItemNote } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { desc, eq, type SQL } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { itemNotes, staffAccounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';

export interface StoredNote {
  readonly whom: string;
  readonly words: string;
}
export const notePlace = (id: string): string => `item-note:${id}`;

/** On a page; whoever has more of them looks in the household's archive, which holds all. */
const MOST = 200;

/** Notes by what they are about, the newest first. */
export async function noteViews(ctx: Context, which: SQL | undefined, most: number | 'all' = MOST): Promise<ItemNote[]> {
  const query = ctx.db
    .select({ note: itemNotes, who: staffAccounts.name })
    .from(itemNotes)
    .leftJoin(staffAccounts, eq(staffAccounts.id, itemNotes.staffId))
    .where(which)
    .orderBy(desc(itemNotes.at), desc(itemNotes.id));
  const rows = await (most === 'all' ? query : query.limit(most));
  return rows.map(({ note, who }) => ({
    noteId: note.id,
    ...aboutOf(note),
    kind: note.kind,
    on: note.onDay as CivilDate,
    ...ctx.cipher.openJson<StoredNote>(notePlace(note.id), note.noteSealed),
    at: instantText(note.at),
    who: who ?? '',
  }));
}

function aboutOf(note: typeof itemNotes.$inferSelect): Pick<ItemNote, 'about' | 'aboutId'> {
  if (note.runId) return { about: 'run', aboutId: note.runId };
  if (note.changeId) return { about: 'change', aboutId: note.changeId };
  return { about: 'application', aboutId: note.applicationId as string };
}
