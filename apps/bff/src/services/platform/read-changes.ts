import type { PlatformChange } from '@assist/contracts';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { platformAcknowledgements, platformFeed } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { PlatformCaller } from './authenticate.ts';
import { changeView, cursorText, heardBy, seqOf } from './change-view.ts';

const STANDARD = 100;

export interface ChangesPage {
  items: PlatformChange[];
  next: string;
  more: boolean;
}

/**
 * What happened after a place, in the order of the numbers the sealer gave. Without a place, from where the client said it has everything.
 * Nothing is missed: a number is given only after what it stands for was committed, and never out of order.
 */
export async function readChanges(
  ctx: Context,
  { client }: PlatformCaller,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit?: string | undefined },
): Promise<ChangesPage> {
  const after = cursor === undefined ? await acknowledgedBy(ctx, client.id) : seqOf(cursor);
  const many = limit === undefined ? STANDARD : Number(limit);
  const rows = await ctx.db
    .select()
    .from(platformFeed)
    .where(and(heardBy(client), gt(platformFeed.seq, after)))
    .orderBy(asc(platformFeed.seq))
    .limit(many + 1);
  const page = rows.slice(0, many);
  return { items: page.map(changeView), next: cursorText(page.at(-1)?.seq ?? after), more: rows.length > many };
}

async function acknowledgedBy(ctx: Context, clientId: string): Promise<number> {
  const [row] = await ctx.db.select().from(platformAcknowledgements).where(eq(platformAcknowledgements.clientId, clientId));
  return row?.seq ?? 0;
}

/** The client has everything up to here. It goes forward only; an older one changes nothing. @throws ServiceProblem `form-invalid` */
export async function acknowledge(ctx: Context, { client }: PlatformCaller, cursor: string): Promise<{ cursor: string }> {
  const seq = seqOf(cursor);
  const [last] = await ctx.db.select({ seq: sql<string>`coalesce(max(${platformFeed.seq}), 0)` }).from(platformFeed);
  if (seq > Number(last?.seq ?? 0))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'cursor', sentence: '还没有到这个位置。' }] });
  await ctx.db
    .insert(platformAcknowledgements)
    .values({ clientId: client.id, seq, at: now(ctx) })
    .onConflictDoUpdate({
      target: platformAcknowledgements.clientId,
      set: { seq, at: now(ctx) },
      setWhere: sql`${platformAcknowledgements.seq} < excluded.seq`,
    });
  return { cursor: cursorText(await acknowledgedBy(ctx, client.id)) };
}
