import { faceOutcomeOfError } from '@assist/wechat';
import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import { faceChecks } from '../../db/authentication.ts';
import { type Context, now } from '../context.ts';
import { askWechat } from './ask-wechat.ts';
import { settleFaceCheck } from './settle.ts';

/** A face check takes a minute or two; after this the phone is taken to have died in the middle. */
const LEFT_ALONE_MS = 3 * 60_000;
const AT_ONCE = 100;

/**
 * Asks WeChat about what phones began and did not come back from, until the hour is over; then it is left, not counted as a try,
 * with the other ways offered. @returns how many came to an end
 */
export async function catchUpFaceChecks(ctx: Context): Promise<number> {
  const before = new Date(now(ctx).getTime() - LEFT_ALONE_MS);
  const t = faceChecks;
  const rows = await ctx.db
    .select()
    .from(t)
    .where(and(eq(t.over, false), lt(t.begunAt, before), or(isNull(t.askedAt), lt(t.askedAt, before))))
    .orderBy(asc(t.begunAt))
    .limit(AT_ONCE);
  let ended = 0;
  for (const row of rows) {
    // Nobody ever got an id for it: the person simply begins anew.
    const settling = row.verifyIdSealed ? await askWechat(ctx, row) : { outcome: faceOutcomeOfError(undefined, 'begin') };
    if ((await settleFaceCheck(ctx, row.id, settling)).over) ended += 1;
  }
  return ended;
}
