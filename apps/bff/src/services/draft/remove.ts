import { and, eq, inArray } from 'drizzle-orm';
import { drafts } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Resident } from '../session/authenticate.ts';
import { isOver } from './row.ts';

/** Deletes one's own draft. One that is not there is as good as deleted. */
export const deleteDraft = (ctx: Context, who: Resident, draftId: string): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const gone = await tx.db
      .delete(drafts)
      .where(and(eq(drafts.id, draftId), inArray(drafts.accountId, await accountsOfPerson(tx, who))))
      .returning({ id: drafts.id });
    if (gone.length > 0)
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'draft-deleted', object: ['draft', draftId] });
  });

/** Deletes what nobody saved for thirty days, of which they were told a week before. @returns how many */
export async function expireDrafts(ctx: Context): Promise<number> {
  const gone = await ctx.db.delete(drafts).where(isOver(ctx)).returning({ id: drafts.id });
  return gone.length;
}
