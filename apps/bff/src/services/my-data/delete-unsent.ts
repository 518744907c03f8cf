import { and, eq, isNull } from 'drizzle-orm';
import { drafts, files } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Resident } from '../session/authenticate.ts';

/** Takes away what was not sent, within somebody's transaction. @returns where the photos lie, to be removed once it is certain */
export async function dropUnsent(tx: Context, accountId: string): Promise<{ readonly drafts: number; readonly storedAt: string[] }> {
  const gone = await tx.db.delete(drafts).where(eq(drafts.accountId, accountId)).returning({ id: drafts.id });
  const photos = await tx.db
    .delete(files)
    .where(and(eq(files.accountId, accountId), isNull(files.applicationId), isNull(files.subjectId)))
    .returning({ storedAt: files.storedAt });
  return { drafts: gone.length, storedAt: photos.map((row) => row.storedAt) };
}

/** Deletes drafts and photos that were never sent. Nothing there is as good as deleted. */
export async function deleteUnsent(ctx: Context, who: Resident): Promise<void> {
  const { storedAt } = await inTransaction(ctx, async (tx) => {
    const gone = await dropUnsent(tx, who.accountId);
    if (gone.drafts + gone.storedAt.length > 0)
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'unsent-deleted', object: ['account', who.accountId] });
    return gone;
  });
  // A photo left on disk has no row any more, and the sweep takes it.
  for (const key of storedAt) await ctx.files.remove(key);
}
