import type { RelaySignature } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { relayAsks, relaySignatures } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { useFaceToSign } from '../face-check/use-to-sign.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { signerOf } from './face-signer.ts';
import { mayConfirmByFace, ownSignature, ownSignatureView } from './own.ts';
import { type AskRow, lockAsks, type SignatureRow } from './row.ts';
import { carryStanding } from './standing.ts';

/**
 * A signature that waited to be confirmed counts from here on: the person's own face said it was they. The same again is the same.
 * @throws ServiceProblem `not-found`, `state-changed`, `face-not-theirs` (another face, too long ago, used already)
 */
export const confirmRelayByFace = (ctx: Context, who: Resident, signatureId: string, faceCheckId: string): Promise<RelaySignature> =>
  inTransaction(ctx, async (tx) => {
    const found = await ownSignature(tx, who, signatureId);
    const asks = await lockAsks(tx, found.ask.applicationId);
    // Read again: somebody may have answered while this one waited.
    const own = await ownSignature(tx, who, signatureId);
    if (own.signed.state === 'given') return ownSignatureView(tx, who, own);
    if (!mayConfirmByFace(own)) throw new ServiceProblem('state-changed');
    if (!(await useFaceToSign(tx, who, faceCheckId, signerOf(tx, own.ask)))) throw new ServiceProblem('face-not-theirs');
    const at = now(tx);
    const change = { state: 'given', confirmedBy: 'face', confirmedAt: at } as const;
    const [row] = await tx.db.update(relaySignatures).set(change).where(eq(relaySignatures.id, signatureId)).returning();
    await tx.db.update(relayAsks).set({ state: 'signed', stateAt: at }).where(eq(relayAsks.id, own.ask.id));
    const ask = { ...own.ask, state: 'signed' } as AskRow;
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'relay-confirmed',
      object: ['relay-ask', ask.id],
      result: 'face',
    });
    await carryStanding(
      tx,
      asks.map((one) => (one.id === ask.id ? ask : one)),
    );
    return ownSignatureView(tx, who, { ask, signed: row as SignatureRow });
  });
