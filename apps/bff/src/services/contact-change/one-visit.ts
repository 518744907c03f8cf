import { and, eq, ne } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { oneVisit } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

/**
 * Nobody authenticates and changes a bank account in one visit: whoever holds the phone of an old person could otherwise do both while they
 * sit there. From one account, on one day, the first of the two is done and the other waits for another day or the counter. It looks at
 * nothing but this day's note, and nothing that is paid depends on it. In the transaction of what is done.
 * @throws ServiceProblem `not-same-visit`
 */
export async function takeOneVisit(tx: Context, accountId: string, what: 'bank-account' | 'authentication'): Promise<void> {
  const onDay = dayInShanghai(tx.clock());
  await tx.db.insert(oneVisit).values({ accountId, onDay, what }).onConflictDoNothing();
  const [other] = await tx.db
    .select({ what: oneVisit.what })
    .from(oneVisit)
    .where(and(eq(oneVisit.accountId, accountId), eq(oneVisit.onDay, onDay), ne(oneVisit.what, what)));
  if (other) throw new ServiceProblem('not-same-visit');
}
