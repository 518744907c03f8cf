import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { caseMembers, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { casePlace } from '../case-file/sealed-places.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Payee } from './lines.ts';
import { payeePlace } from './write-draft.ts';

const BATCH = 100;

interface Lacking extends Record<string, unknown> {
  readonly list_id: string;
  readonly n: number;
  readonly payee_id: string;
  readonly state: string;
  readonly payee_sealed: Buffer;
}

/**
 * Closes the task of every household whose money now has an account to go to: one is on record where there was none, another one where
 * money came back from the old. Nobody has to say so; the money is in the next list. @returns how many
 */
export async function accountsFound(ctx: Context): Promise<number> {
  let closed = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const items = await ctx.db
      .select({ id: workItems.id, caseId: workItems.subjectId, officeId: workItems.officeId })
      .from(workItems)
      .where(and(eq(workItems.kind, 'account'), eq(workItems.open, true), gt(workItems.id, after)))
      .orderBy(asc(workItems.id))
      .limit(BATCH);
    for (const { id, caseId, officeId } of items)
      if (caseId && (await inTransaction(ctx, (tx) => close(tx, id, caseId, officeId)))) closed += 1;
    if (items.length < BATCH) return closed;
    after = items.at(-1)?.id as string;
  }
}

async function close(tx: Context, itemId: string, caseId: string, officeId: string): Promise<boolean> {
  const lines = await tx.db.execute<Lacking>(sql`
    select l.list_id, l.n, l.payee_id, l.state, l.payee_sealed from payment_lines l join payment_lists p on p.id = l.list_id
    where l.case_id = ${caseId}::uuid and l.state in ('no-account', 'bounced') and not exists (
      select from payment_lines o join payment_lists q on q.id = o.list_id
      where o.case_id = l.case_id and o.for_month = l.for_month and o.kind = l.kind and o.member_id = l.member_id
        and (o.state = 'paid' or (o.state in ('no-account', 'bounced') and q.month > p.month)))`);
  for (const line of lines) if (!(await hasAccount(tx, caseId, line))) return false;
  const [row] = await tx.db
    .update(workItems)
    .set({ open: false, state: 'done', claimedBy: null, claimedUntil: null })
    .where(and(eq(workItems.id, itemId), eq(workItems.open, true)))
    .returning({ id: workItems.id });
  if (row) await record(tx, { actor: { kind: 'system' }, action: 'account-found', object: ['case-file', caseId], officeId });
  return row !== undefined;
}

/** The payee has an account now, and where money came back it is another one. */
async function hasAccount(tx: Context, caseId: string, line: Lacking): Promise<boolean> {
  const [member] = await tx.db
    .select({ bank: caseMembers.bankSealed })
    .from(caseMembers)
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, line.payee_id)));
  if (!member?.bank) return false;
  if (line.state === 'no-account') return true;
  const { account } = tx.cipher.openJson<{ account: string }>(casePlace.bank(caseId, line.payee_id), member.bank);
  return account !== tx.cipher.openJson<Payee>(payeePlace(line.list_id, line.n), Buffer.from(line.payee_sealed)).account;
}
