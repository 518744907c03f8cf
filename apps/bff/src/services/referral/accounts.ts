import { and, eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { accountsOfRun } from '../decision/accounts-of-run.ts';
import type { ReferralRow } from './view.ts';

/** Accounts to tell: of the household or the application, and whoever is verified as the person an alert was about. */
export async function accountsOfReferral(
  tx: Context,
  row: Pick<ReferralRow, 'caseId' | 'applicationId' | 'personHash'>,
): Promise<string[]> {
  const found = new Set(await accountsOfRun(tx, row));
  if (row.personHash)
    for (const { id } of await tx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.numberHash, row.personHash), eq(accounts.identity, 'verified'))))
      found.add(id);
  return [...found];
}
