import { birthDateOf, type ConsentAct } from '@assist/contracts';
import { ageOn } from '@assist/policy';
import { newSequenceNumber } from '@assist/wechat';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { faceChecks } from '../../db/authentication.ts';
import { numberHash } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { checkPaper } from '../authentication/whom.ts';
import { checkConsent, giveConsentAct } from '../consent-act/give.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Resident } from '../session/authenticate.ts';
import { answerOf, begunBefore, type FaceAnswer } from './begun.ts';
import { openAtWechat } from './open-at-wechat.ts';
import { type FaceCheckRow, facePlace, MOST_A_DAY, MOST_TRIES, openedToday, triesOf } from './row.ts';
import type { FaceSentenceId } from './words.ts';

export interface FaceOfSigner {
  readonly name: string;
  readonly number: string;
  readonly role: 'self' | 'guardian';
  readonly consent: ConsentAct;
}

/**
 * Opens one face check that only says "it was they who signed". It is no authentication, goes to no township and books no visit: who is not
 * recognised twice writes their name, or two people at the counter see them agree.
 * @throws ServiceProblem `form-invalid`, `content-differs`, `not-found`
 */
export async function beginFaceForSignature(ctx: Context, who: Resident, id: string, signer: FaceOfSigner): Promise<FaceAnswer['answer']> {
  const fingerprint = ctx.hash.fingerprint('face-to-sign', signer);
  const before = await begunBefore(ctx, who, id, fingerprint);
  if (before) return answerOf(ctx, await openAtWechat(ctx, before, 'again'));
  checkConsent(signer.consent, 'face-to-sign');
  checkPaper(ctx, paperOf(signer), 'number');
  const made = await inTransaction(ctx, (tx) => add(tx, who, id, signer, fingerprint));
  const row = made ?? (await begunBefore(ctx, who, id, fingerprint));
  if (!row) throw new Error('a face check that was there is gone');
  return answerOf(ctx, await openAtWechat(ctx, row, 'first'));
}

const paperOf = ({ number }: FaceOfSigner) => ({ kind: 'resident-identity', number }) as const;

async function add(tx: Context, who: Resident, id: string, signer: FaceOfSigner, fingerprint: Buffer): Promise<FaceCheckRow | undefined> {
  const { accountId } = who;
  const { name, number, role } = signer;
  const personHash = numberHash(tx, paperOf(signer)) as Buffer;
  const day = dayInShanghai(tx.clock());
  const otherWay = await anotherWay(tx, accountId, personHash, number, day);
  const [row] = await tx.db
    .insert(faceChecks)
    .values({
      id,
      accountId,
      purpose: 'relay-signature',
      role,
      personHash,
      personSealed: tx.cipher.sealJson(facePlace.person(id), { name, paper: paperOf(signer) }),
      subjectSealed: otherWay ? null : tx.cipher.sealJson(facePlace.subject(id), { name, number }),
      sequenceNumber: newSequenceNumber(),
      state: otherWay ? 'not-yet' : 'begun',
      next: otherWay ? 'another-way' : 'wait',
      action: otherWay ?? 'not-done-yet',
      over: otherWay !== undefined,
      onDay: day,
      begunAt: now(tx),
      expiresAt: new Date(tx.clock() + 3_600_000),
      fingerprint,
    })
    .onConflictDoNothing({ target: faceChecks.id })
    .returning();
  // A face that is not asked for needs no consent, and none is kept.
  if (!row || otherWay) return row;
  const consentId = await giveConsentAct(tx, accountId, signer.consent, { kind: 'face-check', id });
  const [written] = await tx.db.update(faceChecks).set({ consentId }).where(eq(faceChecks.id, id)).returning();
  await record(tx, { actor: { kind: 'account', id: accountId }, action: 'face-check-begun', object: ['face-check', id] });
  return written;
}

/** Why it is not begun with a face, in one sentence that says what else there is. */
async function anotherWay(
  tx: Context,
  accountId: string,
  personHash: Buffer,
  number: string,
  day: ReturnType<typeof dayInShanghai>,
): Promise<FaceSentenceId | undefined> {
  if ((await triesOf(tx, personHash, day)) >= MOST_TRIES) return 'sign-another-way';
  const born = birthDateOf(number);
  if (born !== undefined && ageOn(born, day) < 14) return 'sign-another-way';
  return (await openedToday(tx, accountId, day)) >= MOST_A_DAY.resident ? 'sign-another-way' : undefined;
}
