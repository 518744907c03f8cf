import { type AccountView, checkIdentityNumber, IDENTITY_NUMBER_SENTENCES, type Paper } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { accounts } from '../../db/schema.ts';
import { accountOf, accountPlace, numberHash } from '../account/account.ts';
import { accountView } from '../account/view.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { addToOutbox } from '../outbox/add.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';

/**
 * Keeps who somebody says to be. It proves nothing, and the answer is the same whether the number is known or not:
 * who else wrote it is looked up later, by the worker, for the township alone.
 * @throws ServiceProblem `form-invalid` (a number that cannot be), `state-changed` (verified as somebody else), `signature-missing`
 */
export async function claimIdentity(ctx: Context, who: Resident, claim: { name: string; paper: Paper }): Promise<AccountView> {
  if (claim.paper.kind === 'resident-identity') {
    const wrong = checkIdentityNumber(claim.paper.number, dayInShanghai(ctx.clock()));
    if (wrong) throw new ServiceProblem('form-invalid', { fields: [{ path: 'paper.number', sentence: IDENTITY_NUMBER_SENTENCES[wrong] }] });
  }
  await requireNotice(ctx, who.accountId);
  return inTransaction(ctx, async (tx) => {
    const hash = numberHash(tx, claim.paper);
    const before = await accountOf(tx, who.accountId);
    const verified = before.identity === 'verified';
    if (verified && !(hash && before.numberHash?.equals(hash))) throw new ServiceProblem('state-changed');
    // What a clerk saw on the card stands.
    if (verified) return accountView(tx, before);
    const [row] = await tx.db
      .update(accounts)
      .set({
        identity: 'claimed',
        nameSealed: tx.cipher.seal(accountPlace.name(who.accountId), claim.name),
        paperSealed: tx.cipher.sealJson(accountPlace.paper(who.accountId), claim.paper),
        numberHash: hash,
        claimedAt: now(tx),
      })
      .where(eq(accounts.id, who.accountId))
      .returning();
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'identity-claimed', object: ['account', who.accountId] });
    await addToOutbox(tx, 'find-identity-conflict', { accountId: who.accountId });
    return accountView(tx, row ?? before);
  });
}
