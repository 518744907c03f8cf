import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { verificationCodes } from '../../db/schema.ts';
import { countWindow } from '../authentication/at-the-window.ts';
import { type Context, now } from '../context.ts';
import { codeHash } from './code.ts';

/** A code that was tried with other people's accounts so often is dead. */
const TRIES = 5;
export type CodeRow = typeof verificationCodes.$inferSelect;

/** Counts a try of a code that is still good. @returns the code, whoever it is for */
export async function tryVerificationCode(tx: Context, code: string): Promise<CodeRow | undefined> {
  const [known] = await tx.db
    .update(verificationCodes)
    .set({ tries: sql`${verificationCodes.tries} + 1` })
    .where(
      and(
        eq(verificationCodes.hash, codeHash(tx, code)),
        isNull(verificationCodes.usedAt),
        gt(verificationCodes.expiresAt, now(tx)),
        lt(verificationCodes.tries, TRIES),
      ),
    )
    .returning();
  return known;
}

/**
 * Uses a code up for somebody whose number it is of; a clerk had them at the window, which counts as seen whatever the code was for.
 * The count of tries stays in the caller's transaction.
 */
export async function useVerificationCode(
  tx: Context,
  accountId: string,
  numberHash: Buffer | null,
  code: string,
): Promise<'used' | 'refused'> {
  const known = await tryVerificationCode(tx, code);
  // One that names an assistant is for that, and is not used up here.
  if (!known || known.namesAssistant || !numberHash?.equals(known.numberHash)) return 'refused';
  await markUsed(tx, known, accountId);
  await countWindow(tx, known);
  return 'used';
}

/** @param accountId absent where it was used at a counter, for no account */
export async function markUsed(tx: Context, { hash }: CodeRow, accountId: string | null): Promise<void> {
  await tx.db
    .update(verificationCodes)
    .set({ usedAt: now(tx), usedBy: accountId })
    .where(eq(verificationCodes.hash, hash));
}
