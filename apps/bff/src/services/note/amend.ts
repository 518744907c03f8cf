import type { BlackOutReason, ItemNote, NoteAmendment, NoteSubject } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { itemNotes } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { COLUMN_OF, OBJECT_KINDS, officeOfItem } from './about.ts';
import { correctionPlace, noteViews } from './view.ts';

interface ById {
  readonly about: NoteSubject;
  readonly aboutId: string;
  readonly noteId: string;
}
type Change = Partial<typeof itemNotes.$inferInsert>;

/**
 * Says beside a note what is wrong in it and how it is; its words stay. Once: whoever slips again writes another note. The same again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `conflict` (somebody did before, or it is blacked out)
 */
export const correctNote = (ctx: Context, staff: Staff, by: ById, { words }: { readonly words: string }): Promise<ItemNote> =>
  amend(ctx, staff, by, 'correct', {
    done: ({ corrected }) => corrected?.words === words && corrected.who === staff.name,
    change: (tx) => ({
      correctedAt: now(tx),
      correctedBy: staff.staffId,
      correctionSealed: tx.cipher.sealJson(correctionPlace(by.noteId), words),
    }),
    action: 'note-corrected',
  });

/**
 * Takes away a text that should not stand there, for good: of it and of what was said beside it nothing is left in the row.
 * @throws ServiceProblem `not-found`, `forbidden`, `conflict` (blacked out before, for another reason), `form-invalid` (a step rests on it)
 */
export const blackOutNote = (ctx: Context, staff: Staff, by: ById, { why }: { readonly why: BlackOutReason }): Promise<ItemNote> =>
  amend(ctx, staff, by, 'black-out', {
    done: ({ blackedOut }) => blackedOut?.why === why && blackedOut.who === staff.name,
    change: (tx) => ({
      blackedOutAt: now(tx),
      blackedOutBy: staff.staffId,
      blackedOutWhy: why,
      noteSealed: null,
      fingerprint: null,
      correctionSealed: null,
    }),
    action: 'note-blacked-out',
    result: why,
  });

interface Amendment {
  /** Whether just this was done before: a lost answer is asked for again. */
  readonly done: (note: ItemNote) => boolean;
  readonly change: (tx: Context) => Change;
  readonly action: 'note-corrected' | 'note-blacked-out';
  readonly result?: string;
}

function amend(ctx: Context, staff: Staff, by: ById, what: NoteAmendment, { done, change, action, result }: Amendment): Promise<ItemNote> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const officeId = await officeOfItem(tx, staff, by.about, by.aboutId);
    const which = and(eq(itemNotes.id, by.noteId), eq(COLUMN_OF[by.about], by.aboutId));
    // Two at once: the second waits here and sees what the first did.
    await tx.db.select({ id: itemNotes.id }).from(itemNotes).where(which).for('update');
    const read = async (): Promise<ItemNote> => {
      const [note] = await noteViews(tx, which, staff);
      if (!note) throw new ServiceProblem('not-found');
      return note;
    };
    const before = await read();
    if (done(before)) return before;
    if (!before.may?.includes(what)) throw refusal(before, what);
    await tx.db.update(itemNotes).set(change(tx)).where(which);
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action,
      object: [OBJECT_KINDS[by.about], by.aboutId],
      officeId,
      ...(result && { result }),
    });
    return read();
  });
}

/** Why not: somebody was faster, a step rests on it, or it is not hers to do. */
function refusal({ blackedOut, corrected, rests }: ItemNote, what: NoteAmendment): ServiceProblem {
  if (blackedOut || (what === 'correct' && corrected)) return new ServiceProblem('conflict');
  if (what === 'black-out' && rests)
    return new ServiceProblem('form-invalid', { fields: [{ path: 'why', sentence: '程序里那天的一步靠着它，不能涂，只能标错。' }] });
  return new ServiceProblem('forbidden');
}
