import { asc, desc, gt, sql } from 'drizzle-orm';
import { auditSeals } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { batchHash, NOTHING_BEFORE, type Span } from './batch-hash.ts';

/** Any number, the same for ever: one sealer at a time. */
const LOCK = 7_401_163_943;
/** Rows of one batch, about: a transaction is never cut in two. */
const AT_ONCE = 5000;
/** Heads that are carried out at once. */
const HEADS = 1000;

/**
 * Seals what was put on record since the last time and is settled: every transaction older than the oldest one under way. Each batch is
 * linked to the one before; then its head is written outside the database. Any number of workers may do it: one seals at a time, and each
 * carries out what its own file lacks. @returns how many batches were sealed
 */
export async function sealAudit(ctx: Context): Promise<number> {
  let batches = 0;
  while (await inTransaction(ctx, sealNext)) batches += 1;
  await carryOut(ctx);
  return batches;
}

async function sealNext(tx: Context): Promise<boolean> {
  // Held to the commit; the next statement sees the batch that the one before it sealed.
  await tx.db.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const [last] = await tx.db.select().from(auditSeals).orderBy(desc(auditSeals.batch)).limit(1);
  const span = await nextSpan(tx, last?.toTransaction ?? '0');
  if (!span) return false;
  const { rows, hash } = await batchHash(tx, span, last?.hash ?? NOTHING_BEFORE);
  await tx.db.insert(auditSeals).values({
    batch: (last?.batch ?? 0) + 1,
    fromTransaction: span.from,
    toTransaction: span.to,
    rows,
    hash,
    sealedAt: now(tx),
  });
  return true;
}

/** Nothing where nothing was put on record: an empty batch says nothing. */
async function nextSpan(tx: Context, from: string): Promise<Span | undefined> {
  const [found] = await tx.db.execute<{ to: string | null }>(sql`
    with settled as (
      select transaction from audit_log
      where transaction >= ${from}::xid8 and transaction < pg_snapshot_xmin(pg_current_snapshot())
      order by transaction, id limit ${AT_ONCE})
    select (max(transaction)::text::bigint + 1)::text as to from settled`);
  return found?.to ? { from, to: found.to } : undefined;
}

/** What a kill kept from being carried out is carried out the next time. */
async function carryOut(ctx: Context): Promise<void> {
  let newest = await ctx.auditHeads.newest();
  for (;;) {
    const seals = await ctx.db.select().from(auditSeals).where(gt(auditSeals.batch, newest)).orderBy(asc(auditSeals.batch)).limit(HEADS);
    if (seals.length === 0) return;
    await ctx.auditHeads.add(
      seals.map(({ batch, rows, hash, sealedAt }) => ({ batch, rows, hash: hash.toString('hex'), sealedAt: sealedAt.toISOString() })),
    );
    newest = seals.at(-1)?.batch as number;
  }
}
