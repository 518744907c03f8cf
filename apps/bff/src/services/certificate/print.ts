import { type CertificateView, checkIdentityNumber, IDENTITY_NUMBER_SENTENCES, type SeenAtCounter } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { certificates } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { countWindow } from '../authentication/at-the-window.ts';
import { caseFileOf, type MemberRow, type OpenCase } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { markUsed, tryVerificationCode } from '../verification/use-code.ts';
import { benefitsFor } from './face.ts';
import { makeCertificate } from './make.ts';
import { certificateView } from './view.ts';

export interface AtCounter {
  readonly caseId: string;
  readonly memberId: string;
  readonly seen: SeenAtCounter;
}

/**
 * A certificate on paper for somebody at the counter of their own township: the same face and code as the one a resident makes, and theirs
 * to take back. Who they are is seen each time: by their card, or by the code given for it. The same id again is the same certificate.
 * @returns a problem `verification-code-invalid` that keeps the count of tries
 * @throws ServiceProblem `forbidden`, `not-found` (also another township's), `form-invalid`, `conflict` (another's id)
 */
export async function printCertificate(
  ctx: Context,
  staff: Staff,
  id: string,
  { caseId, memberId, seen }: AtCounter,
): Promise<{ readonly view: CertificateView; readonly fresh: boolean } | ServiceProblem> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const opened = await caseFileOf(tx, staff.officeId, caseId);
    const member = opened.members.find((one) => one.memberId === memberId)?.row;
    if (!member) throw new ServiceProblem('not-found');
    const [known] = await tx.db.select().from(certificates).where(eq(certificates.id, id));
    if (known) {
      if (known.givenBy !== staff.staffId || known.caseId !== caseId || known.memberId !== memberId) throw new ServiceProblem('conflict');
      return { view: certificateView(tx, known, opened), fresh: false };
    }
    refuseNothingInForce(opened, memberId);
    const stranger = await strangerAtCounter(tx, staff, member, seen);
    if (stranger) return stranger;
    const made = await makeCertificate(tx, { id, opened, memberId, by: { givenBy: staff.staffId } });
    if (!made) throw new ServiceProblem('conflict');
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'certificate-given',
      object: ['certificate', id],
      officeId: staff.officeId,
      result: seen.way,
    });
    return { view: certificateView(tx, made, opened), fresh: true };
  });
}

function refuseNothingInForce(opened: OpenCase, memberId: string): void {
  if (benefitsFor(opened, memberId).length === 0)
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'memberId', sentence: '这位现在没有正在领的，开不了证明' }] });
}

/** A problem where it is not known that it is they. Who is seen here was seen: it counts as it does at every window. */
async function strangerAtCounter(tx: Context, staff: Staff, member: MemberRow, seen: SeenAtCounter): Promise<ServiceProblem | undefined> {
  if (seen.way === 'code') {
    const code = await tryVerificationCode(tx, seen.code);
    // One that names an assistant is for that, and is not used up here.
    if (!code || code.namesAssistant || !member.numberHash?.equals(code.numberHash)) return new ServiceProblem('verification-code-invalid');
    await markUsed(tx, code, null);
    await countWindow(tx, code);
    return undefined;
  }
  const { paper } = seen;
  const wrong = paper.kind === 'resident-identity' ? checkIdentityNumber(paper.number, dayInShanghai(tx.clock())) : undefined;
  const number = wrong ? null : numberHash(tx, paper);
  if (!number || !member.numberHash?.equals(number))
    throw new ServiceProblem('form-invalid', {
      fields: [
        { path: 'seen.paper.number', sentence: wrong ? IDENTITY_NUMBER_SENTENCES[wrong] : '和册子里这位的证件对不上，请再看一下证件' },
      ],
    });
  await countWindow(tx, { numberHash: number, issuedBy: staff.staffId, officeId: staff.officeId, issuedAt: now(tx) });
  return undefined;
}
