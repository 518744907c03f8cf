import { and, eq, isNull } from 'drizzle-orm';
import { sessionFamilies } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';

/** Ends every sign-in of the account, on all phones, at once. */
export const signOut = (ctx: Context, who: { readonly accountId: string }): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    await tx.db
      .update(sessionFamilies)
      .set({ endedAt: now(tx), endedWhy: 'signed-out' })
      .where(and(eq(sessionFamilies.accountId, who.accountId), isNull(sessionFamilies.endedAt)));
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'signed-out', object: ['account', who.accountId] });
  });
