import type { ReferralView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { alerts, referrals } from '../../db/schema.ts';
import type { Actor } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { type RunRow, runPersonPlace } from '../procedure/record.ts';
import { lockRun } from '../procedure/record-event.ts';
import type { ItemPerson } from '../queue/item-view.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { accountsOfReferral } from './accounts.ts';
import { addStep, dueFromToday, moveReferral } from './step.ts';
import { referralTarget } from './targets.ts';
import { tellAboutReferral } from './tell.ts';
import { type ReferralRow, referralPlace, referralView } from './view.ts';

export interface Proposed {
  readonly target: string;
  readonly why: string;
  /** In which words the person said yes, where they were asked already. */
  readonly consent?: string | undefined;
}

/**
 * 想转介. The person is asked in the app, or was asked at the door and their word is written down. The same id again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `form-invalid`, `content-differs`
 */
export async function proposeReferral(
  ctx: Context,
  staff: Staff,
  { runId, referralId }: { readonly runId: string; readonly referralId: string },
  asked: Proposed,
): Promise<{ view: ReferralView; fresh: boolean }> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, staff, runId);
    const [before] = await tx.db.select().from(referrals).where(eq(referrals.id, referralId));
    if (before) {
      if (before.runId !== runId) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(tx.hash.fingerprint('referral', asked))) throw new ServiceProblem('content-differs');
      return { view: await referralView(tx, before), fresh: false };
    }
    const actor: Actor = { kind: 'staff', id: staff.staffId };
    const row = await openReferral(tx, run, { referralId, ...asked }, actor);
    const settled = asked.consent ? await moveReferral(tx, row, { kind: 'agreed', actor, how: 'spoken', words: asked.consent }) : row;
    return { view: await referralView(tx, settled), fresh: true };
  });
}

/** Opens a referral of a run that is held. Who was not asked at the door is asked in the app. @throws ServiceProblem `form-invalid` for a target nobody knows */
export async function openReferral(
  tx: Context,
  run: RunRow,
  asked: Proposed & { readonly referralId: string },
  actor: Actor,
): Promise<ReferralRow> {
  if (!referralTarget(asked.target, run.district))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'target', sentence: '没有这一项，请再选一次' }] });
  const { referralId, target, why, consent } = asked;
  const person = tx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed);
  const [alert] = await tx.db.select({ hash: alerts.personHash }).from(alerts).where(eq(alerts.runId, run.id)).limit(1);
  const [row] = await tx.db
    .insert(referrals)
    .values({
      id: referralId,
      officeId: run.officeId,
      district: run.district,
      target,
      runId: run.id,
      applicationId: run.applicationId,
      caseId: run.caseId,
      personHash: alert?.hash ?? null,
      personSealed: tx.cipher.seal(referralPlace.person(referralId), person.name),
      number: run.number,
      whySealed: tx.cipher.seal(referralPlace.why(referralId), why),
      state: 'asked',
      proposedOn: dayInShanghai(tx.clock()),
      ...dueFromToday(tx),
      fingerprint: tx.hash.fingerprint('referral', { target, why, ...(consent && { consent }) }),
    })
    .returning();
  const opened = row as ReferralRow;
  await addStep(tx, opened, 'asked', actor, why);
  if (!consent) await tellAboutReferral(tx, opened, 'asked', await accountsOfReferral(tx, opened));
  return opened;
}
