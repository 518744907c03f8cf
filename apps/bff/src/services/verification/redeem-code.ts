import type { AccountView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema.ts';
import { accountOf, accountPlace } from '../account/account.ts';
import { accountView } from '../account/view.ts';
import { record } from '../audit/record.ts';
import { nameAssistant } from '../authentication/assistant.ts';
import { countWindow } from '../authentication/at-the-window.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { codePlace } from './code.ts';
import { markUsed, tryVerificationCode } from './use-code.ts';

/**
 * Makes a claimed identity a verified one, and the account an assistant's where the clerk said so. The code has to be of the number that the account wrote; used once.
 * Unknown, past, used and "not for you" are one answer.
 * @returns a problem `verification-code-invalid` that keeps the count of tries
 */
export const redeemVerificationCode = (
  ctx: Context,
  who: Resident,
  { code }: { readonly code: string },
): Promise<AccountView | ServiceProblem> =>
  inTransaction(ctx, async (tx) => {
    const account = await accountOf(tx, who.accountId);
    const known = await tryVerificationCode(tx, code);
    const actor = { kind: 'account', id: who.accountId } as const;
    if (!known || !account.numberHash?.equals(known.numberHash)) {
      await record(tx, {
        actor,
        action: 'verification-code-refused',
        object: ['account', who.accountId],
        result: 'refused',
        ...(known && { officeId: known.officeId }),
      });
      return new ServiceProblem('verification-code-invalid');
    }
    await markUsed(tx, known, who.accountId);
    const name = tx.cipher.openText(codePlace(known.hash), known.nameSealed);
    const [row] = await tx.db
      .update(accounts)
      .set({
        identity: 'verified',
        verifiedAt: now(tx),
        // The card is right where a typed name is not.
        nameSealed: tx.cipher.seal(accountPlace.name(who.accountId), name),
      })
      .where(eq(accounts.id, who.accountId))
      .returning();
    await record(tx, { actor, action: 'identity-verified', object: ['account', who.accountId], officeId: known.officeId });
    if (known.namesAssistant) await nameAssistant(tx, who.accountId, known);
    await countWindow(tx, known);
    return accountView(tx, row ?? account);
  });
