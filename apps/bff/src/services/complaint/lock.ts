import { and, eq, type SQL } from 'drizzle-orm';
import { complaints, workItems } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { WorkItemRow } from '../queue/item-view.ts';
import type { Staff } from '../staff/who.ts';
import type { ComplaintRow } from './record.ts';

/** A township sees what it looks into, the district's bureau what went past its townships; neither sees the other's. */
export const complaintsSeenBy = (staff: Staff): SQL =>
  (staff.role === 'confirmer'
    ? and(eq(complaints.district, staff.district ?? ''), eq(complaints.lookedAtBy, 'district'))
    : and(eq(complaints.officeId, staff.officeId), eq(complaints.lookedAtBy, 'township'))) as SQL;

export interface SeenComplaint {
  readonly row: ComplaintRow;
  /** Only of a township's. */
  readonly item: WorkItemRow | undefined;
}

/** One that this person may see, held until the transaction ends. @throws ServiceProblem `not-found`, also for what somebody else sees */
export async function lockComplaint(tx: Context, staff: Staff, complaintId: string): Promise<SeenComplaint> {
  const [row] = await tx.db
    .select()
    .from(complaints)
    .where(and(eq(complaints.id, complaintId), complaintsSeenBy(staff)))
    .for('update');
  if (!row) throw new ServiceProblem('not-found');
  const [item] = await tx.db
    .select()
    .from(workItems)
    .where(and(eq(workItems.subjectId, complaintId), eq(workItems.kind, 'complaint'), eq(workItems.officeId, row.officeId)));
  return { row, item };
}

/** Whether it is this person's to work on: hers by claim, or at the district's bureau anybody's of the bureau. */
export const isWorkedOnBy = (ctx: Context, staff: Staff, { item }: SeenComplaint): boolean =>
  item ? item.claimedBy === staff.staffId && item.claimedUntil !== null && item.claimedUntil > now(ctx) : staff.role === 'confirmer';
