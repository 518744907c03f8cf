import { and, eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import { accountOf } from '../account/account.ts';
import type { Context } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';

/**
 * Accounts whose things this account may see: its own, and, once verified, those verified as the same person.
 * A typed number opens nothing.
 */
export async function accountsOfPerson(ctx: Context, who: Pick<Resident, 'accountId' | 'account'>): Promise<string[]> {
  const { identity, numberHash } = who.account;
  if (identity !== 'verified' || !numberHash) return [who.accountId];
  const rows = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.numberHash, numberHash), eq(accounts.identity, 'verified')));
  return [who.accountId, ...rows.map((row) => row.id).filter((id) => id !== who.accountId)];
}

/** The same of an account that is not the one asking. */
export const accountsBeside = async (ctx: Context, accountId: string): Promise<string[]> =>
  accountsOfPerson(ctx, { accountId, account: await accountOf(ctx, accountId) });
