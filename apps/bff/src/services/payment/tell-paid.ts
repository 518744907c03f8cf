import type { Fen } from '@assist/policy';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { accounts, caseMembers, paymentLines } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import { addToOutbox } from '../outbox/add.ts';
import type { Outcome } from '../outbox/drain.ts';
import type { Payee } from './lines.ts';
import { listAndOffice } from './who.ts';
import { payeePlace } from './write-draft.ts';

const PART = 200;

/** Tells the next people of a list that their money was paid; one message a person, whatever they got. Run twice it tells nobody twice. */
export async function tellPaid(tx: Context, listId: string, after: number): Promise<Outcome> {
  const list = await listAndOffice(tx, listId);
  if (!list) return { kind: 'give-up', why: 'no such list' };
  const found = await tx.db
    .select()
    .from(paymentLines)
    .where(and(eq(paymentLines.listId, listId), eq(paymentLines.state, 'paid'), gt(paymentLines.n, after)))
    .orderBy(asc(paymentLines.n))
    .limit(PART + 1);
  // A household's lines stand together; one that may go on after this part waits for the next.
  const last = found.at(-1);
  const cut = found.length > PART ? found.filter((one) => one.caseId !== last?.caseId) : found;
  const lines = cut.length > 0 ? cut : found;
  const accountOf = await accountsOf(tx, lines);
  let told = 0;
  for (const [key, own] of byPayee(lines)) {
    const accountId = accountOf.get(key);
    const [first] = own;
    if (!accountId || !first) continue;
    const payee = tx.cipher.openJson<Payee>(payeePlace(listId, first.n), first.payeeSealed);
    const { fresh } = await tellAccount(tx, {
      accountId,
      kind: 'paid',
      params: {
        office: list.office,
        months: [...new Set(own.map((one) => one.forMonth))].sort(),
        amount: own.reduce((sum, one) => sum + one.amount, 0) as Fen,
        account: payee.account?.slice(-4) ?? '',
      },
      subject: { kind: 'family' },
      officeId: list.row.officeId,
      source: `payment:${listId}:${key}`,
    });
    if (fresh) told += 1;
  }
  if (found.length > PART) await addToOutbox(tx, 'tell-paid', { listId, after: String(lines.at(-1)?.n) });
  return { kind: 'done', what: `told: ${told}` };
}

function byPayee<T extends { readonly caseId: string; readonly payeeId: string }>(lines: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of lines) {
    const key = `${one.caseId}:${one.payeeId}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

/** The account of whom each line was paid to: a verified one, and of several the first; their inbox is one. */
async function accountsOf(
  tx: Context,
  lines: readonly { readonly caseId: string; readonly payeeId: string }[],
): Promise<Map<string, string>> {
  if (lines.length === 0) return new Map();
  const rows = await tx.db
    .selectDistinctOn([caseMembers.caseId, caseMembers.memberId], {
      caseId: caseMembers.caseId,
      memberId: caseMembers.memberId,
      accountId: accounts.id,
    })
    .from(caseMembers)
    .innerJoin(accounts, and(eq(accounts.numberHash, caseMembers.numberHash), eq(accounts.identity, 'verified')))
    .where(inArray(caseMembers.caseId, [...new Set(lines.map((one) => one.caseId))]))
    .orderBy(asc(caseMembers.caseId), asc(caseMembers.memberId), asc(accounts.id));
  return new Map(rows.map((row) => [`${row.caseId}:${row.memberId}`, row.accountId]));
}
