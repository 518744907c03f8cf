import type { ItemNote, ItemNoteKind, NoteSubject } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { itemNotes } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { OBJECT_KINDS, officeOfItem } from './about.ts';
import { notePlace, noteViews } from './view.ts';

export interface Noted {
  readonly kind: ItemNoteKind;
  readonly on?: CivilDate | undefined;
  readonly whom: string;
  readonly words: string;
}

/**
 * 记一次电话、上门或别的, by anybody of the township, whoever holds the item and also after its end: no step, it moves nothing. The same id
 * again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `form-invalid` (a day to come), `content-differs`
 */
export async function noteOnItem(
  ctx: Context,
  staff: Staff,
  { about, aboutId, noteId }: { readonly about: NoteSubject; readonly aboutId: string; readonly noteId: string },
  { kind, on, whom, words }: Noted,
): Promise<{ view: ItemNote; fresh: boolean }> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const officeId = await officeOfItem(tx, staff, about, aboutId);
    const today = dayInShanghai(tx.clock());
    if (on && on > today) throw new ServiceProblem('form-invalid', { fields: [{ path: 'on', sentence: '日期在今天以后。' }] });
    const fingerprint = tx.hash.fingerprint('item-note', { about, aboutId, kind, on: on ?? null, whom, words });
    const written = await tx.db
      .insert(itemNotes)
      .values({
        id: noteId,
        officeId,
        applicationId: about === 'application' ? aboutId : null,
        changeId: about === 'change' ? aboutId : null,
        runId: about === 'run' ? aboutId : null,
        kind,
        onDay: on ?? today,
        at: now(tx),
        staffId: staff.staffId,
        noteSealed: tx.cipher.sealJson(notePlace(noteId), { whom, words }),
        fingerprint,
      })
      .onConflictDoNothing()
      .returning({ id: itemNotes.id });
    const fresh = written.length > 0;
    if (!fresh) await requireSame(tx, noteId, fingerprint);
    else
      await record(tx, {
        actor: { kind: 'staff', id: staff.staffId },
        action: 'note-written',
        object: [OBJECT_KINDS[about], aboutId],
        officeId,
        result: kind,
      });
    const [view] = await noteViews(tx, eq(itemNotes.id, noteId), staff);
    if (!view) throw new Error('a note that was written is gone');
    return { view, fresh };
  });
}

async function requireSame(tx: Context, noteId: string, fingerprint: Buffer): Promise<void> {
  const [before] = await tx.db.select({ fingerprint: itemNotes.fingerprint }).from(itemNotes).where(eq(itemNotes.id, noteId));
  if (!before) throw new ServiceProblem('not-found');
  if (!before.fingerprint?.equals(fingerprint)) throw new ServiceProblem('content-differs');
}
