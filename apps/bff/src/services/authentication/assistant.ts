import { and, eq, isNull } from 'drizzle-orm';
import { assistantAccounts } from '../../db/authentication.ts';
import type { Context } from '../context.ts';

/** Whether this is the phone of a village assistant or of a counter: it helps many people, so its limits are higher. */
export async function isAssistant(ctx: Context, accountId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: assistantAccounts.accountId })
    .from(assistantAccounts)
    .where(and(eq(assistantAccounts.accountId, accountId), isNull(assistantAccounts.endedAt)));
  return row !== undefined;
}
