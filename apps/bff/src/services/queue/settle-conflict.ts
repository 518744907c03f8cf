import type { WorkItemView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { workItems } from '../../db/schema.ts';
import { notePlace } from '../application/sealed-places.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { isHeldByOther, lockItem } from './claim.ts';
import { type WorkItemRow, workItemView } from './item-view.ts';

/** One number, two accounts: closed with a note by who saw the card. Settled again is the same. @throws ServiceProblem `not-found`, `conflict`, `forbidden` */
export async function settleIdentityConflict(ctx: Context, staff: Staff, workItemId: string, note: string): Promise<WorkItemView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const row = await lockItem(tx, staff, workItemId);
    if (row.kind !== 'identity-conflict') throw new ServiceProblem('not-found');
    if (!row.open) return workItemView(tx, row);
    if (isHeldByOther(row, staff, now(tx))) throw new ServiceProblem('conflict');
    const [settled] = await tx.db
      .update(workItems)
      .set({ open: false, claimedBy: null, claimedUntil: null, noteSealed: tx.cipher.seal(notePlace(row.id), note) })
      .where(and(eq(workItems.id, row.id), eq(workItems.officeId, staff.officeId)))
      .returning();
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'identity-conflict-settled',
      object: ['work-item', row.id],
      officeId: staff.officeId,
    });
    return workItemView(tx, settled as WorkItemRow);
  });
}
