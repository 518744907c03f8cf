import type { PaymentListView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { paymentLists } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { asWorker } from '../staff/scope.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { refuseBehindFrozen, refuseLeavingOut } from './compute.ts';
import { countDifferences, differencePage } from './differences.ts';
import { hashText, listView } from './list-view.ts';
import { monthOf } from './month.ts';
import { type ListRow, lockList } from './who.ts';
import { writeDraft } from './write-draft.ts';

const SAID = 20;
const WORDS = { new: '新来', raised: '变多', less: '变少', stopped: '没有了' } as const;

/**
 * Freezes what was looked at. It is computed once more: where anything changed meanwhile, the new draft stands and has to be looked at
 * again. Not before the month has begun: until then a decision can still count from its first day.
 * The same again by the same person is the same.
 * @throws ServiceProblem `forbidden`, `not-found`, `form-invalid` (a month to come), `payment-unexplained` (with the list)
 * @returns also `state-changed`: another one froze it, or it is no longer what was looked at
 */
export async function freezePayments(ctx: Context, staff: Staff, listId: string, hash: string): Promise<PaymentListView | ServiceProblem> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const list = await lockList(tx, staff, listId);
    if (list.state !== 'draft')
      return list.frozenBy === staff.staffId && hashText(list) === hash ? listView(tx, staff, list) : new ServiceProblem('state-changed');
    if (list.month > monthOf(dayInShanghai(tx.clock())))
      throw new ServiceProblem('form-invalid', { fields: [{ path: 'month', sentence: '这个月还没到：到了 1 日再冻结。' }] });
    await refuseBehindFrozen(tx, list);
    await refuseLeavingOut(tx, list);
    const draft = await writeDraft(tx, list);
    // Returned, not thrown: the new draft stays.
    if (hashText(draft) !== hash) return new ServiceProblem('state-changed');
    await refuseUnexplained(tx, draft);
    const [row] = await tx.db
      .update(paymentLists)
      .set({ state: 'frozen', frozenBy: staff.staffId, frozenAt: now(tx), noteSealed: null })
      .where(eq(paymentLists.id, listId))
      .returning();
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'payments-frozen',
      object: ['payment-list', listId],
      officeId: list.officeId,
    });
    return listView(tx, staff, row as ListRow);
  });
}

async function refuseUnexplained(tx: Context, list: ListRow): Promise<void> {
  // Of all of them, also of what this colleague does not see.
  const { unexplained } = await asWorker(tx, () => countDifferences(tx, list));
  if (unexplained === 0) return;
  const seen = (await differencePage(tx, list, 0, SAID)).filter((one) => !one.cause);
  const sentences = seen.map((one) => `${one.registerNumber} ${one.title}：${WORDS[one.what]}，没有程序、也没有导入说明为什么`);
  // Which household it is stays with whoever may see it.
  if (sentences.length === 0) sentences.push('有一户的不一样还没有说明，和您备案的近亲属有关，请另一位经办人看。');
  throw new ServiceProblem('payment-unexplained', { fields: sentences.map((sentence, i) => ({ path: `difference.${i}`, sentence })) });
}
