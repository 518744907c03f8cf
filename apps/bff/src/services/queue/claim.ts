import type { WorkItemView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { viewOfHandled, type WorkItemRow, workItemView } from './item-view.ts';
import { leaseFrom } from './lease.ts';
import { takeNext } from './take-next.ts';

const t = workItems;

export interface ClaimedNext {
  readonly item: WorkItemView | null;
  /** Why this one. */
  readonly why: string;
}

/** 领下一件: what is urgent, then what is due first and nobody has, and not what waits for the resident. Two clerks never get the same. @throws ServiceProblem `forbidden` */
export async function claimNext(ctx: Context, staff: Staff): Promise<ClaimedNext> {
  requireHandler(staff);
  const at = now(ctx);
  const taken = await takeNext(ctx.db, { staffId: staff.staffId, officeId: staff.officeId, at, until: leaseFrom(at) });
  if (!taken) return { item: null, why: '都有人在办' };
  const { row, application, officeHasRelations } = taken;
  return { item: await viewOfHandled(ctx, staff, row, officeHasRelations, application), why: whyOf(ctx, row) };
}

function whyOf(ctx: Context, row: WorkItemRow): string {
  if (row.kind === 'urgent') return '急事求助，先回电话';
  const left = workingDaysLeft(dayInShanghai(ctx.clock()), row.stepDue as Parameters<typeof workingDaysLeft>[1], ctx.calendar);
  if (left < 0) return `这一步已经过了 ${-left} 个工作日，没人领`;
  return left === 0 ? '这一步今天到期，没人领' : `这一步还有 ${left} 个工作日，是剩得最少的，没人领`;
}

/** 领这一件. One's own again is the same. @throws ServiceProblem `not-found`, `conflict` (somebody else has it), `state-changed`, `forbidden` */
export async function claimItem(ctx: Context, staff: Staff, workItemId: string): Promise<WorkItemView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const row = await lockItem(tx, staff, workItemId);
    if (!row.open) throw new ServiceProblem('state-changed');
    if (isHeldByOther(row, staff, now(tx))) throw new ServiceProblem('conflict');
    return workItemView(tx, (await take(tx, staff, row.id)) ?? row, staff);
  });
}

export const isHeldByOther = (row: WorkItemRow, staff: Staff, at: Date): boolean =>
  row.claimedBy !== null && row.claimedBy !== staff.staffId && row.claimedUntil !== null && row.claimedUntil > at;

/** The item of this township, held until the transaction ends. @throws ServiceProblem `not-found` */
export async function lockItem(tx: Context, staff: Staff, workItemId: string): Promise<WorkItemRow> {
  const [row] = await tx.db
    .select()
    .from(t)
    .where(and(eq(t.id, workItemId), eq(t.officeId, staff.officeId)))
    .for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}

/** @param id of an item that is held */
async function take(tx: Context, staff: Staff, id: string): Promise<WorkItemRow | undefined> {
  const [taken] = await tx.db
    .update(t)
    .set({ claimedBy: staff.staffId, claimedUntil: leaseFrom(now(tx)) })
    .where(and(eq(t.id, id), eq(t.officeId, staff.officeId)))
    .returning();
  if (!taken) return undefined;
  await record(tx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'item-claimed',
    object: ['work-item', taken.id],
    officeId: staff.officeId,
  });
  return taken;
}
