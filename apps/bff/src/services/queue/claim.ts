import type { WorkItemView } from '@assist/contracts';
import { and, asc, eq, ne } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { workItems } from '../../db/schema.ts';
import { workingDaysLeft } from '../application/clock-view.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { type WorkItemRow, workItemView } from './item-view.ts';
import { leaseFrom } from './lease.ts';
import { isFree, OLDEST_DUE } from './page.ts';

const t = workItems;

export interface ClaimedNext {
  readonly item: WorkItemView | null;
  /** Why this one. */
  readonly why: string;
}

/** 领下一件: what is urgent, then what is due first and nobody has, and not what waits for the resident. Two clerks never get the same. @throws ServiceProblem `forbidden` */
export async function claimNext(ctx: Context, staff: Staff): Promise<ClaimedNext> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const at = now(tx);
    const free = and(eq(t.officeId, staff.officeId), eq(t.open, true), isFree(at));
    const [urgent] = await tx.db
      .select()
      .from(t)
      .where(and(free, eq(t.kind, 'urgent')))
      .orderBy(asc(t.receivedAt), asc(t.id))
      .limit(1)
      .for('update', { skipLocked: true });
    const [next] = urgent
      ? [urgent]
      : await tx.db
          .select()
          .from(t)
          .where(and(free, ne(t.state, 'correction-asked')))
          .orderBy(...OLDEST_DUE)
          .limit(1)
          .for('update', { skipLocked: true });
    if (!next) return { item: null, why: '现在没有没人领的' };
    const row = await take(tx, staff, next);
    return { item: await workItemView(tx, row), why: whyOf(tx, row) };
  });
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
    return workItemView(tx, await take(tx, staff, row));
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

async function take(tx: Context, staff: Staff, row: WorkItemRow): Promise<WorkItemRow> {
  const [taken] = await tx.db
    .update(t)
    .set({ claimedBy: staff.staffId, claimedUntil: leaseFrom(now(tx)) })
    .where(and(eq(t.id, row.id), eq(t.officeId, staff.officeId)))
    .returning();
  await record(tx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'item-claimed',
    object: ['work-item', row.id],
    officeId: staff.officeId,
  });
  return taken as WorkItemRow;
}
