import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
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
 * A handler that throws is tried again, each time later; after twelve times it is given up and stays to be seen.
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
      .where(and(isNull(outbox.doneAt), lte(outbox.runAt, now(tx))))
      .orderBy(asc(outbox.runAt), asc(outbox.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return false;
    const handler = handlers[row.kind];
    const outcome: Outcome = handler
      ? await inTransaction(tx, (inner) => handler(inner, row.payload)).catch((error: unknown) => {
          log(error, row.id);
          return retry(row.tries + 1, now(tx));
        })
      : { kind: 'give-up', why: 'no handler' };
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

function retry(tries: number, at: Date): Outcome {
  if (tries >= MOST_TRIES) return { kind: 'give-up', why: 'failed too often' };
  return { kind: 'later', at: new Date(at.getTime() + Math.min(2 ** tries, 3600) * 1000), why: 'failed' };
}
