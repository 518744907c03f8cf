import { randomUUID } from 'node:crypto';
import type { PaymentListView } from '@assist/contracts';
import { and, desc, eq, gt, lt, ne } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { paymentLists } from '../../db/schema.ts';
import { districtOf } from '../application/receipt.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { listView } from './list-view.ts';
import { monthOf, monthsLater, monthText } from './month.ts';
import type { ListRow } from './who.ts';
import { writeDraft } from './write-draft.ts';

/**
 * Computes the list of a month for one's township: last month's, this one's or the next one's. Again while it is a draft computes it
 * anew; what is frozen is shown as it stands.
 * @throws ServiceProblem `forbidden`, `form-invalid` (another month), `state-changed` (a later month is frozen)
 */
export async function computePayments(ctx: Context, staff: Staff, month: string): Promise<PaymentListView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    await refuseOtherMonths(tx, staff.officeId, month);
    const list = await held(tx, staff.officeId, month);
    if (list.state !== 'draft') return listView(tx, staff, list);
    await refuseBehindFrozen(tx, list);
    const row = await writeDraft(tx, list);
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'payments-computed',
      object: ['payment-list', list.id],
      officeId: staff.officeId,
      result: month,
    });
    return listView(tx, staff, row);
  });
}

/** Last month, this one and the next; and a month that was left out, however long ago, so that nobody's money is lost with it. */
async function refuseOtherMonths(tx: Context, officeId: string, month: string): Promise<void> {
  const thisMonth = monthOf(dayInShanghai(tx.clock()));
  const last = await lastFrozen(tx, officeId);
  const from = last && last < monthsLater(thisMonth, -2) ? monthsLater(last, 1) : monthsLater(thisMonth, -1);
  const known = await tx.db
    .select({ id: paymentLists.id })
    .from(paymentLists)
    .where(and(eq(paymentLists.officeId, officeId), eq(paymentLists.month, month)));
  if (known.length === 0 && (month < from || month > monthsLater(thisMonth, 1)))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'month', sentence: '只算上个月、这个月、下个月的。' }] });
}

async function lastFrozen(tx: Context, officeId: string, before = '9999-12'): Promise<string | undefined> {
  const [row] = await tx.db
    .select({ month: paymentLists.month })
    .from(paymentLists)
    .where(and(eq(paymentLists.officeId, officeId), ne(paymentLists.state, 'draft'), lt(paymentLists.month, before)))
    .orderBy(desc(paymentLists.month))
    .limit(1);
  return row?.month;
}

/** No month is left out: after the first list each one follows the last. @throws ServiceProblem `form-invalid` */
export async function refuseLeavingOut(tx: Context, list: ListRow): Promise<void> {
  const last = await lastFrozen(tx, list.officeId, list.month);
  if (last === undefined || monthsLater(last, 1) === list.month) return;
  const sentence = `${monthText(monthsLater(last, 1))}的还没有冻结，先冻结那一份。`;
  throw new ServiceProblem('form-invalid', { fields: [{ path: 'month', sentence }] });
}

/** The month's list, held; made where there is none. Of two at once one makes it and the other waits. */
async function held(tx: Context, officeId: string, month: string): Promise<ListRow> {
  await tx.db
    .insert(paymentLists)
    .values({
      id: randomUUID(),
      officeId,
      district: districtOf(officeId),
      month,
      state: 'draft',
      lines: 0,
      amount: 0,
      noAccount: 0,
      carried: 0,
      linesHash: Buffer.alloc(0),
      computedAt: now(tx),
    })
    .onConflictDoNothing();
  const [row] = await tx.db
    .select()
    .from(paymentLists)
    .where(and(eq(paymentLists.officeId, officeId), eq(paymentLists.month, month)))
    .for('update');
  return row as ListRow;
}

/** Months are frozen in their order: a later one was compared with what stood before it. @throws ServiceProblem `state-changed` */
export async function refuseBehindFrozen(tx: Context, list: ListRow): Promise<void> {
  const [later] = await tx.db
    .select({ id: paymentLists.id })
    .from(paymentLists)
    .where(and(eq(paymentLists.officeId, list.officeId), gt(paymentLists.month, list.month), ne(paymentLists.state, 'draft')))
    .limit(1);
  if (later) throw new ServiceProblem('state-changed');
}
