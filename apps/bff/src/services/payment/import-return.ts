import { createHash } from 'node:crypto';
import path from 'node:path';
import type { PaymentListView } from '@assist/contracts';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { paymentLines, paymentLists, paymentReturns } from '../../db/schema.ts';
import { type Actor, record } from '../audit/record.ts';
import { addCaseEvents } from '../case-file/add-event.ts';
import { citations } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { addToOutbox } from '../outbox/add.ts';
import { ServiceProblem } from '../problem.ts';
import { asWorker } from '../staff/scope.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { listView } from './list-view.ts';
import { readReturn, type Settled, type WrongRow } from './read-return.ts';
import { type ListRow, lockList } from './who.ts';

const AT_ONCE = 1000;
const SAID = 50;

export interface SentReturn {
  readonly listId: string;
  readonly returnId: string;
  readonly fileName?: string | undefined;
  readonly bytes: Buffer;
}

/**
 * Takes the finance office's answer: each line paid or bounced, all of them or none. What bounced stands in the next list again; each
 * payment goes into its case file, and into the inbox of whom it was paid to. The same file again is the same.
 * @throws ServiceProblem `forbidden`, `not-found`, `state-changed`, `import-unreadable`, `payment-return-wrong` (with what is wrong)
 */
export async function importPaymentReturn(
  ctx: Context,
  staff: Staff,
  sent: SentReturn,
): Promise<{ readonly view: PaymentListView; readonly fresh: boolean }> {
  requireHandler(staff);
  const fileHash = createHash('sha256').update(sent.bytes).digest();
  const actor: Actor = { kind: 'staff', id: staff.staffId };
  const done = await inTransaction(ctx, async (tx) => {
    const list = await lockList(tx, staff, sent.listId);
    const [before] = await tx.db
      .select()
      .from(paymentReturns)
      .where(and(eq(paymentReturns.listId, list.id), eq(paymentReturns.fileHash, fileHash)));
    if (before) return { view: await listView(tx, staff, list), fresh: false, wrong: undefined };
    if (list.state !== 'exported') throw new ServiceProblem('state-changed');
    // Every line is held against the file, also of her declared relatives, whom she does not see.
    const read = await asWorker(tx, () => settleBy(tx, list, sent.bytes, actor));
    if ('wrong' in read) return { wrong: read.wrong, officeId: list.officeId };
    const { settled } = read;
    await tx.db.insert(paymentReturns).values({
      id: sent.returnId,
      listId: list.id,
      officeId: list.officeId,
      fileHash,
      fileName: path.basename((sent.fileName ?? '').replaceAll('\\', '/')).slice(0, 200),
      importedBy: staff.staffId,
      importedAt: now(tx),
      paid: settled.filter((one) => one.state === 'paid').length,
      bounced: settled.filter((one) => one.state === 'bounced').length,
    });
    const [row] = await tx.db
      .update(paymentLists)
      .set({ state: 'returned', returnedBy: staff.staffId, returnedAt: now(tx) })
      .where(eq(paymentLists.id, list.id))
      .returning();
    await record(tx, { actor, action: 'payments-returned', object: ['payment-list', list.id], officeId: list.officeId });
    await addToOutbox(tx, 'tell-paid', { listId: list.id, after: '0' });
    await addToOutbox(tx, 'ask-for-accounts', { listId: list.id });
    return { view: await listView(tx, staff, row as ListRow), fresh: true, wrong: undefined };
  });
  if (done.wrong === undefined) return done;
  await record(ctx, {
    actor,
    action: 'payments-return-refused',
    object: ['payment-list', sent.listId],
    officeId: done.officeId,
    result: 'refused',
  });
  throw new ServiceProblem('payment-return-wrong', { fields: said(done.wrong) });
}

/** Each line as the file says, or nothing and what is wrong with the file. */
async function settleBy(
  tx: Context,
  list: ListRow,
  bytes: Buffer,
  actor: Actor,
): Promise<{ readonly wrong: readonly WrongRow[] } | { readonly settled: readonly Settled[] }> {
  const lines = await tx.db
    .select({ n: paymentLines.n, amount: paymentLines.amount, caseId: paymentLines.caseId, memberId: paymentLines.payeeId })
    .from(paymentLines)
    .where(and(eq(paymentLines.listId, list.id), ne(paymentLines.state, 'no-account')))
    .orderBy(asc(paymentLines.n));
  const { settled, wrong } = await readReturn(bytes, list, new Map(lines.map((one) => [one.n, one.amount])));
  if (wrong.length > 0) return { wrong };
  await settle(tx, list, settled);
  const byNumber = new Map(lines.map((one) => [one.n, one]));
  for (let at = 0; at < settled.length; at += AT_ONCE)
    await addCaseEvents(
      tx,
      settled.slice(at, at + AT_ONCE).flatMap(({ n, state }) => {
        const line = byNumber.get(n);
        if (!line) return [];
        const kind = state === 'paid' ? ('paid' as const) : ('payment-bounced' as const);
        return [{ caseId: line.caseId, officeId: list.officeId, kind, actor, memberId: line.memberId, subjectId: list.id }];
      }),
    );
  return { settled };
}

/** How a return is held against its list stands in no document that was found; that the money goes where it belongs does. */
const WHY = `依据：${citations(['YMF12-22a'])[0]?.label}。回执怎么和清单对，文件没有写，是我们的约定。`;

function said(wrong: readonly WrongRow[]) {
  const fields = wrong
    .slice(0, SAID)
    .map(({ row, sentence }, i) => ({ path: `row.${i}`, sentence: row === 0 ? sentence : `第 ${row} 行：${sentence}` }));
  const more = wrong.length > SAID ? [{ path: 'more', sentence: `一共 ${wrong.length} 处，先列 ${SAID} 处` }] : [];
  return [...fields, ...more, { path: 'why', sentence: WHY }];
}

async function settle(tx: Context, list: ListRow, settled: readonly Settled[]): Promise<void> {
  await tx.db.execute(sql`
    update payment_lines l set state = t.state, bounce_reason = t.reason
    from jsonb_to_recordset(${JSON.stringify(settled)}::text::jsonb) as t (n integer, state text, reason text)
    where l.list_id = ${list.id}::uuid and l.n = t.n`);
}
