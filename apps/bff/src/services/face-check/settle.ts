import type { CivilDate } from '@assist/policy';
import type { FaceOutcome } from '@assist/wechat';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { faceChecks } from '../../db/authentication.ts';
import { record } from '../audit/record.ts';
import { isAssistant } from '../authentication/assistant.ts';
import { countContact } from '../authentication/count-contact.ts';
import type { Subject } from '../authentication/whom.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { raiseSignal } from '../signal/raise.ts';
import { ensureVisit } from '../visit/add.ts';
import { type FaceCheckRow, lockFaceCheck, MOST_TRIES, NEXT_OF, triesOf } from './row.ts';
import { subjectOfFaceCheck } from './subject.ts';
import type { FaceSentenceId } from './words.ts';

/** "Number and name do not belong together" of WeChat: the name may have changed. */
const NAME_DIFFERS = 10003;

/** WeChat's outcome, and its own number where it gave one. */
export interface Settling {
  readonly outcome: FaceOutcome;
  readonly verifyRet?: number;
  /** It belongs to another phone, person or session: on record for the audit, and never a pass. */
  readonly mismatch?: boolean;
}

/**
 * Writes what a face check came to, and all that follows, as one. However often and by whomever it is asked for, it is settled once;
 * only a pass that came after the hour still counts.
 */
export const settleFaceCheck = (ctx: Context, id: string, settling: Settling): Promise<FaceCheckRow> =>
  inTransaction(ctx, async (tx) => {
    const row = await lockFaceCheck(tx, id);
    const { outcome, verifyRet, mismatch } = settling;
    const passed = outcome.kind === 'passed';
    // Who took the consent back does not get a result any more.
    const late = row.state === 'abandoned' && row.action !== 'withdrawn' && passed;
    if (row.over && !late) return row;
    const expired = outcome.action === 'start-anew';
    const [written] = await tx.db
      .update(faceChecks)
      .set({
        state: passed ? 'passed' : expired ? 'abandoned' : outcome.counts || outcome.kind === 'person' ? 'not-recognised' : 'not-yet',
        next: expired ? 'another-way' : NEXT_OF[outcome.kind],
        action: (expired ? 'session-over' : outcome.action) satisfies FaceSentenceId,
        verifyRet: verifyRet ?? null,
        counts: outcome.counts,
        over: outcome.over,
        askedAt: now(tx),
        ...(outcome.over && { endedAt: now(tx), subjectSealed: null }),
      })
      .where(eq(faceChecks.id, id))
      .returning();
    if (!written) throw new Error('a face check that was there is gone');
    if (mismatch) await audit(tx, row, 'face-check-mismatch', 'refused');
    if (!outcome.over) return written;
    await audit(tx, row, 'face-check-ended', written.state);
    const change = await follow(tx, written, settling);
    if (!change) return written;
    await tx.db.update(faceChecks).set(change).where(eq(faceChecks.id, id));
    return { ...written, ...change };
  });

const audit = (tx: Context, row: FaceCheckRow, action: 'face-check-mismatch' | 'face-check-ended', result: string) =>
  record(tx, {
    actor: { kind: 'account', id: row.accountId },
    action,
    object: ['face-check', row.id],
    ...(row.officeId && { officeId: row.officeId }),
    result,
  });

type Said = { readonly next?: FaceCheckRow['next']; readonly action: FaceSentenceId };

/** What follows from an outcome. @returns what to say instead of WeChat's sentence */
async function follow(tx: Context, row: FaceCheckRow, { outcome, verifyRet }: Settling): Promise<Said | undefined> {
  if (row.purpose === 'relay-signature') return toSign(tx, row, outcome);
  if (outcome.kind === 'passed') return passedBy(tx, row);
  const whom = await subjectOfFaceCheck(tx, row);
  if (verifyRet === NAME_DIFFERS || outcome.action === 'check-name') await nameDiffers(tx, row, whom);
  if (outcome.kind === 'person') {
    await ensureVisit(tx, { whom, why: 'papers-to-check', accountId: row.accountId });
    return { action: 'person-booked' };
  }
  if (outcome.counts && (await triesOf(tx, row.personHash, row.onDay)) >= MOST_TRIES) {
    await ensureVisit(tx, { whom, why: 'after-two-tries', accountId: row.accountId });
    return { next: 'person', action: 'after-two-tries' };
  }
  return undefined;
}

/** A face that stands for a signature is no authentication, books no visit and is told to nobody: there is a pen, and there is the counter. */
async function toSign(tx: Context, row: FaceCheckRow, outcome: FaceOutcome): Promise<Said | undefined> {
  if (outcome.kind === 'passed') return { action: 'passed-to-sign' };
  const enough = outcome.kind === 'person' || (outcome.counts && (await triesOf(tx, row.personHash, row.onDay)) >= MOST_TRIES);
  return enough ? { next: 'another-way', action: 'sign-another-way' } : undefined;
}

async function passedBy(tx: Context, row: FaceCheckRow): Promise<Said | undefined> {
  // The guardian's face says who the guardian is; that the person is there is seen on the photo.
  if (row.role === 'guardian') return { action: 'guardian-passed' };
  const whom = await subjectOfFaceCheck(tx, row);
  await countContact(tx, {
    whom,
    contact: (await isAssistant(tx, row.accountId)) ? 'office-face' : 'own-face',
    on: dayInShanghai(row.begunAt.getTime()) satisfies CivilDate,
    by: { kind: 'account', id: row.accountId, role: row.role },
    unknown: row.purpose === 'authentication' ? 'tell' : 'nothing',
    faceCheckId: row.id,
  });
  return whom.inRegister?.left ? { action: 'seen-and-checked' } : undefined;
}

const nameDiffers = async (tx: Context, row: FaceCheckRow, whom: Subject): Promise<void> => {
  if (!whom.inRegister) return;
  const { caseId, office } = whom.inRegister;
  await raiseSignal(tx, { kind: 'name-differs', officeId: office.id, subject: row.personHash.toString('hex'), name: whom.name, caseId });
};
