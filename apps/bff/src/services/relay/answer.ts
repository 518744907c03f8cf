import type { RelaySignature } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { relayAsks, relaySignatures } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { mayConfirm, ownSignature, ownSignatureView } from './own.ts';
import { type AskRow, lockAsks, phoneHash, type SignatureRow } from './row.ts';
import { carryStanding } from './standing.ts';
import { raiseTownshipTask } from './township-task.ts';

/**
 * What a person says about a signature in their name: it was they (only of what a helper ticked, from their own account and another phone),
 * they did not agree, or not any more. From that moment it counts for nothing; that they did not agree reaches the queue.
 * @throws ServiceProblem `not-found`, `state-changed`, `forbidden` (a visit, a call or a face has to say so)
 */
export const answerRelaySignature = (
  ctx: Context,
  who: Resident,
  signatureId: string,
  { answer, phoneId }: { readonly answer: 'agreed' | 'not-agreed' | 'withdrawn'; readonly phoneId: string },
): Promise<RelaySignature> =>
  inTransaction(ctx, async (tx) => {
    const found = await ownSignature(tx, who, signatureId);
    const asks = await lockAsks(tx, found.ask.applicationId);
    // Read again: somebody may have answered while this one waited.
    const own = await ownSignature(tx, who, signatureId);
    const { ask, signed } = own;
    const wanted = answer === 'agreed' ? 'given' : answer;
    if (signed.state === wanted) return ownSignatureView(tx, who, own);
    if (signed.state !== 'given' && signed.state !== 'to-confirm') throw new ServiceProblem('state-changed');
    if (answer === 'agreed' && (!mayConfirm(who, own) || signed.deviceHash?.equals(phoneHash(tx, phoneId))))
      throw new ServiceProblem('forbidden');
    const at = now(tx);
    const change =
      answer === 'agreed'
        ? { state: 'given' as const, confirmedBy: 'own-phone' as const, confirmedAt: at }
        : { state: answer, endedAt: at };
    const [row] = await tx.db.update(relaySignatures).set(change).where(eq(relaySignatures.id, signatureId)).returning();
    const state = answer === 'agreed' ? 'signed' : 'refused';
    await tx.db.update(relayAsks).set({ state, stateAt: at }).where(eq(relayAsks.id, ask.id));
    const changed = { ...ask, state } as AskRow;
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: answer === 'agreed' ? 'relay-confirmed' : answer === 'withdrawn' ? 'relay-withdrawn' : 'relay-not-agreed',
      object: ['relay-ask', ask.id],
    });
    await carryStanding(
      tx,
      asks.map((one) => (one.id === ask.id ? changed : one)),
    );
    if (answer !== 'agreed') await raiseTownshipTask(tx, changed, answer === 'not-agreed' ? 'not-agreed' : undefined);
    return ownSignatureView(tx, who, { ask: changed, signed: row as SignatureRow });
  });
