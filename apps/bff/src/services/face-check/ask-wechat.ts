import { FACE_EXPIRED, faceOutcomeOfError } from '@assist/wechat';
import { type Context, now } from '../context.ts';
import { type FaceCheckRow, facePlace } from './row.ts';
import type { Settling } from './settle.ts';
import { wechatSubject } from './subject.ts';

/** WeChat's hour, and a little for clocks that differ. */
const GRACE_MS = 60_000;

/**
 * Asks WeChat how a face check ended. Only this decides; what the phone said is a hint to ask.
 * No answer, a slow or a nonsense one settles nothing until the hour is over.
 */
export async function askWechat(ctx: Context, row: FaceCheckRow): Promise<Settling> {
  const subject = await wechatSubject(ctx, row);
  const gone = now(ctx).getTime() > row.expiresAt.getTime() + GRACE_MS;
  if (!subject || !row.verifyIdSealed) return { outcome: FACE_EXPIRED };
  const verifyId = ctx.cipher.openText(facePlace.verifyId(row.id), row.verifyIdSealed);
  const settling = await ctx.wechat.queryVerifyInfo({ ...subject, verifyId }).then(
    (result): Settling =>
      result.state === 'answered'
        ? { outcome: result.outcome, verifyRet: result.verifyRet }
        : { outcome: result.outcome, mismatch: result.state === 'mismatch' },
    (error: unknown): Settling => ({ outcome: faceOutcomeOfError(error, 'result') }),
  );
  return gone && !settling.outcome.over ? { outcome: FACE_EXPIRED } : settling;
}
