import { OWN_CODE_TRIES } from '@assist/contracts';
import { and, eq, lt, sql } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Resident } from '../session/authenticate.ts';

export const hashOfCode = (ctx: Context, accountId: string, code: string): Buffer => ctx.hash.find('own-code', `${accountId}:${code}`);

/** One try. After five wrong ones a right one does not help any more; the account itself, urgent help and every phone number stay open. */
export const checkOwnCode = (ctx: Context, who: Resident, code: string): Promise<{ right: boolean; left: number }> =>
  inTransaction(ctx, async (tx) => {
    // Counted before it is looked at: two tries at once are two.
    const [row] = await tx.db
      .update(accounts)
      .set({ ownCodeWrong: sql`${accounts.ownCodeWrong} + 1` })
      .where(and(eq(accounts.id, who.accountId), lt(accounts.ownCodeWrong, OWN_CODE_TRIES)))
      .returning({ hash: accounts.ownCodeHash, wrong: accounts.ownCodeWrong });
    if (!row) return { right: false, left: 0 };
    const right = row.hash === null || row.hash.equals(hashOfCode(tx, who.accountId, code));
    if (right) await tx.db.update(accounts).set({ ownCodeWrong: 0 }).where(eq(accounts.id, who.accountId));
    return { right, left: right ? OWN_CODE_TRIES : OWN_CODE_TRIES - row.wrong };
  });
