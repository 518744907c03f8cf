import type { FaceResult } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { faceChecks } from '../../db/authentication.ts';
import { withdrawConsentActs } from '../consent-act/give.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Resident } from '../session/authenticate.ts';
import { lockFaceCheck, ownFaceCheck } from './row.ts';
import { faceResult } from './view.ts';

/**
 * 不再同意这一次刷脸. What is still under way ends here and is asked for no more; a meeting that was counted stays a meeting.
 * @throws ServiceProblem `not-found`
 */
export async function withdrawFaceConsent(ctx: Context, who: Resident, id: string): Promise<FaceResult> {
  await ownFaceCheck(ctx, who, id);
  const row = await inTransaction(ctx, async (tx) => {
    const locked = await lockFaceCheck(tx, id);
    await withdrawConsentActs(tx, who.accountId, { kind: 'face-check', id });
    if (locked.over) return locked;
    const ended = {
      state: 'abandoned',
      next: 'another-way',
      action: 'withdrawn',
      over: true,
      endedAt: now(tx),
      subjectSealed: null,
    } as const;
    await tx.db.update(faceChecks).set(ended).where(eq(faceChecks.id, id));
    return { ...locked, ...ended };
  });
  return faceResult(ctx, row);
}
