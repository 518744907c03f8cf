import { and, eq, isNull } from 'drizzle-orm';
import { registerImports } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { writeBatch } from './write-batch.ts';

/** Writes one confirmed import to its end. @param progress told after each part how many households are done */
export async function finishImport(ctx: Context, importId: string, progress: (done: number) => void = () => undefined): Promise<void> {
  for (let more = true; more; ) {
    more = await writeBatch(ctx, importId);
    const [row] = await ctx.db.select({ done: registerImports.done }).from(registerImports).where(eq(registerImports.id, importId));
    progress(row?.done ?? 0);
  }
}

/** Takes up what a command that was killed left half written. @returns how many imports that were */
export async function finishLeftImports(ctx: Context): Promise<number> {
  const left = await ctx.db
    .select({ id: registerImports.id })
    .from(registerImports)
    .where(and(eq(registerImports.state, 'writing'), isNull(registerImports.officeId)));
  for (const { id } of left) await finishImport(ctx, id);
  return left.length;
}
