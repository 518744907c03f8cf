import { eq, lte, sql } from 'drizzle-orm';
import { choreTurns } from '../../db/schema.ts';
import type { Context } from '../context.ts';

const after = (ms: number) => sql<Date>`now() + make_interval(secs => ${ms / 1000})`;

/**
 * Takes a chore's turn among all workers, by the database's clock. Whoever takes it and is killed keeps it for `heldMs`, then it is another's.
 * @returns whether it is ours
 */
export async function takeTurn(ctx: Context, name: string, heldMs: number): Promise<boolean> {
  const [turn] = await ctx.db
    .insert(choreTurns)
    .values({ name, nextAt: after(heldMs) })
    .onConflictDoUpdate({ target: choreTurns.name, set: { nextAt: after(heldMs) }, setWhere: lte(choreTurns.nextAt, sql`now()`) })
    .returning({ name: choreTurns.name });
  return turn !== undefined;
}

/** Says when the next turn is; 0 gives it back to whoever comes first. */
export async function endTurn(ctx: Context, name: string, nextInMs: number): Promise<void> {
  await ctx.db
    .update(choreTurns)
    .set({ nextAt: after(nextInMs) })
    .where(eq(choreTurns.name, name));
}
