import { lt } from 'drizzle-orm';
import { idempotencyKeys, rateCounts, realityCodes, refreshTokens, staffSessions, staffSignIns, wechatPushes } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

const DAY_MS = 24 * 3_600_000;

/** Drops what only counted for a time: answers of keys, counts of calls, ended sign-ins and sessions. */
export async function forgetOld(ctx: Context): Promise<void> {
  const at = now(ctx);
  const yesterday = new Date(at.getTime() - DAY_MS);
  await ctx.db.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, at));
  await ctx.db.delete(rateCounts).where(lt(rateCounts.windowStart, yesterday));
  await ctx.db.delete(refreshTokens).where(lt(refreshTokens.expiresAt, at));
  await ctx.db.delete(staffSignIns).where(lt(staffSignIns.expiresAt, at));
  await ctx.db.delete(wechatPushes).where(lt(wechatPushes.at, yesterday));
  await ctx.db.delete(realityCodes).where(lt(realityCodes.expiresAt, yesterday));
  await ctx.db.delete(staffSessions).where(lt(staffSessions.expiresAt, at));
}
