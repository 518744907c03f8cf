import type { CertificateView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { clearCode } from '../../crypto/codes.ts';
import { certificates } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { caseById, caseOfResident } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { certificateCodePlace, certificateHash, faceOf, facePlace } from './face.ts';
import { certificateView } from './view.ts';

const LETTERS = 10;
const DAY_MS = 24 * 3_600_000;

/**
 * Makes a certificate of what is in force for a verified person today. The same id again gives the same one.
 * @throws ServiceProblem `verification-needed`, `not-found` (somebody else's case, or nothing in force), `conflict` (another's id)
 */
export async function issueCertificate(
  ctx: Context,
  who: Resident,
  id: string,
  caseId: string,
): Promise<{ readonly view: CertificateView; readonly fresh: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const { opened, me } = await caseOfResident(tx, who, caseId);
    const sealed = await faceOf(tx, opened, me);
    if (sealed.kinds.length === 0) throw new ServiceProblem('not-found');
    const code = clearCode(LETTERS);
    const [made] = await tx.db
      .insert(certificates)
      .values({
        id,
        accountId: who.accountId,
        caseId,
        memberId: me,
        officeId: opened.row.officeId,
        codeHash: certificateHash(tx, code),
        codeSealed: tx.cipher.seal(certificateCodePlace(id), code),
        faceSealed: tx.cipher.sealJson(facePlace(id), sealed),
        issuedAt: now(tx),
        expiresAt: new Date(Date.parse(`${sealed.face.validUntil}T00:00:00+08:00`) + DAY_MS),
      })
      .onConflictDoNothing({ target: certificates.id })
      .returning();
    if (made) {
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'certificate-given', object: ['certificate', id] });
      return { view: certificateView(tx, made, opened), fresh: true };
    }
    const [known] = await tx.db.select().from(certificates).where(eq(certificates.id, id));
    if (!known || known.accountId !== who.accountId || known.caseId !== caseId) throw new ServiceProblem('conflict');
    return { view: certificateView(tx, known, await caseById(tx, caseId)), fresh: false };
  });
}
