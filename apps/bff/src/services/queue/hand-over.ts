import type { WorkItemView } from '@assist/contracts';
import { and, eq, gt } from 'drizzle-orm';
import { workItems } from '../../db/schema.ts';
import { notePlace } from '../application/sealed-places.ts';
import { type AuditAction, record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { colleague } from '../staff/colleagues.ts';
import { idsKeptFrom } from '../staff/scope.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { isHeldByOther, lockItem } from './claim.ts';
import { type WorkItemRow, workItemView } from './item-view.ts';
import { leaseFrom } from './lease.ts';

/**
 * 交给另一个人: one's own, or whatever a supervisor wants done by somebody else. The reason is sealed: it may name people.
 * @throws ServiceProblem `not-found`, `state-changed` (closed), `conflict` (somebody else's), `form-invalid` (to nobody who may), `forbidden`
 */
export async function handItemOver(
  ctx: Context,
  staff: Staff,
  workItemId: string,
  { to, reason }: { readonly to: string; readonly reason: string },
): Promise<WorkItemView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const row = await lockItem(tx, staff, workItemId);
    if (!row.open) throw new ServiceProblem('state-changed');
    if (staff.role !== 'supervisor' && isHeldByOther(row, staff, now(tx))) throw new ServiceProblem('conflict');
    if (!(await mayTake(tx, staff, to, row))) throw notTo();
    return workItemView(tx, await give(tx, staff, row, to, 'item-handed-over', reason));
  });
}

/** 接过来: a supervisor takes what is in somebody's hands, or in nobody's, into her own. @throws ServiceProblem `not-found`, `state-changed`, `forbidden` */
export async function takeItemOver(ctx: Context, staff: Staff, workItemId: string, reason: string): Promise<WorkItemView> {
  if (staff.role !== 'supervisor') throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    const row = await lockItem(tx, staff, workItemId);
    if (!row.open) throw new ServiceProblem('state-changed');
    return workItemView(tx, await give(tx, staff, row, staff.staffId, 'item-taken-over', reason));
  });
}

const AT_ONCE = 200;

/**
 * All that somebody has in hand goes to somebody else, or back into the queue: leave, another office. What is about a relative of whoever
 * would get it stays where it is. At most 200 at once.
 * @returns how many went, and how many are left
 * @throws ServiceProblem `forbidden`, `form-invalid`
 */
export async function handManyOver(
  ctx: Context,
  staff: Staff,
  { from, to, reason }: { readonly from: string; readonly to?: string | undefined; readonly reason: string },
): Promise<{ moved: number; left: number }> {
  if (staff.role !== 'supervisor') throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    if (to !== undefined && !(await colleague(tx, staff, to))) throw notTo();
    const held = await tx.db
      .select()
      .from(workItems)
      .where(
        and(
          eq(workItems.officeId, staff.officeId),
          eq(workItems.open, true),
          eq(workItems.claimedBy, from),
          gt(workItems.claimedUntil, now(tx)),
        ),
      )
      .orderBy(workItems.id)
      .for('update');
    const hidden = to === undefined ? new Set<string>() : await idsKeptFrom(tx, to);
    const goes = held.filter((row) => !isAbout(row, hidden)).slice(0, AT_ONCE);
    for (const row of goes) await give(tx, staff, row, to ?? null, to ? 'item-handed-over' : 'item-released', reason);
    return { moved: goes.length, left: held.length - goes.length };
  });
}

const notTo = () =>
  new ServiceProblem('form-invalid', {
    fields: [{ path: 'to', sentence: '不能交给这个人：不在本镇街办事，或者这一件和他备案的近亲属有关。' }],
  });

async function mayTake(tx: Context, staff: Staff, to: string, row: WorkItemRow): Promise<boolean> {
  if (!(await colleague(tx, staff, to))) return false;
  return !isAbout(row, await idsKeptFrom(tx, to));
}

const isAbout = (row: WorkItemRow, ids: ReadonlySet<string>): boolean =>
  [row.applicationId, row.caseId, row.subjectId].some((id) => id !== null && ids.has(id));

async function give(
  tx: Context,
  staff: Staff,
  row: WorkItemRow,
  to: string | null,
  action: AuditAction,
  reason: string,
): Promise<WorkItemRow> {
  const [given] = await tx.db
    .update(workItems)
    .set({
      claimedBy: to,
      claimedUntil: to === null ? null : leaseFrom(now(tx)),
      noteSealed: tx.cipher.seal(notePlace(row.id), reason),
    })
    .where(and(eq(workItems.id, row.id), eq(workItems.officeId, staff.officeId)))
    .returning();
  await record(tx, { actor: { kind: 'staff', id: staff.staffId }, action, object: ['work-item', row.id], officeId: staff.officeId });
  return given as WorkItemRow;
}
