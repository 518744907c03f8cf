import type { ItemNote, NoteAmendment } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { EventKind } from '@assist/policy-chongqing';
import { desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { dayInShanghai, instantText } from '../../clock.ts';
import { itemNotes, procedureEvents, procedureRuns, staffAccounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { isHandler, type Staff } from '../staff/who.ts';

interface StoredNote {
  readonly whom: string;
  readonly words: string;
}
type Row = typeof itemNotes.$inferSelect;
export const notePlace = (id: string): string => `item-note:${id}`;
export const correctionPlace = (id: string): string => `item-note.correction:${id}`;

/** On a page; whoever has more of them looks in the household's archive, which holds all. */
const MOST = 200;

const corrector = alias(staffAccounts, 'corrector');
const blackener = alias(staffAccounts, 'blackener');

/** Steps that a call or a visit of their day stands behind: that a person was heard or tried for (SAL2026-48), what was seen at their home. */
const RESTING: readonly EventKind[] = ['heard', 'tried-to-hear', 'family-heard', 'no-family-found', 'visited'];
const RESTS = sql<boolean>`exists (select from ${procedureEvents} e
  where e.happened_on = ${itemNotes.onDay} and e.kind in ${RESTING} and e.run_id in (
    select r.id from ${procedureRuns} r where r.id = ${itemNotes.runId}
    union all select r.id from ${procedureRuns} r where r.change_id = ${itemNotes.changeId}
    union all select r.id from ${procedureRuns} r where r.application_id = ${itemNotes.applicationId}))`;

/** Notes by what they are about, the newest first; with `staff`, what she may do with each, else what stands on paper. */
export async function noteViews(
  ctx: Context,
  which: SQL | undefined,
  staff: Staff | undefined,
  most: number | 'all' = MOST,
): Promise<ItemNote[]> {
  const query = ctx.db
    .select({ note: itemNotes, who: staffAccounts.name, corrector: corrector.name, blackener: blackener.name, rests: RESTS })
    .from(itemNotes)
    .leftJoin(staffAccounts, eq(staffAccounts.id, itemNotes.staffId))
    .leftJoin(corrector, eq(corrector.id, itemNotes.correctedBy))
    .leftJoin(blackener, eq(blackener.id, itemNotes.blackedOutBy))
    .where(which)
    .orderBy(desc(itemNotes.at), desc(itemNotes.id));
  const rows = await (most === 'all' ? query : query.limit(most));
  return rows.map(({ note, who, corrector, blackener, rests }) => ({
    noteId: note.id,
    ...aboutOf(note),
    kind: note.kind,
    on: note.onDay as CivilDate,
    ...(note.noteSealed ? ctx.cipher.openJson<StoredNote>(notePlace(note.id), note.noteSealed) : { whom: '', words: '' }),
    at: instantText(note.at),
    who: who ?? '',
    ...(note.correctionSealed &&
      note.correctedAt && {
        corrected: {
          words: ctx.cipher.openJson<string>(correctionPlace(note.id), note.correctionSealed),
          at: instantText(note.correctedAt),
          who: corrector ?? '',
        },
      }),
    ...(note.blackedOutAt &&
      note.blackedOutWhy && { blackedOut: { why: note.blackedOutWhy, at: instantText(note.blackedOutAt), who: blackener ?? '' } }),
    ...(staff && { may: mayDo(ctx, staff, note, rests), rests }),
  }));
}

/** Whoever wrote it on its day, a supervisor ever after (assumption `note-put-right`); what a step rests on is not blacked out. */
function mayDo(ctx: Context, staff: Staff, note: Row, rests: boolean): NoteAmendment[] {
  const writer = note.staffId === staff.staffId && dayInShanghai(note.at.getTime()) === dayInShanghai(ctx.clock());
  if (note.blackedOutAt || !(isHandler(staff) && (writer || staff.role === 'supervisor'))) return [];
  return [...(note.correctedAt ? [] : ['correct' as const]), ...(rests ? [] : ['black-out' as const])];
}

function aboutOf(note: Row): Pick<ItemNote, 'about' | 'aboutId'> {
  if (note.runId) return { about: 'run', aboutId: note.runId };
  if (note.changeId) return { about: 'change', aboutId: note.changeId };
  return { about: 'application', aboutId: note.applicationId as string };
}
