import type { RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { mayRecord, type Role } from '@assist/policy-chongqing';
import { afterAlert, refuseReviewOfUnknown } from '../alert/conclude.ts';
import { type Actor, record } from '../audit/record.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { refuseWhileDisputed } from '../cross-check/disputed.ts';
import { refuseUnheard } from '../decision/statements.ts';
import { tellHousehold } from '../decision/tell-household.ts';
import { placeObjection } from '../objection/place-item.ts';
import { hangPosting } from '../posting/hang.ts';
import { ServiceProblem } from '../problem.ts';
import { refuseOlderStandard } from '../standard/refuse-older.ts';
import { refuseEarlyEnd } from '../taper/refuse-early.ts';
import { afterEvent } from './effects.ts';
import { openFollowing } from './following.ts';
import { append } from './open-run.ts';
import { takeOutOfCount } from './out-of-count.ts';
import { policyEvent, policyRecord, procedureOfRun, type RunRow, recordOf } from './record.ts';
import { refuseLowerInRaise } from './refuse-lower.ts';

export interface ToRecord {
  readonly eventId: string;
  readonly event: RecordedEvent;
  readonly on: CivilDate;
  readonly role: Role;
  readonly actor: Actor;
}

/**
 * Puts an event on the record of a run that is held, whoever brings it: the policy package says whether it may, then what it does
 * beside happens: amounts, what hangs, what the household is told.
 * @throws ServiceProblem `step-missing` (what is missing, with its clauses)
 */
export async function putOnRecord(tx: Context, run: RunRow, { eventId, event, on, role, actor }: ToRecord): Promise<void> {
  const by = actor.kind === 'system' ? `nobody:${eventId}` : actor.id;
  const before = policyRecord(await recordOf(tx, run.id));
  const may = mayRecord(procedureOfRun(run), before, policyEvent(event, { eventId, on, role, by }));
  if (!may.ok)
    throw new ServiceProblem('step-missing', {
      fields: may.missing.map(({ words, clauses }) => ({
        path: event.kind,
        sentence: [words, ...citations(clauses).map((one) => one.label)].join('｜'),
      })),
    });
  refuseReviewOfUnknown(run, event);
  await refuseUnheard(tx, run, event.kind);
  await refuseOlderStandard(tx, run, event, on);
  await refuseEarlyEnd(tx, run, event, on);
  await refuseLowerInRaise(tx, run, event);
  await refuseWhileDisputed(tx, run.id, event.kind);
  const moved = await append(tx, run, { eventId, event, on, role, actor });
  await record(tx, { actor, action: 'procedure-event', object: ['procedure-event', eventId], officeId: run.officeId, result: event.kind });
  await afterEvent(tx, moved, { eventId, event, on, actor });
  await takeOutOfCount(tx, moved, { event, actor });
  await openFollowing(tx, moved, { event, on, actor });
  await afterAlert(tx, moved, { event, on, actor });
  await hangPosting(tx, moved, { eventId, kind: event.kind, on });
  await placeObjection(tx, moved, { eventId, event });
  await tellHousehold(tx, moved, { eventId, event, on });
}
