import type { ContactChangeKind, SecondStep } from '@assist/contracts';
import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { contactCodes } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { useFaceAsSecondStep } from '../face-check/second-step.ts';
import type { Resident } from '../session/authenticate.ts';
import { useVerificationCode } from '../verification/use-code.ts';
import { contactCodeHash } from './send-code.ts';

const TRIES = 5;

/**
 * Whether the second step stands, and uses it up. A wrong code counts as a try, which the caller's transaction keeps.
 * Each of the three proves something that a helper with the phone in the hand does not have by itself.
 */
export async function takeSecondStep(tx: Context, who: Resident, kind: ContactChangeKind, step: SecondStep): Promise<boolean> {
  switch (step.by) {
    case 'text-code':
      return useTextCode(tx, who, kind, step.code.replace(/\s/g, ''));
    case 'face':
      return useFaceAsSecondStep(tx, who, step.faceCheckId);
    case 'counter-code':
      return (await useVerificationCode(tx, who.accountId, who.account.numberHash, step.code)) === 'used';
  }
}

async function useTextCode(tx: Context, who: Resident, kind: ContactChangeKind, code: string): Promise<boolean> {
  const newest = tx.db
    .select({ id: contactCodes.id })
    .from(contactCodes)
    .where(and(eq(contactCodes.accountId, who.accountId), eq(contactCodes.kind, kind)))
    .orderBy(desc(contactCodes.sentAt), desc(contactCodes.id))
    .limit(1);
  const [row] = await tx.db
    .update(contactCodes)
    .set({ tries: sql`${contactCodes.tries} + 1` })
    .where(
      and(
        eq(contactCodes.id, sql`(${newest})`),
        isNull(contactCodes.usedAt),
        gt(contactCodes.expiresAt, now(tx)),
        lt(contactCodes.tries, TRIES),
      ),
    )
    .returning();
  if (!row?.codeHash.equals(contactCodeHash(tx, row.id, code))) return false;
  await tx.db
    .update(contactCodes)
    .set({ usedAt: now(tx) })
    .where(eq(contactCodes.id, row.id));
  return true;
}
