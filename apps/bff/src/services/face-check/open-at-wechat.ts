import { type FaceOutcome, faceOutcomeOfError, newSequenceNumber, WechatError } from '@assist/wechat';
import { and, eq, isNull } from 'drizzle-orm';
import { faceChecks } from '../../db/authentication.ts';
import type { Context } from '../context.ts';
import { type FaceCheckRow, facePlace } from './row.ts';
import { settleFaceCheck } from './settle.ts';
import { wechatSubject } from './subject.ts';

/** The id for `wx.requestFacialVerify`, while it can still be used. It is good for one check. */
export const verifyIdOf = (ctx: Context, row: FaceCheckRow): string | undefined =>
  row.verifyIdSealed && row.state === 'begun' && ctx.clock() < row.expiresAt.getTime()
    ? ctx.cipher.openText(facePlace.verifyId(row.id), row.verifyIdSealed)
    : undefined;

/**
 * Gets WeChat's id for a face check that has none yet, outside of any transaction. Where WeChat does not give one, the check is over
 * and says what to do; it is no try.
 * @param call `again` takes another sequence number: the earlier call may have reached WeChat without an answer reaching us
 */
export async function openAtWechat(ctx: Context, row: FaceCheckRow, call: 'first' | 'again'): Promise<FaceCheckRow> {
  if (row.over || row.verifyIdSealed) return row;
  const subject = await wechatSubject(ctx, row);
  if (!subject) return row;
  let sequenceNumber = call === 'first' ? row.sequenceNumber : await takeSequenceNumber(ctx, row.id);
  for (let left = 2; left > 0; left--) {
    const begun = await ctx.wechat.getVerifyId({ ...subject, sequenceNumber }).catch((error: unknown) => {
      return { state: 'no-answer', outcome: faceOutcomeOfError(error, 'begin') } as const;
    });
    if (begun.state === 'begun') return keep(ctx, row, begun.verifyId, begun.expiresInSeconds, sequenceNumber);
    if (begun.state !== 'sequence-taken') return over(ctx, row, begun.outcome);
    sequenceNumber = await takeSequenceNumber(ctx, row.id);
  }
  return over(ctx, row, faceOutcomeOfError(new WechatError({ endpoint: 'getverifyid', kind: 'bug' }), 'begin'));
}

/** Somebody else may have opened it meanwhile: then theirs stands. */
async function over(ctx: Context, row: FaceCheckRow, outcome: FaceOutcome): Promise<FaceCheckRow> {
  const [latest] = await ctx.db.select().from(faceChecks).where(eq(faceChecks.id, row.id));
  return latest?.verifyIdSealed ? latest : settleFaceCheck(ctx, row.id, { outcome });
}

async function takeSequenceNumber(ctx: Context, id: string): Promise<string> {
  const sequenceNumber = newSequenceNumber();
  await ctx.db
    .update(faceChecks)
    .set({ sequenceNumber })
    .where(and(eq(faceChecks.id, id), isNull(faceChecks.verifyIdHash)));
  return sequenceNumber;
}

async function keep(ctx: Context, row: FaceCheckRow, verifyId: string, seconds: number, sequenceNumber: string): Promise<FaceCheckRow> {
  const verifyIdHash = ctx.hash.find('verify-id', verifyId);
  const [known] = await ctx.db.select({ id: faceChecks.id }).from(faceChecks).where(eq(faceChecks.verifyIdHash, verifyIdHash));
  // An id that was given out before is no id: single use.
  if (known && known.id !== row.id)
    return over(ctx, row, faceOutcomeOfError(new WechatError({ endpoint: 'getverifyid', kind: 'nonsense' }), 'begin'));
  const [kept] = await ctx.db
    .update(faceChecks)
    .set({
      verifyIdSealed: ctx.cipher.seal(facePlace.verifyId(row.id), verifyId),
      verifyIdHash,
      sequenceNumber,
      expiresAt: new Date(ctx.clock() + seconds * 1000),
    })
    .where(and(eq(faceChecks.id, row.id), isNull(faceChecks.verifyIdHash), eq(faceChecks.over, false)))
    .returning();
  if (kept) return kept;
  const [latest] = await ctx.db.select().from(faceChecks).where(eq(faceChecks.id, row.id));
  return latest ?? row;
}
