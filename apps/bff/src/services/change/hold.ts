import type { ChangeState } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { changeSteps, changes, workItems } from '../../db/schema.ts';
import { type AuditAction, record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { isHeldByOther } from '../queue/claim.ts';
import { leaseFrom } from '../queue/lease.ts';
import type { Staff } from '../staff/who.ts';
import type { ChangeRow } from './view.ts';

/** The change notice of this township, held until the transaction ends. @throws ServiceProblem `not-found`, also for another township's */
export async function lockChange(tx: Context, changeId: string, officeId: string): Promise<ChangeRow> {
  const [row] = await tx.db
    .select()
    .from(changes)
    .where(and(eq(changes.id, changeId), eq(changes.officeId, officeId)))
    .for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}

/** Who acts on a change has its work item from then on. @throws ServiceProblem `conflict` when somebody else has it */
export async function holdChange(tx: Context, staff: Staff, changeId: string): Promise<void> {
  const mine = and(eq(workItems.subjectId, changeId), eq(workItems.kind, 'change'), eq(workItems.officeId, staff.officeId));
  const [item] = await tx.db.select().from(workItems).where(mine).for('update');
  if (!item) throw new Error('a change without its work item');
  if (isHeldByOther(item, staff, now(tx))) throw new ServiceProblem('conflict');
  await tx.db
    .update(workItems)
    .set({ claimedBy: staff.staffId, claimedUntil: leaseFrom(now(tx)) })
    .where(mine);
}

/** Where each state may lead. An opinion can be given anew; what is settled stays. */
const LEADS_TO: Readonly<Record<ChangeState, readonly ChangeState[]>> = {
  received: ['opened'],
  opened: ['opinion', 'settled'],
  opinion: ['opinion'],
  settled: [],
};

/**
 * Moves a locked change on: state, timeline and work item. Only what is settled leaves the queue.
 * @throws ServiceProblem `state-changed` where no such way leads
 */
export async function moveChangeTo(
  tx: Context,
  change: ChangeRow,
  state: ChangeState,
  staff: Staff,
  more: Partial<Pick<ChangeRow, 'settledAs' | 'noteSealed'>> = {},
): Promise<ChangeRow> {
  if (!LEADS_TO[change.state].includes(state)) throw new ServiceProblem('state-changed');
  const [row] = await tx.db
    .update(changes)
    .set({ state, ...more })
    .where(and(eq(changes.id, change.id), eq(changes.officeId, staff.officeId)))
    .returning();
  await tx.db.insert(changeSteps).values({ changeId: change.id, officeId: change.officeId, at: now(tx), state, staffId: staff.staffId });
  await tx.db
    .update(workItems)
    .set({ state, ...(state === 'settled' && { open: false, claimedBy: null, claimedUntil: null }) })
    .where(and(eq(workItems.subjectId, change.id), eq(workItems.kind, 'change')));
  return row as ChangeRow;
}

export const recordChange = (tx: Context, staff: Staff, action: AuditAction, changeId: string): Promise<void> =>
  record(tx, { actor: { kind: 'staff', id: staff.staffId }, action, object: ['change', changeId], officeId: staff.officeId });
