import { sql } from 'drizzle-orm';
import { madeOnce } from '../../db/made-once.ts';
import { rateCounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { RATE_LIMITS } from './limits.ts';

const countOne = madeOnce((db) =>
  db
    .insert(rateCounts)
    .values({ key: sql.placeholder('key'), windowStart: sql.placeholder('start'), count: 1 })
    .onConflictDoUpdate({ target: [rateCounts.key, rateCounts.windowStart], set: { count: sql`${rateCounts.count} + 1` } })
    .returning({ count: rateCounts.count })
    .prepare('count-call'),
);

/**
 * Counts a call in its window and refuses one too many.
 * @param who account, staff member or address; kept as a keyed hash
 * @throws ServiceProblem `too-many-requests`
 */
export async function countCall(ctx: Context, endpoint: string, who: string): Promise<void> {
  const limit = RATE_LIMITS[endpoint];
  if (!limit) return;
  const length = limit.seconds * 1000;
  const start = Math.floor(ctx.clock() / length) * length;
  const key = `${endpoint}:${ctx.hash.find('rate', who).toString('base64url').slice(0, 22)}`;
  const [row] = await countOne(ctx.db).execute({ key, start: new Date(start) });
  if (row && row.count > limit.calls)
    throw new ServiceProblem('too-many-requests', { retryAfterSeconds: Math.ceil((start + length - ctx.clock()) / 1000) });
}
