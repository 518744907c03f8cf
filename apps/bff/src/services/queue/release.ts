import type { WorkItemView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { workItems } from '../../db/schema.ts';
import { notePlace } from '../application/sealed-places.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { lockItem } from './claim.ts';
import { type WorkItemRow, workItemView } from './item-view.ts';

/** 放回队列, with the reason (sealed: it may name people). @throws ServiceProblem `not-found`, `state-changed` (not one's own), `forbidden` */
export async function releaseItem(ctx: Context, staff: Staff, workItemId: string, reason: string): Promise<WorkItemView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const row = await lockItem(tx, staff, workItemId);
    const mine = row.open && row.claimedBy === staff.staffId && row.claimedUntil !== null && row.claimedUntil > now(tx);
    if (!mine) throw new ServiceProblem('state-changed');
    const [released] = await tx.db
      .update(workItems)
      .set({ claimedBy: null, claimedUntil: null, noteSealed: tx.cipher.seal(notePlace(row.id), reason) })
      .where(and(eq(workItems.id, row.id), eq(workItems.officeId, staff.officeId)))
      .returning();
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'item-released',
      object: ['work-item', row.id],
      officeId: staff.officeId,
    });
    return workItemView(tx, released as WorkItemRow);
  });
}
