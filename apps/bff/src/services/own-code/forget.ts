import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import { accountOf, paperOf } from '../account/account.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { type OwnCodeStanding, standingOf } from './standing.ts';

/**
 * 忘了: the last six of the number on one's own paper take the code away (ten tries an hour). Who has no paper yet is not locked out for
 * having none: then the code goes without.
 * @throws ServiceProblem `relay-digits-wrong`
 */
export const forgetOwnCode = (ctx: Context, who: Resident, lastSix: string): Promise<OwnCodeStanding> =>
  inTransaction(ctx, async (tx) => {
    const paper = paperOf(tx, await accountOf(tx, who.accountId));
    const number = paper && paper.kind !== 'none-yet' ? paper.number.replace(/\s/g, '').toUpperCase() : undefined;
    if (number !== undefined && number.slice(-6) !== lastSix.toUpperCase().slice(-Math.min(6, number.length)))
      throw new ServiceProblem('relay-digits-wrong');
    await tx.db.update(accounts).set({ ownCodeHash: null, ownCodeWrong: 0 }).where(eq(accounts.id, who.accountId));
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'own-code-forgotten', object: ['account', who.accountId] });
    return standingOf({ ownCodeHash: null });
  });
