import type { AccountView } from '@assist/contracts';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { accounts, verificationCodes } from '../../db/schema.ts';
import { accountOf, accountPlace } from '../account/account.ts';
import { accountView } from '../account/view.ts';
import { record } from '../audit/record.ts';
import { countWindow } from '../authentication/at-the-window.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { codeHash, codePlace } from './code.ts';

/** A code that was tried with other people's accounts so often is dead. */
const TRIES = 5;

/**
 * Makes a claimed identity a verified one. The code has to be of the number that the account wrote; used once.
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
    const hash = codeHash(tx, code);
    const [known] = await tx.db
      .update(verificationCodes)
      .set({ tries: sql`${verificationCodes.tries} + 1` })
      .where(
        and(
          eq(verificationCodes.hash, hash),
          isNull(verificationCodes.usedAt),
          gt(verificationCodes.expiresAt, now(tx)),
          lt(verificationCodes.tries, TRIES),
        ),
      )
      .returning();
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
    await tx.db
      .update(verificationCodes)
      .set({ usedAt: now(tx), usedBy: who.accountId })
      .where(eq(verificationCodes.hash, hash));
    const name = tx.cipher.openText(codePlace(hash), known.nameSealed);
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
    await countWindow(tx, known);
    return accountView(tx, row ?? account);
  });
