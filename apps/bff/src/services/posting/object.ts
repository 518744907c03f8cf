import type { Named, ReceivedVoice } from '@assist/contracts';
import { and, eq, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { postingObjections, postings, procedureRuns } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { putOnRecord } from '../procedure/put-on-record.ts';
import { giveSecret } from '../voice/secret.ts';
import { objectionPlace, postingPlace } from './sealed-places.ts';

const received = (number: string, secret: string, named: boolean): ReceivedVoice => ({
  number,
  secret,
  sentence: cited(
    named
      ? '收到了，镇街会核实，打电话回您。您是谁，只有核实的人看得到。'
      : '收到了，镇街会核实、回复。记住号和口令，回来看回复；您是谁，没有问，也没有记。',
    ['MCA57-19', 'SAL2026-11'],
  ),
});

export interface Objection {
  readonly words: string;
  /** Who wants to be called back. */
  readonly named?: Named | undefined;
}

/**
 * Somebody who read a notice has something against it. Nobody is asked who they are: they get a number and secret words to look back with.
 * Whether it may stand on record is the policy package's to say. The same id again is the same.
 * @throws ServiceProblem `not-found` (it does not hang), `content-differs`, `step-missing`
 */
export async function objectToPosting(
  ctx: Context,
  postingId: string,
  objectionId: string,
  { words, named }: Objection,
): Promise<{ readonly answer: ReceivedVoice; readonly fresh: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const [posting] = await tx.db
      .select()
      .from(postings)
      .where(and(eq(postings.id, postingId), eq(postings.kind, 'notice'), isNull(postings.takenDownAt)));
    if (!posting) throw new ServiceProblem('not-found');
    const [run] = await tx.db.select().from(procedureRuns).where(eq(procedureRuns.id, posting.runId)).for('update');
    const fingerprint = tx.hash.fingerprint('posting-objection', { postingId, words, ...(named && { named }) });
    const [before] = await tx.db.select().from(postingObjections).where(eq(postingObjections.id, objectionId));
    if (before) {
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      const secret = tx.cipher.openText(postingPlace.secret(objectionId), before.secretSealed);
      return { answer: received(before.number, secret, before.tellerSealed !== null), fresh: false };
    }
    const today = dayInShanghai(tx.clock());
    if (!run || today < posting.hangsFrom || today > posting.hangsUntil) throw new ServiceProblem('not-found');
    await putOnRecord(tx, run, {
      eventId: objectionId,
      event: { kind: 'objected', reason: words },
      on: today,
      role: 'resident',
      actor: { kind: 'system' },
    });
    const { number, secret, hash } = giveSecret(tx);
    await tx.db.insert(postingObjections).values({
      id: objectionId,
      postingId,
      runId: run.id,
      officeId: run.officeId,
      number,
      secretHash: hash,
      secretSealed: tx.cipher.seal(postingPlace.secret(objectionId), secret),
      at: now(tx),
      fingerprint,
      tellerSealed: named ? tx.cipher.sealJson(objectionPlace.teller(objectionId), named) : null,
    });
    return { answer: received(number, secret, named !== undefined), fresh: true };
  });
}
