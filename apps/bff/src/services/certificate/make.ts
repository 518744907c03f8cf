import { clearCode } from '../../crypto/codes.ts';
import { certificates } from '../../db/schema.ts';
import type { OpenCase } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { type CertificateRow, certificateCodePlace, certificateHash, faceOf, facePlace } from './face.ts';

const LETTERS = 10;
const DAY_MS = 24 * 3_600_000;

/** Whoever makes it: the person's own account, or a clerk who has them at the counter. */
export type Maker = { readonly accountId: string } | { readonly givenBy: string };

/**
 * A new certificate of what is in force for this member today; undefined where the id is taken. One content and one kind of code, whoever
 * makes it. @throws ServiceProblem `not-found` (nothing in force)
 */
export async function makeCertificate(
  tx: Context,
  { id, opened, memberId, by }: { readonly id: string; readonly opened: OpenCase; readonly memberId: string; readonly by: Maker },
): Promise<CertificateRow | undefined> {
  const sealed = await faceOf(tx, opened, memberId);
  if (sealed.kinds.length === 0) throw new ServiceProblem('not-found');
  const code = clearCode(LETTERS);
  const [made] = await tx.db
    .insert(certificates)
    .values({
      id,
      ...by,
      caseId: opened.row.id,
      memberId,
      officeId: opened.row.officeId,
      codeHash: certificateHash(tx, code),
      codeSealed: tx.cipher.seal(certificateCodePlace(id), code),
      faceSealed: tx.cipher.sealJson(facePlace(id), sealed),
      issuedAt: now(tx),
      expiresAt: new Date(Date.parse(`${sealed.face.validUntil}T00:00:00+08:00`) + DAY_MS),
    })
    .onConflictDoNothing({ target: certificates.id })
    .returning();
  return made;
}
