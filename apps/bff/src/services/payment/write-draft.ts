import { setImmediate as breathe } from 'node:timers/promises';
import { and, desc, eq, lt, ne, sql } from 'drizzle-orm';
import { paymentLines, paymentLists } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { addToOutbox } from '../outbox/add.ts';
import { asWorker } from '../staff/scope.ts';
import { type ComputedLine, linesFor } from './lines.ts';
import type { ListRow } from './who.ts';

const AT_ONCE = 2000;
export const payeePlace = (listId: string, n: number): string => `payment.payee:${listId}:${n}`;

/**
 * Computes a draft anew and writes it where it is another than what stands, whole, whoever asked: also the lines of her declared relatives,
 * which she does not see. The list is held by the caller. @returns the list as it then stands; its hash is that of all lines with their accounts
 */
export const writeDraft = (tx: Context, list: ListRow): Promise<ListRow> => asWorker(tx, () => writeWhole(tx, list));

async function writeWhole(tx: Context, list: ListRow): Promise<ListRow> {
  const lines = await linesFor(tx, list.officeId, list.month, list.id);
  // One code writes them, so their keys stand in one order.
  const hash = tx.hash.bytes('payment-lines', Buffer.from(JSON.stringify(lines)));
  const [previous] = await tx.db
    .select({ id: paymentLists.id })
    .from(paymentLists)
    .where(and(eq(paymentLists.officeId, list.officeId), lt(paymentLists.month, list.month), ne(paymentLists.state, 'draft')))
    .orderBy(desc(paymentLists.month))
    .limit(1);
  if (!list.linesHash.equals(hash)) {
    await tx.db.delete(paymentLines).where(eq(paymentLines.listId, list.id));
    await insertLines(tx, list, lines);
    if (lines.some((one) => one.payee.account === undefined)) await addToOutbox(tx, 'ask-for-accounts', { listId: list.id });
  }
  const [row] = await tx.db
    .update(paymentLists)
    .set({
      lines: lines.length,
      amount: lines.reduce((sum, one) => sum + one.amount, 0),
      noAccount: lines.filter((one) => one.payee.account === undefined).length,
      carried: lines.filter((one) => one.forMonth !== list.month).length,
      linesHash: hash,
      previousId: previous?.id ?? null,
      computedAt: now(tx),
    })
    .where(eq(paymentLists.id, list.id))
    .returning();
  return row as ListRow;
}

/** In one statement a part: twenty thousand rows with their parameters one by one take ten times as long. */
async function insertLines(tx: Context, { id, officeId }: ListRow, lines: readonly ComputedLine[]): Promise<void> {
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    const rows = lines.slice(at, at + AT_ONCE).map(({ payee, ...line }, i) => ({
      ...line,
      n: at + i + 1,
      state: payee.account === undefined ? 'no-account' : 'to-pay',
      payee: tx.cipher.sealJson(payeePlace(id, at + i + 1), payee).toString('base64'),
    }));
    await tx.db.execute(sql`
      insert into payment_lines (list_id, n, for_month, office_id, case_id, kind, member_id, payee_id, register_number, amount, since, taper,
        payee_sealed, state)
      select ${id}::uuid, n, "forMonth", ${officeId}, "caseId", kind, "memberId", "payeeId", "registerNumber", amount, since, taper,
        decode(payee, 'base64'), state
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as t (n integer, "forMonth" text, "caseId" uuid, kind text, "memberId" text,
        "payeeId" text, "registerNumber" text, amount bigint, since date, taper boolean, payee text, state text)`);
    await breathe();
  }
}
