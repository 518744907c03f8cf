import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { checkOwnCode, hashOfCode } from './check.ts';
import { type OwnCodeStanding, standingOf } from './standing.ts';

/**
 * Sets a code, another one, or none. Who changes it knows the one before: a phone left open does not hand it over.
 * @throws ServiceProblem `second-step-wrong`, `forbidden` for a helper
 */
export async function setOwnCode(
  ctx: Context,
  who: Resident,
  { code, before }: { readonly code?: string | undefined; readonly before?: string | undefined },
): Promise<OwnCodeStanding> {
  if (who.helper) throw new ServiceProblem('forbidden');
  // Counted by itself: a wrong try stays counted, whatever is undone after it.
  const { right } = before ? await checkOwnCode(ctx, who, before) : { right: false };
  return inTransaction(ctx, async (tx) => {
    const [held] = await tx.db.select({ hash: accounts.ownCodeHash }).from(accounts).where(eq(accounts.id, who.accountId)).for('update');
    // As it is now, held: of two hands at once the second one no longer knows the code before.
    const stillThat = held?.hash && before ? held.hash.equals(hashOfCode(tx, who.accountId, before)) : false;
    if (held?.hash && !(right && stillThat)) throw new ServiceProblem('second-step-wrong');
    const ownCodeHash = code ? hashOfCode(tx, who.accountId, code) : null;
    await tx.db.update(accounts).set({ ownCodeHash, ownCodeWrong: 0 }).where(eq(accounts.id, who.accountId));
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'own-code-set', object: ['account', who.accountId] });
    return standingOf({ ownCodeHash });
  });
}
