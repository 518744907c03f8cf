import type { GivenConsent } from '@assist/contracts';
import { desc, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { consentActs } from '../../db/authentication.ts';
import { isStatementId } from '../account/account.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';

const MOST = 100;

/** 您同意过的, each for its one time, newest first. What was taken back stays in the list and says so. */
export async function listGivenConsents(ctx: Context, who: Resident): Promise<GivenConsent[]> {
  const rows = await ctx.db
    .select()
    .from(consentActs)
    .where(inArray(consentActs.accountId, await accountsOfPerson(ctx, who)))
    .orderBy(desc(consentActs.givenAt), desc(consentActs.id))
    .limit(MOST);
  return rows.flatMap(({ statement, aboutKind, aboutId, givenAt, withdrawnAt }) =>
    isStatementId(statement)
      ? [
          {
            statement,
            about: { kind: aboutKind, id: aboutId },
            at: instantText(givenAt),
            ...(withdrawnAt && { withdrawnAt: instantText(withdrawnAt) }),
          },
        ]
      : [],
  );
}
