import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { accounts, helperGrants } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { HELPED_APPID } from './row.ts';

/**
 * Takes over what others began for this person: only for who is verified as the number that was written. From then on it is theirs like
 * anything begun on another phone: drafts, applications, messages, and who helped. What is told to this person is told to them alone from
 * now on: a message may be about what they have elsewhere. @throws ServiceProblem `verification-needed`
 */
export async function claimHelped(ctx: Context, who: Resident): Promise<{ taken: number }> {
  const { identity, numberHash } = who.account;
  if (identity !== 'verified' || !numberHash) throw new ServiceProblem('verification-needed');
  return inTransaction(ctx, async (tx) => {
    const taken = await tx.db
      .update(accounts)
      .set({ identity: 'verified', verifiedAt: now(tx) })
      .where(and(eq(accounts.wechatAppid, HELPED_APPID), eq(accounts.numberHash, numberHash), eq(accounts.identity, 'claimed')))
      .returning({ id: accounts.id });
    const ids = taken.map((one) => one.id);
    await tx.db
      .update(helperGrants)
      .set({ verbs: sql`array_remove(${helperGrants.verbs}, 'notices')` })
      .where(and(inArray(helperGrants.personAccountId, ids), eq(helperGrants.begunBy, 'helper'), isNull(helperGrants.endedAt)));
    for (const id of ids)
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'helped-claimed', object: ['account', id] });
    return { taken: taken.length };
  });
}
