import { type AuthenticationRole, birthDateOf, type ConsentAct, type DifficultyId, type Whom } from '@assist/contracts';
import { ageOn, type CivilDate } from '@assist/policy';
import { waysFor } from '@assist/policy-chongqing';
import { newSequenceNumber } from '@assist/wechat';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { faceChecks } from '../../db/authentication.ts';
import { record } from '../audit/record.ts';
import { isAssistant } from '../authentication/assistant.ts';
import { lookOdd } from '../authentication/count-contact.ts';
import { checkPaper, type Subject, subjectOf } from '../authentication/whom.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { checkConsent, giveConsentAct } from '../consent-act/give.ts';
import { takeOneVisit } from '../contact-change/one-visit.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { ensureVisit } from '../visit/add.ts';
import { answerOf, begunBefore, type FaceAnswer } from './begun.ts';
import { openAtWechat } from './open-at-wechat.ts';
import { type FaceCheckRow, type FaceNext, facePlace, MOST_A_DAY, MOST_TRIES, openedToday, triesOf } from './row.ts';
import type { FaceSentenceId } from './words.ts';

export interface FaceAsked {
  readonly whom: Whom;
  readonly role: AuthenticationRole;
  readonly consent: ConsentAct;
  readonly guardian?:
    | { readonly name: string; readonly paper: { readonly kind: 'resident-identity'; readonly number: string } }
    | undefined;
  readonly difficulties?: readonly DifficultyId[] | undefined;
  readonly purpose: 'authentication' | 'contact-change';
}
/**
 * Opens one face check after a consent of its own, or says which other way comes first. The id comes from the phone; the same content
 * gets the same answer, and where nobody got to WeChat yet, it is tried again.
 * @throws ServiceProblem `form-invalid`, `signature-missing`, `verification-needed`, `not-found`, `content-differs`, `place-unknown`, `place-not-live`
 */
export async function beginFaceCheck(ctx: Context, who: Resident, id: string, asked: FaceAsked): Promise<FaceAnswer> {
  const fingerprint = ctx.hash.fingerprint('face-check', asked);
  const before = await begunBefore(ctx, who, id, fingerprint);
  if (before) return { answer: await answerOf(ctx, await openAtWechat(ctx, before, 'again')), fresh: false };
  checkConsent(asked.consent, 'face');
  await requireNotice(ctx, who.accountId);
  const whom = await subjectOf(ctx, who, asked.whom);
  const face = faceOf(ctx, who, asked, whom);
  const made = await inTransaction(ctx, (tx) => addFaceCheck(tx, who, id, { asked, whom, face, fingerprint }));
  const row = made ?? (await begunBefore(ctx, who, id, fingerprint));
  if (!row) throw new Error('a face check that was there is gone');
  return { answer: await answerOf(ctx, await openAtWechat(ctx, row, 'first')), fresh: made !== undefined };
}

/** Whose face WeChat is asked for; undefined where their paper is none WeChat knows. */
function faceOf(ctx: Context, who: Resident, { role, guardian, purpose }: FaceAsked, whom: Subject) {
  const wrong = (path: string, sentence: string) => new ServiceProblem('form-invalid', { fields: [{ path, sentence }] });
  const { identity, numberHash } = who.account;
  if (role === 'self' && !numberHash?.equals(whom.hash)) throw wrong('role', '这是替别人刷的，请选“替家里人”或“帮别人”');
  if (purpose === 'contact-change' && (role !== 'self' || identity !== 'verified')) throw new ServiceProblem('verification-needed');
  if (role !== 'guardian') return whom.paper.kind === 'resident-identity' ? { name: whom.name, number: whom.paper.number } : undefined;
  if (!guardian) throw wrong('guardian', '监护人是谁？写上姓名和身份证号');
  checkPaper(ctx, guardian.paper, 'guardian.paper.number');
  return { name: guardian.name, number: guardian.paper.number };
}

interface NewFaceCheck {
  readonly asked: FaceAsked;
  readonly whom: Subject;
  readonly face: { readonly name: string; readonly number: string } | undefined;
  readonly fingerprint: Buffer;
}

async function addFaceCheck(tx: Context, who: Resident, id: string, made: NewFaceCheck): Promise<FaceCheckRow | undefined> {
  const { asked, whom, face, fingerprint } = made;
  const { accountId } = who;
  const day = dayInShanghai(tx.clock());
  const first = await personFirst(tx, who, made, day);
  const [row] = await tx.db
    .insert(faceChecks)
    .values({
      id,
      accountId,
      purpose: asked.purpose,
      role: asked.role,
      officeId: whom.office.id,
      ...('caseId' in asked.whom && { caseId: asked.whom.caseId, memberId: asked.whom.memberId }),
      personHash: whom.hash,
      personSealed: tx.cipher.sealJson(facePlace.person(id), { name: whom.name, paper: whom.paper }),
      subjectSealed: first || !face ? null : tx.cipher.sealJson(facePlace.subject(id), face),
      sequenceNumber: newSequenceNumber(),
      state: first ? 'not-yet' : 'begun',
      next: first?.next ?? 'wait',
      action: first?.action ?? 'not-done-yet',
      over: first !== undefined,
      onDay: day,
      begunAt: now(tx),
      expiresAt: new Date(tx.clock() + 3_600_000),
      fingerprint,
    })
    .onConflictDoNothing({ target: faceChecks.id })
    .returning();
  if (!row) return undefined;
  await lookOdd(tx, whom, whom.inRegister?.office.id ?? whom.office.id);
  // A face that is not asked for needs no consent, and none is kept.
  if (first) return row;
  if (asked.purpose === 'authentication') await takeOneVisit(tx, accountId, 'authentication');
  const consentId = await giveConsentAct(tx, accountId, asked.consent, { kind: 'face-check', id });
  await tx.db.update(faceChecks).set({ consentId }).where(eq(faceChecks.id, id));
  await record(tx, {
    actor: { kind: 'account', id: accountId },
    action: 'face-check-begun',
    object: ['face-check', id],
    officeId: whom.office.id,
  });
  return { ...row, consentId };
}

/** Where another way comes first, which one, and what to say. A face stays possible: it is only not begun with. */
async function personFirst(
  tx: Context,
  who: Resident,
  { asked, whom, face }: NewFaceCheck,
  day: CivilDate,
): Promise<{ readonly next: FaceNext; readonly action: FaceSentenceId } | undefined> {
  const { accountId } = who;
  const unsuccessfulTries = await triesOf(tx, whom.hash, day);
  if (unsuccessfulTries >= MOST_TRIES) {
    await ensureVisit(tx, { whom, why: 'after-two-tries', accountId });
    return { next: 'person', action: 'after-two-tries' };
  }
  const { difficulties = [] } = asked;
  if (difficulties.length > 0) {
    const { arrangeVisit } = waysFor({ difficulties, unsuccessfulTries });
    if (arrangeVisit) await ensureVisit(tx, { whom, why: 'asked-for-visit', accountId });
    return { next: 'person', action: arrangeVisit ? 'visit-first' : 'person-first' };
  }
  if (!face) return { next: 'another-way', action: 'not-with-this-paper' };
  if (asked.role !== 'guardian' && isUnderFourteen(face.number, day)) return { next: 'another-way', action: 'by-guardian' };
  const most = MOST_A_DAY[(await isAssistant(tx, accountId)) ? 'assistant' : 'resident'];
  if ((await openedToday(tx, accountId, day)) >= most) return { next: 'another-way', action: 'many-today' };
  return undefined;
}

/** Only with a guardian (F10-22). */
function isUnderFourteen(number: string, on: CivilDate): boolean {
  const born = birthDateOf(number);
  return born !== undefined && ageOn(born, on) < 14;
}
