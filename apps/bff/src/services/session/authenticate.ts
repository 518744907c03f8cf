import { eq, sql } from 'drizzle-orm';
import { madeOnce } from '../../db/made-once.ts';
import { accounts, sessionFamilies } from '../../db/schema.ts';
import type { AccountRow } from '../account/account.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

/** Who is asking on the resident's side. */
export interface Resident {
  readonly accountId: string;
  /** As it stood when the request came in. */
  readonly account: AccountRow;
  /** Who really asks, where it is a helper in this person's name; then the two above are the person's. */
  readonly helper?: { readonly accountId: string; readonly grantId: string };
}

const accountOfSession = madeOnce((db) =>
  db
    .select({ account: accounts, endedAt: sessionFamilies.endedAt })
    .from(sessionFamilies)
    .innerJoin(accounts, eq(accounts.id, sessionFamilies.accountId))
    .where(eq(sessionFamilies.id, sql.placeholder('family')))
    .prepare('account-of-session'),
);

/** @throws ServiceProblem `not-signed-in`, `token-expired`, `session-ended` */
export async function authenticateResident(ctx: Context, token: string | undefined): Promise<Resident> {
  if (!token) throw new ServiceProblem('not-signed-in');
  const checked = await ctx.tokens.check(token);
  if (checked.kind !== 'ok') throw new ServiceProblem(checked.kind === 'expired' ? 'token-expired' : 'not-signed-in');
  // Signing out has to count at once, not after fifteen minutes.
  const [row] = await accountOfSession(ctx.db).execute({ family: checked.bearer.familyId });
  if (!row || row.account.id !== checked.bearer.accountId) throw new ServiceProblem('not-signed-in');
  if (row.endedAt) throw new ServiceProblem('session-ended');
  return { accountId: row.account.id, account: row.account };
}
