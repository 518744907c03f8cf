import type { PaymentListView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { paymentLists } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { isHandler, requireHandler, type Staff } from '../staff/who.ts';
import { refuseBehindFrozen } from './compute.ts';
import { hashText, listView, notePlace } from './list-view.ts';
import { type ListRow, lockList, mayRelease } from './who.ts';

/**
 * Lets a frozen list go. By another person than who froze it: said here, and held by the table.
 * @throws ServiceProblem `forbidden`, `not-found`, `payment-second-person`, `state-changed`
 */
export async function releasePayments(ctx: Context, staff: Staff, listId: string, hash: string): Promise<PaymentListView> {
  return inTransaction(ctx, async (tx) => {
    const list = await lockList(tx, staff, listId);
    if (!mayRelease(tx, staff, list.district))
      throw new ServiceProblem(staff.staffId === list.frozenBy ? 'payment-second-person' : 'forbidden');
    if (list.releasedBy === staff.staffId && hashText(list) === hash) return listView(tx, staff, list);
    if (list.state !== 'frozen' || hashText(list) !== hash) throw new ServiceProblem('state-changed');
    if (list.frozenBy === staff.staffId) throw new ServiceProblem('payment-second-person');
    return moved(tx, staff, list, { state: 'released', releasedBy: staff.staffId, releasedAt: now(tx) }, 'payments-released');
  });
}

/** Back to a draft, with the reason, before it is let go. @throws ServiceProblem `forbidden`, `not-found`, `state-changed` */
export async function sendPaymentsBack(ctx: Context, staff: Staff, listId: string, reason: string): Promise<PaymentListView> {
  return inTransaction(ctx, async (tx) => {
    const list = await lockList(tx, staff, listId);
    if (!isHandler(staff) && !mayRelease(tx, staff, list.district)) throw new ServiceProblem('forbidden');
    if (list.state !== 'frozen') throw new ServiceProblem('state-changed');
    await refuseBehindFrozen(tx, list);
    const noteSealed = tx.cipher.seal(notePlace(listId), reason);
    return moved(tx, staff, list, { state: 'draft', frozenBy: null, frozenAt: null, noteSealed }, 'payments-sent-back');
  });
}

/** It goes to the finance office. Again is the same. @throws ServiceProblem `forbidden`, `not-found`, `state-changed` */
export async function exportPayments(ctx: Context, staff: Staff, listId: string): Promise<PaymentListView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const list = await lockList(tx, staff, listId);
    if (list.state === 'exported') return listView(tx, staff, list);
    if (list.state !== 'released') throw new ServiceProblem('state-changed');
    return moved(tx, staff, list, { state: 'exported', exportedBy: staff.staffId, exportedAt: now(tx) }, 'payments-exported');
  });
}

async function moved(
  tx: Context,
  staff: Staff,
  list: ListRow,
  set: Partial<ListRow>,
  action: 'payments-released' | 'payments-sent-back' | 'payments-exported',
): Promise<PaymentListView> {
  const [row] = await tx.db.update(paymentLists).set(set).where(eq(paymentLists.id, list.id)).returning();
  await record(tx, { actor: { kind: 'staff', id: staff.staffId }, action, object: ['payment-list', list.id], officeId: list.officeId });
  return listView(tx, staff, row as ListRow);
}
