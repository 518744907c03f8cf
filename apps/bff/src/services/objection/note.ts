import type { ObjectionCase } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { objectionNotes, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { objectionPlace } from '../posting/sealed-places.ts';
import { ServiceProblem } from '../problem.ts';
import { isHeldByOther } from '../queue/claim.ts';
import { leaseFrom } from '../queue/lease.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { findObjection, objectionView } from './read.ts';

/**
 * Writes down what was looked into; nothing of it can be changed afterwards, and the household's record shows nothing of it. Who writes has
 * the item from then on. The same id again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `conflict` (somebody else has it), `content-differs`
 */
export async function noteOnObjection(
  ctx: Context,
  staff: Staff,
  objectionId: string,
  noteId: string,
  words: string,
): Promise<{ readonly view: ObjectionCase; readonly fresh: boolean }> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const { item } = await findObjection(tx, staff, objectionId);
    const fingerprint = tx.hash.fingerprint('objection-note', { objectionId, words });
    const [before] = await tx.db.select().from(objectionNotes).where(eq(objectionNotes.id, noteId));
    if (before && !before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
    if (!before) {
      if (item?.open && isHeldByOther(item, staff, now(tx))) throw new ServiceProblem('conflict');
      await tx.db.insert(objectionNotes).values({
        id: noteId,
        objectionId,
        officeId: staff.officeId,
        staffId: staff.staffId,
        at: now(tx),
        wordsSealed: tx.cipher.seal(objectionPlace.note(noteId), words),
        fingerprint,
      });
      if (item?.open)
        await tx.db
          .update(workItems)
          .set({ state: 'opened', claimedBy: staff.staffId, claimedUntil: leaseFrom(now(tx)) })
          .where(eq(workItems.id, item.id));
      await record(tx, {
        actor: { kind: 'staff', id: staff.staffId },
        action: 'objection-noted',
        object: ['procedure-event', objectionId],
        officeId: staff.officeId,
      });
    }
    return { view: await objectionView(tx, staff, objectionId, await findObjection(tx, staff, objectionId)), fresh: !before };
  });
}
