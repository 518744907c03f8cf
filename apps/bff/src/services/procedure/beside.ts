import type { RunBeside } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { procedure } from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { jointMeetings, procedureRuns, referrals, watchedHouseholds } from '../../db/schema.ts';
import { alertPlace } from '../alert/sealed-places.ts';
import { alertsOfRun } from '../alert/view.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { authorisedMembers } from '../cross-check/authorised.ts';
import { membersOfRun } from '../cross-check/members.ts';
import { checksOfRun } from '../cross-check/view.ts';
import { isShown } from '../decision/of-resident.ts';
import { decisionView } from '../decision/view.ts';
import { meetingView } from '../joint-meeting/view.ts';
import { ServiceProblem } from '../problem.ts';
import { targetsFor } from '../referral/targets.ts';
import { referralViews } from '../referral/view.ts';
import type { Staff } from '../staff/who.ts';
import type { RunRow } from './record.ts';
import { runSeenBy } from './who.ts';

const NOTHING = { checks: [], referrals: [], meetings: [], followed: [], targets: [], unsigned: [] };

/**
 * What stands beside a procedure: what sources told, what was asked elsewhere and came, where somebody was referred to, meetings, who is
 * watched, what followed. An assistant of the village sees what an alert says, and none of what other units answered.
 * @throws ServiceProblem `not-found`, also for what somebody else sees
 */
export async function readBeside(ctx: Context, staff: Staff, runId: string): Promise<RunBeside> {
  const [run] = await ctx.db.select().from(procedureRuns).where(runSeenBy(staff, runId));
  if (!run) throw new ServiceProblem('not-found');
  const alerts = await alertsOfRun(ctx, runId);
  if (staff.role === 'assistant') return { alerts, ...NOTHING };
  const [checks, referred, meetings, [watched], followed, targets, unsigned] = await Promise.all([
    checksOfRun(ctx, runId),
    ctx.db.select().from(referrals).where(eq(referrals.runId, runId)).orderBy(asc(referrals.proposedOn), asc(referrals.id)),
    ctx.db.select().from(jointMeetings).where(eq(jointMeetings.runId, runId)).orderBy(asc(jointMeetings.askedOn)),
    ctx.db.select().from(watchedHouseholds).where(eq(watchedHouseholds.runId, runId)),
    ctx.db.select().from(procedureRuns).where(eq(procedureRuns.parentId, runId)).orderBy(asc(procedureRuns.createdAt)),
    targetsFor(ctx, run.district, run.applicationId),
    unsignedOf(ctx, run),
  ]);
  // What other units said about somebody is not looked at unseen.
  if (checks.length)
    await record(ctx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'check-read',
      object: ['procedure', runId],
      officeId: run.officeId,
    });
  return {
    alerts,
    checks,
    referrals: await referralViews(ctx, referred),
    meetings: await Promise.all(meetings.map((one) => meetingView(ctx, one))),
    ...(watched && {
      watched: {
        since: watched.since as CivilDate,
        ...(watched.endedOn && { endedOn: watched.endedOn as CivilDate }),
        ...(watched.whySealed && { why: ctx.cipher.openText(alertPlace.watchedWhy(watched.id), watched.whySealed) }),
      },
    }),
    followed: followed.map((one) => ({ runId: one.id, title: procedure(one.procedure)?.title ?? '', ended: one.endedOn !== null })),
    targets,
    unsigned,
    // Whoever said something, under whatever name, says it to be read where it is recorded: here for nobody's account.
    ...(isShown(run.procedure) && { shown: await decisionView(ctx, run, []) }),
  };
}

/** Adults whose signature for a cross-check is missing, where the procedure has one. */
async function unsignedOf(ctx: Context, run: RunRow): Promise<RunBeside['unsigned']> {
  if (ctx.checkSources.length === 0 || run.endedOn) return [];
  if (!procedure(run.procedure)?.steps.some((step) => step.event === 'check-requested')) return [];
  const [members, signed] = await Promise.all([membersOfRun(ctx, run), authorisedMembers(ctx, run)]);
  return members.filter((one) => !one.child && !signed.has(one.memberId)).map(({ memberId, name }) => ({ memberId, name }));
}
