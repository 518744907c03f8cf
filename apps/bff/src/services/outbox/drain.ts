import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { outbox } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';

/** What became of a job: done, later (when and why), or given up (why). */
export type Outcome =
  | { readonly kind: 'done'; readonly what?: string }
  | { readonly kind: 'later'; readonly at: Date; readonly why: string }
  | { readonly kind: 'give-up'; readonly why: string };
export type OutboxHandler = (tx: Context, payload: Record<string, string>) => Promise<Outcome>;

const MOST_TRIES = 12;

/**
 * Takes the next waiting row, does it and says so, in one transaction. Several workers never take the same.
 * What was to be done at once when it was written is due whatever the clock says: the machine that wrote it may have stood hours ahead.
 * A handler that throws is tried again, each time later; after twelve times it is given up and stays to be seen. A kind that nobody here
 * knows is a newer version's, which runs beside: it is left to that one's worker.
 * @returns false when nothing waits
 */
export async function drainOne(
  ctx: Context,
  handlers: Readonly<Record<string, OutboxHandler>>,
  log: (error: unknown, id: number) => void,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(outbox)
      .where(
        and(
          isNull(outbox.doneAt),
          or(lte(outbox.runAt, now(tx)), eq(outbox.runAt, outbox.createdAt)),
          inArray(outbox.kind, Object.keys(handlers)),
        ),
      )
      .orderBy(asc(outbox.runAt), asc(outbox.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return false;
    const handler = handlers[row.kind] as OutboxHandler;
    const outcome: Outcome = await jobSpan(tx, row, () => inTransaction(tx, (inner) => handler(inner, row.payload))).catch(
      (error: unknown) => {
        log(error, row.id);
        return retry(row.tries + 1, now(tx));
      },
    );
    const set =
      outcome.kind === 'later'
        ? { tries: sql`${outbox.tries} + 1`, runAt: outcome.at, outcome: `later: ${outcome.why}` }
        : {
            tries: sql`${outbox.tries} + 1`,
            doneAt: now(tx),
            outcome: outcome.kind === 'done' ? (outcome.what ?? 'done') : `given up: ${outcome.why}`,
          };
    await tx.db.update(outbox).set(set).where(eq(outbox.id, row.id));
    return true;
  });
}

/** A job goes on with the trace of the request that wrote its row. */
const jobSpan = (ctx: Context, { kind, tries, traceParent }: typeof outbox.$inferSelect, work: () => Promise<Outcome>): Promise<Outcome> =>
  ctx.traces.span(
    { name: `job ${kind}`, kind: 'consumer', notes: { 'assist.try': tries + 1 } },
    async (notes) => {
      const outcome = await work();
      notes.add({ 'assist.outcome': outcome.kind });
      return outcome;
    },
    traceParent,
  );

function retry(tries: number, at: Date): Outcome {
  if (tries >= MOST_TRIES) return { kind: 'give-up', why: 'failed too often' };
  return { kind: 'later', at: new Date(at.getTime() + Math.min(2 ** tries, 3600) * 1000), why: 'failed' };
}
