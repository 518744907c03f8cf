import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { accounts, applications, caseMembers } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { RunRow } from '../procedure/record.ts';

/** Accounts to tell about a run: those verified as members of the household, and the one that sent the application. */
export async function accountsOfRun(tx: Context, run: Pick<RunRow, 'caseId' | 'applicationId'>): Promise<string[]> {
  const found = new Set<string>();
  if (run.applicationId) {
    const [sent] = await tx.db.select({ id: applications.accountId }).from(applications).where(eq(applications.id, run.applicationId));
    if (sent) found.add(sent.id);
  }
  if (run.caseId) {
    const members = await tx.db
      .select({ hash: caseMembers.numberHash })
      .from(caseMembers)
      .where(and(eq(caseMembers.caseId, run.caseId), isNull(caseMembers.leftOn), isNotNull(caseMembers.numberHash)));
    const hashes = members.flatMap((one) => one.hash ?? []);
    if (hashes.length)
      for (const { id } of await tx.db
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(inArray(accounts.numberHash, hashes), eq(accounts.identity, 'verified'))))
        found.add(id);
  }
  return [...found];
}
