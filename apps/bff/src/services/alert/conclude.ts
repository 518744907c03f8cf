import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { AlertEnd } from '@assist/policy-chongqing';
import { watchedHouseholds } from '../../db/schema.ts';
import { type Actor, record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { openMeeting } from '../joint-meeting/ask.ts';
import { ServiceProblem } from '../problem.ts';
import type { RunRow } from '../procedure/record.ts';
import { openReferral } from '../referral/propose.ts';
import { APPLY } from '../referral/targets.ts';

/** A review is of a household that receives: of one that no register knows, nothing can be "no longer". @throws ServiceProblem `form-invalid` */
export function refuseReviewOfUnknown(run: RunRow, event: RecordedEvent): void {
  const end: AlertEnd = 'may-no-longer-qualify';
  if (run.procedure === 'alert' && event.kind === 'concluded' && event.conclusion === end && !run.caseId)
    throw new ServiceProblem('form-invalid', {
      fields: [{ path: 'conclusion', sentence: '这一户不在册，没有可以核查的待遇；换一种结果。' }],
    });
}

/**
 * What each of the six ends of an alert opens, so that none of them is only a word: may be entitled: asked whether they want help to
 * apply, and followed; complex: before the joint meeting; at risk: watched. A review is opened where conclusions open procedures
 * (following.ts). The other two are done by what the officer wrote. Nothing here moves money.
 */
export async function afterAlert(
  tx: Context,
  run: RunRow,
  { event, on, actor }: { readonly event: RecordedEvent; readonly on: CivilDate; readonly actor: Actor },
): Promise<void> {
  if (run.procedure !== 'alert' || event.kind !== 'concluded') return;
  const why = event.reason ?? '';
  switch (event.conclusion as AlertEnd) {
    case 'may-qualify':
      await openReferral(tx, run, { referralId: randomUUID(), target: APPLY, why }, actor);
      return;
    case 'complex':
      await openMeeting(tx, run, { meetingId: randomUUID(), why, by: actor.kind === 'system' ? 'worker' : actor.id });
      return;
    case 'at-risk': {
      const { id: runId, officeId, district } = run;
      await tx.db.insert(watchedHouseholds).values({ id: randomUUID(), officeId, district, kind: 'at-risk', runId, since: on });
      await record(tx, { actor, action: 'watch-begun', object: ['procedure', runId], officeId });
      return;
    }
    default:
  }
}
