import type { AuthenticationRole, AuthenticationView, ConsentAct, Whom } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { authentications } from '../../db/authentication.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { checkConsent, giveConsentAct } from '../consent-act/give.ts';
import type { Context } from '../context.ts';
import { ownFaceCheck } from '../face-check/row.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { addItem } from '../queue/add-item.ts';
import type { Resident } from '../session/authenticate.ts';
import { watchAccount } from '../signal/watch-account.ts';
import { attachFiles } from './attach-files.ts';
import { type AuthenticationRow, addRecord, lookOdd } from './count-contact.ts';
import { authenticationView } from './view.ts';
import { type Subject, subjectOf } from './whom.ts';

/** A dated picture shows that somebody is there now: at most so many days old. Ours; no document says. */
const DAYS_OLD = 3;

export interface Evidence {
  readonly whom: Whom;
  readonly role: AuthenticationRole;
  readonly fileIds: readonly string[];
  readonly takenOn: CivilDate;
  readonly consent: ConsentAct;
  readonly faceCheckId?: string | undefined;
}

/**
 * 不方便刷脸：当天的视频或照片. A person looks at it, no machine compares it. The id comes from the phone; the same content is the same record.
 * @throws ServiceProblem `form-invalid`, `signature-missing`, `content-differs`, `not-found`, `verification-needed`, `place-unknown`, `place-not-live`
 */
export async function sendEvidence(
  ctx: Context,
  who: Resident,
  authenticationId: string,
  evidence: Evidence,
): Promise<{ readonly view: AuthenticationView; readonly fresh: boolean }> {
  const fingerprint = ctx.hash.fingerprint('evidence', evidence);
  const before = await sentBefore(ctx, who, authenticationId, fingerprint);
  const { identity, numberHash } = who.account;
  const mayKnow = (row: AuthenticationRow) =>
    'caseId' in evidence.whom || (identity === 'verified' && numberHash?.equals(row.personHash) === true);
  if (before) return { view: await authenticationView(ctx, before, mayKnow(before)), fresh: false };
  checkConsent(evidence.consent, 'video');
  await requireNotice(ctx, who.accountId);
  checkDay(ctx, evidence.takenOn);
  const whom = await subjectOf(ctx, who, evidence.whom);
  await checkGuardian(ctx, who, evidence, whom);
  const made = await inTransaction(ctx, async (tx) => {
    const row = await addRecord(
      tx,
      {
        authenticationId,
        whom,
        // 人工认证, once a person has looked (assumption `evidence-is-manual`).
        contact: 'office-manual',
        on: evidence.takenOn,
        by: { kind: 'account', id: who.accountId, role: evidence.role },
        fingerprint,
        ...(evidence.faceCheckId && { faceCheckId: evidence.faceCheckId }),
      },
      'to-look-at',
    );
    if (!row) return undefined;
    await giveConsentAct(tx, who.accountId, evidence.consent, { kind: 'authentication', id: authenticationId });
    await attachFiles(tx, who, evidence.fileIds, { kind: 'authentication', id: authenticationId, officeId: row.officeId });
    await addItem(tx, {
      kind: 'evidence',
      subjectId: authenticationId,
      officeId: row.officeId,
      caseId: row.caseId ?? undefined,
      name: whom.name,
      number: row.number,
      about: [evidence.faceCheckId ? 'guardian-photo' : 'video-or-photo'],
      marks: [...(whom.inRegister ? [] : (['not-in-register'] as const)), ...(evidence.role === 'self' ? [] : (['by-helper'] as const))],
    });
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'authentication-sent',
      object: ['authentication', authenticationId],
      officeId: row.officeId,
    });
    await lookOdd(tx, whom, row.officeId);
    await watchAccount(tx, who.accountId, { officeId: row.officeId, name: whom.name });
    return row;
  });
  const row = made ?? (await sentBefore(ctx, who, authenticationId, fingerprint));
  // The face of this guardian was sent with another photo already.
  if (!row) throw new ServiceProblem('state-changed');
  return { view: await authenticationView(ctx, row, mayKnow(row)), fresh: made !== undefined };
}

async function sentBefore(ctx: Context, who: Resident, id: string, fingerprint: Buffer): Promise<AuthenticationRow | undefined> {
  const [row] = await ctx.db.select().from(authentications).where(eq(authentications.id, id));
  if (!row) return undefined;
  if (row.actorKind !== 'account' || row.actorId !== who.accountId) throw new ServiceProblem('not-found');
  if (!row.fingerprint?.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return row;
}

function checkDay(ctx: Context, takenOn: CivilDate): void {
  const today = dayInShanghai(ctx.clock());
  const sentence =
    takenOn > today ? '拍的日子还没到，请再看一下' : takenOn < addDays(today, -DAYS_OLD) ? '要这几天拍的，请再拍一段' : undefined;
  if (sentence) throw new ServiceProblem('form-invalid', { fields: [{ path: 'takenOn', sentence }] });
}

/** A guardian's photo belongs to the guardian's face, passed for this person. */
async function checkGuardian(ctx: Context, who: Resident, { faceCheckId }: Evidence, whom: Subject): Promise<void> {
  if (!faceCheckId) return;
  const face = await ownFaceCheck(ctx, who, faceCheckId);
  if (face.role !== 'guardian' || face.state !== 'passed' || !face.personHash.equals(whom.hash))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'faceCheckId', sentence: '监护人还没有刷脸，请先刷脸，再拍照片' }] });
}
