import { LIFE_EVENTS } from '@assist/policy-chongqing';
import { and, asc, eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { changes, paymentLines, paymentLists } from '../../db/schema.ts';
import type { Context } from '../context.ts';

type Case = { readonly id: string; readonly officeId: string };

/** What the family told, the oldest first; what it led to stands in the procedures. */
export async function changesOfCase(tx: Context, one: Case) {
  const rows = await tx.db
    .select()
    .from(changes)
    .where(and(eq(changes.caseId, one.id), eq(changes.officeId, one.officeId)))
    .orderBy(asc(changes.toldAt));
  return rows.map((row) => ({
    number: row.number,
    toldAt: instantText(row.toldAt),
    happenedOn: row.happenedOn,
    what: row.events.map((id) => LIFE_EVENTS.find((event) => event.id === id)?.title ?? id),
    state: row.state,
    settledAs: row.settledAs,
  }));
}

/** Every payment of this household in the monthly lists. Amounts in fen. */
export const paymentsOfCase = (tx: Context, one: Case) =>
  tx.db
    .select({
      month: paymentLists.month,
      forMonth: paymentLines.forMonth,
      kind: paymentLines.kind,
      memberId: paymentLines.memberId,
      amount: paymentLines.amount,
      state: paymentLines.state,
    })
    .from(paymentLines)
    .innerJoin(paymentLists, eq(paymentLists.id, paymentLines.listId))
    .where(and(eq(paymentLines.caseId, one.id), eq(paymentLines.officeId, one.officeId)))
    .orderBy(asc(paymentLists.month), asc(paymentLines.n));
