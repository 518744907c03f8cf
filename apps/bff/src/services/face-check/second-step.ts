import { eq } from 'drizzle-orm';
import { faceChecks } from '../../db/authentication.ts';
import { type Context, now } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';
import { lockFaceCheck } from './row.ts';

/** How long a face stands as the second step of something else. */
const GOOD_FOR_MS = 15 * 60_000;

/**
 * Takes a passed face as the second step of a new phone or account, in the caller's transaction: this verified person's own face,
 * asked for this purpose, of the last quarter of an hour, used once.
 * @returns whether it was that
 */
export async function useFaceAsSecondStep(tx: Context, who: Resident, faceCheckId: string): Promise<boolean> {
  const row = await lockFaceCheck(tx, faceCheckId).catch(() => undefined);
  const { identity, numberHash } = who.account;
  const fits =
    row?.accountId === who.accountId &&
    row.purpose === 'contact-change' &&
    row.role === 'self' &&
    row.state === 'passed' &&
    row.usedAt === null &&
    row.endedAt !== null &&
    now(tx).getTime() - row.endedAt.getTime() <= GOOD_FOR_MS &&
    identity === 'verified' &&
    numberHash?.equals(row.personHash) === true;
  if (fits)
    await tx.db
      .update(faceChecks)
      .set({ usedAt: now(tx) })
      .where(eq(faceChecks.id, faceCheckId));
  return fits;
}
