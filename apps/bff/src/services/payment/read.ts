import type { PaymentDifferenceView, PaymentLineState, PaymentLineView, PaymentListView } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { RECIPIENTS, type Recipient } from '@assist/policy-chongqing';
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { paymentLines, paymentLists } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { differencePage } from './differences.ts';
import type { Payee } from './lines.ts';
import { listView } from './list-view.ts';
import { listOf, listsSeenBy } from './who.ts';
import { payeePlace } from './write-draft.ts';

const PAGE = 50;
/** Two years of a township, or two months of a district's. */
const MOST_LISTS = 24;

/** The newest first. */
export async function paymentListsOf(ctx: Context, staff: Staff): Promise<PaymentListView[]> {
  const rows = await ctx.db
    .select()
    .from(paymentLists)
    .where(listsSeenBy(staff))
    .orderBy(desc(paymentLists.month), asc(paymentLists.officeId))
    .limit(MOST_LISTS);
  return Promise.all(rows.map((row) => listView(ctx, staff, row)));
}

export const readPaymentList = async (ctx: Context, staff: Staff, listId: string): Promise<PaymentListView> =>
  listView(ctx, staff, await listOf(ctx, staff, listId));

interface Page<T> {
  items: T[];
  next: string | null;
}

const numberOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw new ServiceProblem('bad-request');
  return Number(cursor);
};

/** Lines with the names of people: the look is on record. @throws ServiceProblem `not-found`, `bad-request` */
export async function linePage(
  ctx: Context,
  staff: Staff,
  listId: string,
  { cursor, state }: { readonly cursor?: string | undefined; readonly state?: PaymentLineState | undefined },
): Promise<Page<PaymentLineView>> {
  const list = await listOf(ctx, staff, listId);
  const rows = await ctx.db
    .select()
    .from(paymentLines)
    .where(and(eq(paymentLines.listId, listId), gt(paymentLines.n, numberOf(cursor)), ...(state ? [eq(paymentLines.state, state)] : [])))
    .orderBy(asc(paymentLines.n))
    .limit(PAGE + 1);
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'payments-read',
    object: ['payment-list', listId],
    officeId: list.officeId,
  });
  const page = rows.slice(0, PAGE);
  return {
    items: page.map((row) => {
      const payee = ctx.cipher.openJson<Payee>(payeePlace(listId, row.n), row.payeeSealed);
      return {
        n: row.n,
        caseId: row.caseId,
        registerNumber: row.registerNumber,
        name: payee.name,
        kind: row.kind as Recipient,
        title: RECIPIENTS[row.kind as Recipient],
        amount: row.amount as Fen,
        forMonth: row.forMonth,
        taper: row.taper,
        ...(payee.account && { account: payee.account.slice(-4) }),
        state: row.state,
        ...(row.bounceReason && { bounce: row.bounceReason }),
      };
    }),
    next: rows.length > PAGE ? String(page.at(-1)?.n) : null,
  };
}

/** @throws ServiceProblem `not-found`, `bad-request` */
export async function differencesPage(
  ctx: Context,
  staff: Staff,
  listId: string,
  cursor: string | undefined,
): Promise<Page<PaymentDifferenceView>> {
  const list = await listOf(ctx, staff, listId);
  const from = numberOf(cursor);
  const rows = await differencePage(ctx, list, from, PAGE + 1);
  return { items: rows.slice(0, PAGE), next: rows.length > PAGE ? String(from + PAGE) : null };
}
