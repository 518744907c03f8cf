import type { ShareView } from '@assist/contracts';
import { and, eq, sql } from 'drizzle-orm';
import { shares, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { addToOutbox } from '../outbox/add.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { askedOf } from './list.ts';
import { isLive, sharePlace, shareView } from './view.ts';

/**
 * Whoever was asked writes what was seen; with that it is given back. Again with the same words is the same.
 * @throws ServiceProblem `not-found`, `state-changed` (ended), `forbidden` (who only reads)
 */
export async function answerShare(ctx: Context, staff: Staff, shareId: string, words: string): Promise<ShareView> {
  if (staff.role !== 'assistant') requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(shares)
      .where(and(eq(shares.id, shareId), askedOf(staff)))
      .for('update');
    if (!row) throw new ServiceProblem('not-found');
    if (row.answeredBy === staff.staffId && row.answerSealed && tx.cipher.openText(sharePlace.answer(shareId), row.answerSealed) === words)
      return shareView(tx, row);
    if (!isLive(tx, row)) throw new ServiceProblem('state-changed');
    const [answered] = await tx.db
      .update(shares)
      .set({
        endedAt: now(tx),
        endedWhy: 'answered',
        answeredBy: staff.staffId,
        answerSealed: tx.cipher.seal(sharePlace.answer(shareId), words),
      })
      .where(eq(shares.id, shareId))
      .returning();
    // Her own township's rows are all she may write: the worker marks the item of the other one.
    await addToOutbox(tx, 'share-answered', { workItemId: row.workItemId });
    for (const officeId of new Set([row.fromOfficeId, row.officeId]))
      await record(tx, {
        actor: { kind: 'staff', id: staff.staffId },
        action: 'share-answered',
        object: ['work-item', row.workItemId],
        officeId,
      });
    return shareView(tx, answered as NonNullable<typeof answered>);
  });
}

/** For the worker: the queue of who asked shows that there is an answer. @returns whether the item was still open */
export async function markAnswered(tx: Context, workItemId: string): Promise<boolean> {
  const rows = await tx.db
    .update(workItems)
    .set({ marks: sql`array_append(array_remove(${workItems.marks}, 'answered-elsewhere'), 'answered-elsewhere')` })
    .where(and(eq(workItems.id, workItemId), eq(workItems.open, true)))
    .returning({ id: workItems.id });
  return rows.length > 0;
}
