import type { ConsentAct } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { checkConsent, giveConsentAct, withdrawConsentActs } from '../consent-act/give.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';

/**
 * 下次先找人: keeps only the wish, never why, and only as long as it is agreed to.
 * @throws ServiceProblem `signature-missing`, `form-invalid`
 */
export async function rememberDifficulty(
  ctx: Context,
  { accountId }: Resident,
  { beginWithPerson, consent }: { readonly beginWithPerson: boolean; readonly consent?: ConsentAct | undefined },
): Promise<{ beginWithPerson: boolean }> {
  if (beginWithPerson && !consent) throw new ServiceProblem('signature-missing');
  if (consent) checkConsent(consent, 'begin-with-person');
  return inTransaction(ctx, async (tx) => {
    const about = { kind: 'account', id: accountId } as const;
    await withdrawConsentActs(tx, accountId, about);
    if (beginWithPerson && consent) await giveConsentAct(tx, accountId, consent, about);
    await tx.db.update(accounts).set({ beginWithPerson }).where(eq(accounts.id, accountId));
    await record(tx, { actor: { kind: 'account', id: accountId }, action: 'begin-with-person-set', object: ['account', accountId] });
    return { beginWithPerson };
  });
}
