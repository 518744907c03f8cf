import type { CertificateView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { certificates } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { caseById, caseOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { makeCertificate } from './make.ts';
import { certificateView } from './view.ts';

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
    const made = await makeCertificate(tx, { id, opened, memberId: me, by: { accountId: who.accountId } });
    if (made) {
      await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'certificate-given', object: ['certificate', id] });
      return { view: certificateView(tx, made, opened), fresh: true };
    }
    const [known] = await tx.db.select().from(certificates).where(eq(certificates.id, id));
    if (!known || known.accountId !== who.accountId || known.caseId !== caseId) throw new ServiceProblem('conflict');
    return { view: certificateView(tx, known, await caseById(tx, caseId)), fresh: false };
  });
}
