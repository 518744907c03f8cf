import { and, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { applications, drafts, files, relayAsks, relayLinks, relaySignatures } from '../../db/schema.ts';
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
  await dropUnsentAsks(tx, accountId);
  return { drafts: gone.length, storedAt: photos.map((row) => row.storedAt) };
}

/** Who was asked to agree to what was never sent, and has not answered: nobody needs it any more. What somebody signed stays theirs. */
async function dropUnsentAsks(tx: Context, accountId: string): Promise<void> {
  const unsent = tx.db
    .select({ id: relayAsks.id })
    .from(relayAsks)
    .where(
      and(
        eq(relayAsks.accountId, accountId),
        notExists(tx.db.select({ one: sql`1` }).from(applications).where(eq(applications.id, relayAsks.applicationId))),
        notExists(tx.db.select({ one: sql`1` }).from(relaySignatures).where(eq(relaySignatures.askId, relayAsks.id))),
      ),
    );
  await tx.db.delete(relayLinks).where(inArray(relayLinks.askId, unsent));
  await tx.db.delete(relayAsks).where(inArray(relayAsks.id, unsent));
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
