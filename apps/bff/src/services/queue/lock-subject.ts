import { and, eq } from 'drizzle-orm';
import { workItems } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { isHeldByOther } from './claim.ts';
import type { WorkItemRow } from './item-view.ts';

/**
 * The item of a visit, a video or a signal in this township, held until the transaction ends, to act upon.
 * @throws ServiceProblem `not-found`, `conflict` (somebody else has it), `forbidden`
 */
export async function lockSubjectItem(
  tx: Context,
  staff: Staff,
  kind: 'visit' | 'evidence' | 'urgent' | 'door',
  by: { readonly subjectId: string } | { readonly workItemId: string },
): Promise<WorkItemRow & { readonly subjectId: string }> {
  requireHandler(staff);
  const which = 'subjectId' in by ? eq(workItems.subjectId, by.subjectId) : eq(workItems.id, by.workItemId);
  const [row] = await tx.db
    .select()
    .from(workItems)
    .where(and(which, eq(workItems.kind, kind), eq(workItems.officeId, staff.officeId)))
    .for('update');
  if (!row?.subjectId) throw new ServiceProblem('not-found');
  if (row.open && isHeldByOther(row, staff, now(tx))) throw new ServiceProblem('conflict');
  return { ...row, subjectId: row.subjectId };
}

/** Ends an item, with what was found (sealed: it may name people). */
export async function closeSubjectItem(tx: Context, row: WorkItemRow, noteSealed?: Buffer): Promise<WorkItemRow> {
  const [closed] = await tx.db
    .update(workItems)
    .set({ open: false, state: 'done', claimedBy: null, claimedUntil: null, ...(noteSealed && { noteSealed }) })
    .where(eq(workItems.id, row.id))
    .returning();
  return closed as WorkItemRow;
}
