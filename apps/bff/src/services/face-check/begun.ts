import type { FaceResult } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { faceChecks } from '../../db/authentication.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { verifyIdOf } from './open-at-wechat.ts';
import type { FaceCheckRow } from './row.ts';
import { faceResult } from './view.ts';

export interface FaceAnswer {
  readonly answer: { verifyId?: string; result: FaceResult };
  readonly fresh: boolean;
}

/** What the phone gets of a face check that was begun. */
export async function answerOf(ctx: Context, row: FaceCheckRow): Promise<FaceAnswer['answer']> {
  const verifyId = verifyIdOf(ctx, row);
  return { ...(verifyId && { verifyId }), result: await faceResult(ctx, row) };
}

/** The same id from the same account with the same content. @throws ServiceProblem `not-found`, `content-differs` */
export async function begunBefore(ctx: Context, who: Resident, id: string, fingerprint: Buffer): Promise<FaceCheckRow | undefined> {
  const [row] = await ctx.db.select().from(faceChecks).where(eq(faceChecks.id, id));
  if (!row) return undefined;
  if (row.accountId !== who.accountId) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}
