import { randomInt } from 'node:crypto';
import type { CitedSentence } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, eq, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { clearCode, normaliseCode } from '../../crypto/codes.ts';
import { postingObjections, postings, procedureRuns } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { putOnRecord } from '../procedure/put-on-record.ts';
import { recordOf } from '../procedure/record.ts';
import { postingPlace } from './sealed-places.ts';
import { SECRET_WORDS } from './secret-words.ts';

const NUMBER_LENGTH = 8;
const WORDS = 4;

export interface ReceivedObjection {
  readonly number: string;
  readonly secret: string;
  readonly sentence: CitedSentence;
}

const received = (number: string, secret: string): ReceivedObjection => ({
  number,
  secret,
  sentence: cited('收到了，镇街会核实、回复。记住号和口令，回来看回复；您是谁，没有问，也没有记。', ['MCA57-19', 'SAL2026-11']),
});

/**
 * Somebody who read a notice has something against it. Nobody is asked who they are: they get a number and secret words to look back with.
 * Whether it may stand on record is the policy package's to say. The same id again is the same.
 * @throws ServiceProblem `not-found` (it does not hang), `content-differs`, `step-missing`
 */
export async function objectToPosting(
  ctx: Context,
  postingId: string,
  objectionId: string,
  words: string,
): Promise<{ readonly answer: ReceivedObjection; readonly fresh: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const [posting] = await tx.db
      .select()
      .from(postings)
      .where(and(eq(postings.id, postingId), eq(postings.kind, 'notice'), isNull(postings.takenDownAt)));
    if (!posting) throw new ServiceProblem('not-found');
    const [run] = await tx.db.select().from(procedureRuns).where(eq(procedureRuns.id, posting.runId)).for('update');
    const fingerprint = tx.hash.fingerprint('posting-objection', { postingId, words });
    const [before] = await tx.db.select().from(postingObjections).where(eq(postingObjections.id, objectionId));
    if (before) {
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      return { answer: received(before.number, tx.cipher.openText(postingPlace.secret(objectionId), before.secretSealed)), fresh: false };
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
    const number = clearCode(NUMBER_LENGTH);
    const secret = Array.from({ length: WORDS }, () => SECRET_WORDS[randomInt(SECRET_WORDS.length)]).join('');
    await tx.db.insert(postingObjections).values({
      id: objectionId,
      postingId,
      runId: run.id,
      officeId: run.officeId,
      number,
      secretHash: secretHash(tx, number, secret),
      secretSealed: tx.cipher.seal(postingPlace.secret(objectionId), secret),
      at: now(tx),
      fingerprint,
    });
    return { answer: received(number, secret), fresh: true };
  });
}

const secretHash = (ctx: Context, number: string, secret: string): Buffer =>
  ctx.hash.find('posting-objection-secret', `${number}:${secret.replace(/[\s　、，,]/g, '')}`);

export interface ObjectionReply {
  readonly number: string;
  readonly on: CivilDate;
  readonly sentence: CitedSentence;
  readonly reply?: string;
}

/** The reply, for who has the number and the secret words. @throws ServiceProblem `not-found`, the same whichever of both is wrong */
export async function replyToObjection(ctx: Context, typed: { readonly number: string; readonly secret: string }): Promise<ObjectionReply> {
  const number = normaliseCode(typed.number);
  const [row] = await ctx.db.select().from(postingObjections).where(eq(postingObjections.number, number));
  if (!row?.secretHash.equals(secretHash(ctx, number, typed.secret))) throw new ServiceProblem('not-found');
  const answer = (await recordOf(ctx, row.runId)).findLast(({ event }) => event.kind === 'objection-answered' && event.objection === row.id)
    ?.event.reason;
  return {
    number,
    on: dayInShanghai(row.at.getTime()),
    sentence: cited(answer ? '镇街核实过，回复在下面。' : '镇街还在核实。', ['MCA57-19']),
    ...(answer && { reply: answer }),
  };
}
