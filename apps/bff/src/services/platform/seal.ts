import { sql } from 'drizzle-orm';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { TOLD_PROCEDURES } from './change-view.ts';

/** Any number, the same for ever: one sealer at a time. */
const LOCK = 7_401_163_942;
const AT_ONCE = 1000;

/**
 * Gives what happened its number. What is visible here was committed; what is committed later gets a later number, whatever it waited for:
 * so nobody who reads past a number misses anything. With each number comes a row for every client that is told, in one transaction.
 * @returns how many were numbered
 */
export async function sealFeed(ctx: Context): Promise<number> {
  let all = 0;
  for (;;) {
    const sealed = await inTransaction(ctx, sealSome);
    all += sealed;
    if (sealed < AT_ONCE) return all;
  }
}

async function sealSome(tx: Context): Promise<number> {
  // Held to the commit; the next statement sees all that the one before it sealed.
  await tx.db.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const rows = await tx.db.execute<{ seq: string }>(sql`
    update platform_feed f set seq = t.n
    from (
      select id, (select coalesce(max(seq), 0) from platform_feed) + row_number() over (order by written) as n
      from (select id, written from platform_feed where seq is null order by written limit ${AT_ONCE}) w
    ) t
    where f.id = t.id returning f.seq`);
  const numbers = rows.map((row) => Number(row.seq));
  if (numbers.length > 0) await addDeliveries(tx, Math.min(...numbers), Math.max(...numbers));
  return numbers.length;
}

async function addDeliveries(tx: Context, from: number, to: number): Promise<void> {
  for (const client of tx.platform?.clients.values() ?? []) {
    if (!client.webhook) continue;
    const targets = `{${(client.referrals ?? []).join(',')}}`;
    await tx.db.execute(sql`
      insert into platform_deliveries (client_id, feed_id, seq, state, run_at)
      select ${client.id}, id, seq, 'waiting', ${now(tx).toISOString()}::timestamptz from platform_feed
      where seq between ${from} and ${to} and district in ${[...client.districts]}
        and (procedure is null or procedure in ${[...TOLD_PROCEDURES]})
        and (target is null or target = any (${targets}::text[]))`);
  }
}
