import type { AccountView, StatementId } from '@assist/contracts';
import { consents } from '../../db/schema.ts';
import { accountView } from '../account/view.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { isKnownWording } from './statements.ts';

/**
 * Keeps one consent, with exactly the wording that was shown. Again is the same.
 * @throws ServiceProblem `form-invalid` when version and hash are no wording of ours
 */
export const giveConsent = (
  ctx: Context,
  who: Resident,
  given: { readonly statement: StatementId; readonly version: string; readonly hash: string },
): Promise<AccountView> =>
  inTransaction(ctx, async (tx) => {
    if (!isKnownWording(given))
      throw new ServiceProblem('form-invalid', { fields: [{ path: 'version', sentence: '说明有了新的，请再看一遍' }] });
    const [made] = await tx.db
      .insert(consents)
      .values({ accountId: who.accountId, ...given, givenAt: now(tx) })
      .onConflictDoNothing()
      .returning();
    if (made)
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'consent-given', object: ['statement', given.statement] });
    return accountView(tx, who.account);
  });
