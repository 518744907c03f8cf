import type { ComplaintCase } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { complaints, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Staff } from '../staff/who.ts';
import { isWorkedOnBy, lockComplaint, type SeenComplaint } from './lock.ts';
import { complaintView } from './view.ts';

/** One report or complaint. Who works on it opens it, and who spoke up sees that it was opened. Reading who it was is on record by itself. @throws ServiceProblem `not-found` */
export const readComplaint = (ctx: Context, staff: Staff, complaintId: string): Promise<ComplaintCase> =>
  inTransaction(ctx, async (tx) => {
    const found = await lockComplaint(tx, staff, complaintId);
    const mine = isWorkedOnBy(tx, staff, found);
    const seen = mine && found.row.state === 'received' ? await markOpened(tx, found) : found;
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: mine && seen.row.named ? 'complaint-teller-read' : 'complaint-read',
      object: ['complaint', complaintId],
      ...(seen.item && { officeId: seen.row.officeId }),
    });
    return complaintView(tx, seen, mine);
  });

async function markOpened(tx: Context, { row, item }: SeenComplaint): Promise<SeenComplaint> {
  await tx.db.update(complaints).set({ state: 'opened' }).where(eq(complaints.id, row.id));
  if (item) await tx.db.update(workItems).set({ state: 'opened' }).where(eq(workItems.id, item.id));
  return { row: { ...row, state: 'opened' }, item: item && { ...item, state: 'opened' } };
}
