import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { helperGrants } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { helperNameOf } from './row.ts';

/** The person stops a helper, or the helper stops helping: at once, and again is the same. What was filled in stays the person's. @throws ServiceProblem `not-found` */
export const stopHelper = (ctx: Context, who: Resident, grantId: string): Promise<{ state: 'stopped' }> =>
  inTransaction(ctx, async (tx) => {
    const own = await accountsOfPerson(tx, who);
    const mine = and(
      eq(helperGrants.id, grantId),
      or(inArray(helperGrants.personAccountId, own), eq(helperGrants.helperAccountId, who.accountId)),
    );
    const [found] = await tx.db.select().from(helperGrants).where(mine).for('update');
    if (!found) throw new ServiceProblem('not-found');
    if (found.endedAt) return { state: 'stopped' };
    await tx.db
      .update(helperGrants)
      .set({ endedAt: now(tx), endedWhy: 'stopped' })
      .where(and(eq(helperGrants.id, grantId), isNull(helperGrants.endedAt)));
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'helper-stopped', object: ['helper', grantId] });
    if (!own.includes(found.personAccountId))
      await tellAccount(tx, {
        accountId: found.personAccountId,
        kind: 'helper-changed',
        params: { helper: helperNameOf(tx, found), what: 'stopped' },
        source: `helper:${grantId}:stopped`,
      });
    return { state: 'stopped' };
  });
