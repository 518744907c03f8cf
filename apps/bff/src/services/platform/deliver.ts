import { and, asc, eq, inArray, lt, lte, ne, sql } from 'drizzle-orm';
import { webhookHeaders } from '../../crypto/webhook-signature.ts';
import { platformDeliveries, platformFeed } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { changeView, type FeedRow } from './change-view.ts';
import type { HookAnswer, PlatformClient } from './client.ts';

const t = platformDeliveries;
type Row = typeof t.$inferSelect;

/** At once, and at most in one run: a receiver that hangs keeps the worker for one time limit, not for the whole list. */
const AT_ONCE = 16;
const MOST_A_RUN = 320;
/** Longer than any time limit: whoever took it was killed. It goes out again under the same id. */
const KILLED_AFTER_MS = 60_000;
const FIRST_WAIT_MS = 10_000;
const BEHIND_MS = 5000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** About a day and a half; after that it stays to be pulled. */
export const MOST_TRIES = 16;

/** Sends what waits to those who are told. Several workers never take the same. @returns how many were tried */
export async function deliverWaiting(ctx: Context): Promise<number> {
  if (!ctx.platform || ctx.platform.clients.size === 0) return 0;
  await takeUpKilled(ctx);
  let all = 0;
  while (all < MOST_A_RUN) {
    const taken = await takeSome(ctx);
    const well = await Promise.all(taken.map(({ row, change }) => deliverOne(ctx, row, change)));
    all += taken.length;
    if (taken.length < AT_ONCE || well.includes(false)) break;
  }
  return all;
}

/** Taken for good before anything goes out: no transaction is open while a receiver answers. */
const takeSome = (ctx: Context): Promise<{ row: Row; change: FeedRow }[]> =>
  inTransaction(ctx, async (tx) => {
    const at = now(tx);
    const rows = await tx.db
      .select({ row: t, change: platformFeed })
      .from(t)
      .innerJoin(platformFeed, eq(platformFeed.id, t.feedId))
      .where(and(eq(t.state, 'waiting'), lte(t.runAt, at), inArray(t.clientId, [...(tx.platform?.clients.keys() ?? []), ''])))
      .orderBy(asc(t.seq))
      .limit(AT_ONCE)
      .for('update', { of: t, skipLocked: true });
    for (const { row } of rows)
      await tx.db
        .update(t)
        .set({ state: 'sending', sendingSince: at, tries: row.tries + 1 })
        .where(and(eq(t.clientId, row.clientId), eq(t.feedId, row.feedId)));
    return rows.map(({ row, change }) => ({ row: { ...row, tries: row.tries + 1 }, change }));
  });

/** @returns whether it arrived */
async function deliverOne(ctx: Context, row: Row, change: FeedRow): Promise<boolean> {
  const client = ctx.platform?.clients.get(row.clientId);
  const answer = client?.webhook ? await send(ctx, client, change) : 'no-answer';
  const arrived = typeof answer === 'number' && answer >= 200 && answer < 300;
  await inTransaction(ctx, (tx) => settle(tx, row, arrived, String(answer)));
  return arrived;
}

async function send(ctx: Context, { webhook }: PlatformClient, change: FeedRow): Promise<HookAnswer> {
  if (!ctx.platform || !webhook) return 'no-answer';
  const body = JSON.stringify(changeView(change));
  const headers = webhookHeaders(change.id, Math.floor(ctx.clock() / 1000), body, webhook.secrets);
  return ctx.platform.send(webhook.url, headers, body, webhook.timeoutMs);
}

async function settle(tx: Context, row: Row, arrived: boolean, lastAnswer: string): Promise<void> {
  const at = now(tx);
  const mine = and(eq(t.clientId, row.clientId), eq(t.feedId, row.feedId), eq(t.state, 'sending'));
  const over = arrived || row.tries >= MOST_TRIES;
  const next = new Date(at.getTime() + Math.min(FIRST_WAIT_MS * 2 ** (row.tries - 1), LONGEST_WAIT_MS));
  await tx.db
    .update(t)
    .set({
      state: arrived ? 'delivered' : over ? 'given-up' : 'waiting',
      sendingSince: null,
      lastAnswer,
      ...(over ? { settledAt: at } : { runAt: next }),
    })
    .where(mine);
  if (arrived || over) return;
  // Who does not answer is asked again with one; the rest follow when that one was answered.
  const after = new Date(next.getTime() + BEHIND_MS);
  const rest = and(eq(t.clientId, row.clientId), eq(t.state, 'waiting'), ne(t.feedId, row.feedId), lt(t.runAt, after));
  await tx.db.update(t).set({ runAt: after }).where(rest);
}

const takeUpKilled = (ctx: Context): Promise<unknown> =>
  ctx.db
    .update(t)
    .set({ state: 'waiting', sendingSince: null, lastAnswer: sql`coalesce(${t.lastAnswer}, 'cut-off')` })
    .where(and(eq(t.state, 'sending'), lt(t.sendingSince, new Date(ctx.clock() - KILLED_AFTER_MS))));
