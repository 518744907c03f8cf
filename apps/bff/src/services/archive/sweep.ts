import { and, eq, inArray, lte } from 'drizzle-orm';
import { archiveParts, archives } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';

const AT_ONCE = 50;

/** Deletes exports whose time is over: the rows say that there was one, the bytes are gone. @returns how many */
export async function sweepArchives(ctx: Context): Promise<number> {
  const keys = await inTransaction(ctx, async (tx) => {
    const old = await tx.db
      .select({ id: archives.id, officeId: archives.officeId })
      .from(archives)
      .where(and(eq(archives.state, 'ready'), lte(archives.deleteAt, now(tx))))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true });
    const gone: string[][] = [];
    for (const { id, officeId } of old) {
      const parts = await tx.db.delete(archiveParts).where(eq(archiveParts.archiveId, id)).returning({ storedAt: archiveParts.storedAt });
      await tx.db.update(archives).set({ state: 'gone' }).where(eq(archives.id, id));
      await record(tx, { actor: { kind: 'system' }, action: 'archive-deleted', object: ['archive', id], officeId });
      gone.push(parts.map((part) => part.storedAt));
    }
    return gone;
  });
  // After the rows: what a kill leaves on disk has no row and is swept with the photos.
  for (const key of keys.flat()) await ctx.files.remove(key);
  return keys.length;
}

/** Keys of the store that exports lie under, out of some. */
export async function archivesAmong(ctx: Context, keys: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .select({ storedAt: archiveParts.storedAt })
    .from(archiveParts)
    .where(inArray(archiveParts.storedAt, [...keys]));
  return rows.map((row) => row.storedAt);
}
