import type { ApplicationState } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES, clocksFor, runClock } from '@assist/policy-chongqing';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { applicationEvents, applications, workItems } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { addToOutbox } from '../outbox/add.ts';
import { ServiceProblem } from '../problem.ts';
import { withoutClockMarks } from '../queue/clock-marks.ts';
import { decisionColumns } from './clock-view.ts';
import { districtOf } from './receipt.ts';
import type { ApplicationRow } from './view.ts';

/** Where each state may lead. Nothing leads to a refusal. */
const LEADS_TO: Record<ApplicationState, readonly ApplicationState[]> = {
  received: ['opened'],
  opened: ['correction-asked', 'accepted'],
  'correction-asked': ['correction-answered', 'accepted'],
  'correction-answered': ['correction-asked', 'accepted'],
  accepted: [],
};

/**
 * Moves a locked application on: state, timeline, work item with the step's new clock, and the resident is told.
 * @throws ServiceProblem `state-changed` where no such way leads
 */
export async function moveTo(tx: Context, application: ApplicationRow, state: ApplicationState, staffId?: string): Promise<ApplicationRow> {
  if (!LEADS_TO[application.state].includes(state)) throw new ServiceProblem('state-changed');
  const today = dayInShanghai(tx.clock());
  const acceptance = state === 'accepted' ? acceptanceOf(tx, application, today, staffId) : {};
  const [row] = await tx.db
    .update(applications)
    .set({ state, ...acceptance })
    .where(and(eq(applications.id, application.id), eq(applications.officeId, application.officeId)))
    .returning();
  await tx.db
    .insert(applicationEvents)
    .values({ applicationId: application.id, officeId: application.officeId, at: now(tx), state, staffId: staffId ?? null });
  await tx.db
    .update(workItems)
    .set({
      state,
      ...stepOf(tx, state, today),
      ...(acceptance.decisionDue && { totalDue: acceptance.decisionDue, open: false, claimedBy: null, claimedUntil: null }),
    })
    .where(and(eq(workItems.applicationId, application.id), eq(workItems.kind, 'application')));
  // What the resident did themselves they need not be told.
  if (state !== 'correction-answered')
    await addToOutbox(tx, 'tell-resident', { applicationId: application.id, accountId: application.accountId, state });
  return row as ApplicationRow;
}

function acceptanceOf(tx: Context, application: ApplicationRow, today: CivilDate, staffId: string | undefined) {
  const { decisionBy } = clocksFor(
    { sentOn: application.receivedOn as CivilDate, acceptedOn: today, district: districtOf(application.officeId) },
    tx.calendar,
  );
  if (!decisionBy || !staffId) throw new Error('acceptance needs a clock and a clerk');
  return {
    acceptedOn: today,
    acceptedBy: staffId,
    ...decisionColumns(decisionBy),
  } as { acceptedOn?: string; acceptedBy?: string; decisionDue?: string; decisionProvisional?: boolean; decisionWorkingDays?: number };
}

/** Opening starts no new clock: the first reply is a correction or acceptance. */
function stepOf(tx: Context, state: ApplicationState, today: CivilDate) {
  if (state === 'received' || state === 'opened') return {};
  const clock = runClock(state === 'accepted' ? CLOCK_RULES.surveyStart : CLOCK_RULES.firstReply, today, tx.calendar);
  return { stepDue: clock.by, stepProvisional: clock.provisional, marks: withoutClockMarks };
}
