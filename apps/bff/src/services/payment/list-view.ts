import type { PaymentListView } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { count, eq, inArray } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { offices, paymentLines, paymentLists, staffAccounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { isHandler, type Staff } from '../staff/who.ts';
import { countDifferences } from './differences.ts';
import { monthOf } from './month.ts';
import { type ListRow, mayRelease } from './who.ts';

export const notePlace = (listId: string): string => `payment.note:${listId}`;

/** A list as one person sees it: totals, who did what, what differs from the last one, and what they may do now. */
export async function listView(ctx: Context, staff: Staff, list: ListRow): Promise<PaymentListView> {
  const [office] = await ctx.db.select({ name: offices.name }).from(offices).where(eq(offices.id, list.officeId));
  const people = [list.frozenBy, list.releasedBy, list.exportedBy, list.returnedBy].filter((one) => one !== null);
  const names = people.length
    ? await ctx.db.select({ id: staffAccounts.id, name: staffAccounts.name }).from(staffAccounts).where(inArray(staffAccounts.id, people))
    : [];
  const act = (by: string | null, at: Date | null) =>
    by && at ? { at: instantText(at), who: names.find((one) => one.id === by)?.name ?? '' } : undefined;
  const [previous] = list.previousId
    ? await ctx.db.select({ month: paymentLists.month }).from(paymentLists).where(eq(paymentLists.id, list.previousId))
    : [];
  const states = await ctx.db
    .select({ state: paymentLines.state, many: count() })
    .from(paymentLines)
    .where(eq(paymentLines.listId, list.id))
    .groupBy(paymentLines.state);
  const { counts, unexplained } = await countDifferences(ctx, list);
  const acts = {
    frozen: act(list.frozenBy, list.frozenAt),
    released: act(list.releasedBy, list.releasedAt),
    exported: act(list.exportedBy, list.exportedAt),
    returned: act(list.returnedBy, list.returnedAt),
  };
  return {
    listId: list.id,
    office: { id: list.officeId, name: office?.name ?? '' },
    month: list.month,
    state: list.state,
    lines: list.lines,
    amount: list.amount as Fen,
    noAccount: list.noAccount,
    carried: list.carried,
    paid: states.find((one) => one.state === 'paid')?.many ?? 0,
    bounced: states.find((one) => one.state === 'bounced')?.many ?? 0,
    hash: hashText(list),
    computedAt: instantText(list.computedAt),
    ...Object.fromEntries(Object.entries(acts).filter(([, one]) => one !== undefined)),
    ...(list.noteSealed && { sentBack: ctx.cipher.openText(notePlace(list.id), list.noteSealed) }),
    ...(previous && { previous: previous.month }),
    differences: counts,
    unexplained,
    may: mayDo(ctx, staff, list, unexplained),
  };
}

export const hashText = (list: ListRow): string => list.linesHash.toString('base64url');

function mayDo(ctx: Context, staff: Staff, list: ListRow, unexplained: number): PaymentListView['may'] {
  const handler = isHandler(staff) && staff.officeId === list.officeId;
  const releases = mayRelease(ctx, staff, list.district);
  const today = monthOf(dayInShanghai(ctx.clock()));
  const may: PaymentListView['may'] = [];
  if (handler && list.state === 'draft') may.push('compute');
  if (handler && list.state === 'draft' && list.month <= today && unexplained === 0) may.push('freeze');
  if ((handler || releases) && list.state === 'frozen') may.push('send-back');
  if (releases && list.state === 'frozen' && list.frozenBy !== staff.staffId) may.push('release');
  if (handler && list.state === 'released') may.push('export');
  if (handler && list.state === 'exported') may.push('import-return');
  return may;
}
