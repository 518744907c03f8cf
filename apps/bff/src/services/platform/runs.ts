import type { PlatformRun, RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { EVENTS, type EventKind, procedure, type Role } from '@assist/policy-chongqing';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { offices, procedureRuns, staffAccounts } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { recordRefusal } from '../audit/refused.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { isDecision } from '../procedure/deciding.ts';
import { type RunRow, recordOf, runPersonPlace } from '../procedure/record.ts';
import { recordEvent } from '../procedure/record-event.ts';
import type { ItemPerson } from '../queue/item-view.ts';
import { asStaff } from '../staff/scope.ts';
import { type Staff, staffOf } from '../staff/who.ts';
import type { PlatformCaller } from './authenticate.ts';
import { TOLD_PROCEDURES } from './change-view.ts';

/** A run of one of the client's districts. @throws ServiceProblem `not-found`, also for another district's and what is not told */
async function runOf(ctx: Context, { client }: PlatformCaller, runId: string): Promise<RunRow> {
  const [run] = await ctx.db
    .select()
    .from(procedureRuns)
    .where(
      and(
        eq(procedureRuns.id, runId),
        inArray(procedureRuns.district, [...client.districts]),
        inArray(procedureRuns.procedure, [...TOLD_PROCEDURES]),
      ),
    );
  if (!run) throw new ServiceProblem('not-found');
  return run;
}

/** One run as another system sees it: the steps, and with `people:read` whom it is about and what was written. The look is on record. */
export async function readPlatformRun(ctx: Context, caller: PlatformCaller, runId: string): Promise<PlatformRun> {
  const run = await runOf(ctx, caller, runId);
  await record(ctx, {
    actor: { kind: 'system' },
    action: 'platform-read',
    object: ['procedure', runId],
    officeId: run.officeId,
    result: caller.client.id,
  });
  return runView(ctx, caller, run);
}

async function runView(ctx: Context, { scopes }: PlatformCaller, run: RunRow): Promise<PlatformRun> {
  const people = scopes.includes('people:read');
  const [office] = await ctx.db.select({ name: offices.name }).from(offices).where(eq(offices.id, run.officeId));
  const stored = await recordOf(ctx, run.id);
  return {
    runId: run.id,
    procedure: run.procedure,
    title: procedure(run.procedure)?.title ?? '',
    district: run.district,
    office: { id: run.officeId, name: office?.name ?? '' },
    ...(run.applicationId && { applicationId: run.applicationId }),
    ...(run.caseId && { caseId: run.caseId }),
    openedOn: run.openedOn as CivilDate,
    ended: run.endedOn !== null,
    ...(run.due && { due: run.due as CivilDate }),
    waitsFor: run.waitsFor as Role[],
    ...(people && run.number && { number: run.number }),
    ...(people && { name: ctx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed).name }),
    events: stored.map(({ row, event }) => ({
      eventId: row.id,
      kind: row.kind as EventKind,
      title: EVENTS[row.kind as EventKind],
      on: row.happenedOn as CivilDate,
      at: instantText(row.at),
      role: row.role as Role,
      ...(people && { event }),
    })),
  };
}

export interface FromPlatform {
  readonly runId: string;
  readonly eventId: string;
  /** Subject at the staff's sign-in. */
  readonly officer: string;
  readonly event: RecordedEvent;
}

/**
 * Puts a step on record for somebody who works here: the very verb that the desk calls, with that person's role, office and name, so that
 * nothing is possible here that is not possible there; no machine decides. Which system brought it stands on the audit record beside it.
 * A decision is not taken: a system that names one officer for the opinion and another for confirming or refusing would be both people. The
 * run waits at the desk for the one who decides, who shows her own two factors there.
 * @throws ServiceProblem as `recordEvent`; `forbidden` where nobody here is that officer; `second-factor-needed` for a decision
 */
export async function recordForOfficer(
  ctx: Context,
  caller: PlatformCaller,
  { runId, eventId, officer, event }: FromPlatform,
): Promise<{ view: PlatformRun; fresh: boolean }> {
  const run = await runOf(ctx, caller, runId);
  const staff = await officerOf(ctx, officer);
  const eyes = await asStaff(ctx, staff);
  const { fresh } = await inTransaction(eyes, async (tx) => {
    if (isDecision(event.kind)) throw new ServiceProblem('second-factor-needed');
    const recorded = await recordEvent(tx, staff, runId, eventId, event);
    if (recorded.fresh)
      await record(tx, {
        actor: { kind: 'system' },
        action: 'platform-recorded',
        object: ['procedure-event', eventId],
        officeId: run.officeId,
        result: caller.client.id,
      });
    return recorded;
  }).catch(async (problem: unknown) => {
    await recordRefusal(eyes, staff, { tried: 'recordEvent', params: { runId } }, problem);
    throw problem;
  });
  return { view: await runView(ctx, caller, await runOf(ctx, caller, runId)), fresh };
}

/** With her own eyes: what is kept from her at the desk is kept from her here. */
async function officerOf(ctx: Context, subject: string): Promise<Staff> {
  const [row] = await ctx.db
    .select()
    .from(staffAccounts)
    .where(and(eq(staffAccounts.issuer, ctx.staffIssuer), eq(staffAccounts.subject, subject), isNull(staffAccounts.disabledAt)));
  if (!row) throw new ServiceProblem('forbidden');
  return {
    ...staffOf(row),
    // Whether she declared anybody is looked for each time.
    related: true,
    session: Buffer.alloc(0),
  };
}
