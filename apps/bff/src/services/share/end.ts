import type { ShareView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { shares } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { shareView } from './view.ts';

/** 收回: whose item it is needs nobody elsewhere any more. Again is the same. @throws ServiceProblem `not-found`, `forbidden` */
export async function endShare(ctx: Context, staff: Staff, shareId: string): Promise<ShareView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(shares)
      .where(and(eq(shares.id, shareId), eq(shares.fromOfficeId, staff.officeId)))
      .for('update');
    if (!row) throw new ServiceProblem('not-found');
    if (row.endedAt) return shareView(tx, row);
    const [ended] = await tx.db
      .update(shares)
      .set({ endedAt: now(tx), endedWhy: 'taken-back' })
      .where(eq(shares.id, shareId))
      .returning();
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'share-ended',
      object: ['work-item', row.workItemId],
      officeId: staff.officeId,
    });
    return shareView(tx, ended as NonNullable<typeof ended>);
  });
}
