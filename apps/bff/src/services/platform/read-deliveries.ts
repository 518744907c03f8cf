import type { PlatformDelivery } from '@assist/contracts';
import { and, desc, eq, lt } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { platformDeliveries } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { PlatformCaller } from './authenticate.ts';
import { cursorText, seqOf } from './change-view.ts';

const PAGE = 100;
const t = platformDeliveries;

/** Where each of a client's webhooks stands, the newest first. */
export async function readDeliveries(
  ctx: Context,
  { client }: PlatformCaller,
  { state, cursor }: { readonly state?: PlatformDelivery['state'] | undefined; readonly cursor?: string | undefined },
): Promise<{ items: PlatformDelivery[]; next: string | null }> {
  const rows = await ctx.db
    .select()
    .from(t)
    .where(and(eq(t.clientId, client.id), ...(state ? [eq(t.state, state)] : []), ...(cursor ? [lt(t.seq, seqOf(cursor))] : [])))
    .orderBy(desc(t.seq))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  return {
    items: page.map((row) => ({
      id: row.feedId,
      cursor: cursorText(row.seq),
      state: row.state,
      tries: row.tries,
      ...(row.state === 'waiting' && { next: instantText(row.runAt) }),
      ...(row.lastAnswer && { lastAnswer: row.lastAnswer }),
    })),
    next: rows.length > PAGE ? cursorText(page.at(-1)?.seq ?? 0) : null,
  };
}
