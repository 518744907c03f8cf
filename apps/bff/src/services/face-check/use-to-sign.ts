import { eq } from 'drizzle-orm';
import { faceChecks } from '../../db/authentication.ts';
import type { PersonOnPaper } from '../authentication/whom.ts';
import { type Context, now } from '../context.ts';
import type { Resident } from '../session/authenticate.ts';
import { facePlace, lockFaceCheck } from './row.ts';

/** How long a face stands for a signature. */
const GOOD_FOR_MS = 15 * 60_000;

/** Who has to be seen: whose number is known, or who has this name (and opened the link with their six). */
export interface WhoSigns {
  readonly role: 'self' | 'guardian';
  readonly numberHash: Buffer | undefined;
  readonly name: string;
  readonly lastSix: string | undefined;
}

/**
 * Takes a passed face as the signature of one person, in the caller's transaction: asked for from this account for this purpose, of the last
 * quarter of an hour, used once. @returns whether it was that
 */
export async function useFaceToSign(tx: Context, who: Resident, faceCheckId: string, signer: WhoSigns): Promise<boolean> {
  const row = await lockFaceCheck(tx, faceCheckId).catch(() => undefined);
  if (
    row?.accountId !== who.accountId ||
    row.purpose !== 'relay-signature' ||
    row.role !== signer.role ||
    row.state !== 'passed' ||
    row.usedAt !== null ||
    row.endedAt === null ||
    now(tx).getTime() - row.endedAt.getTime() > GOOD_FOR_MS
  )
    return false;
  const { name, paper } = tx.cipher.openJson<PersonOnPaper>(facePlace.person(row.id), row.personSealed);
  const number = paper.kind === 'resident-identity' ? paper.number.toUpperCase() : '';
  const same = signer.numberHash ? signer.numberHash.equals(row.personHash) : name.trim() === signer.name.trim();
  if (!same || (signer.lastSix !== undefined && !number.endsWith(signer.lastSix))) return false;
  await tx.db
    .update(faceChecks)
    .set({ usedAt: now(tx) })
    .where(eq(faceChecks.id, faceCheckId));
  return true;
}
