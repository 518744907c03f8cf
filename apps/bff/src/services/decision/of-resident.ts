import { and, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import { applications, procedureRuns, urgentCalls } from '../../db/schema.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { ServiceProblem } from '../problem.ts';
import type { RunRow } from '../procedure/record.ts';
import type { Resident } from '../session/authenticate.ts';

/** Alerts and reports are worked before anybody is told: they are not the household's to see. */
const SHOWN: readonly string[] = [
  'application',
  'application/destitute',
  'application/rigid-expenditure',
  'temporary',
  'small-sum-first',
  'review',
  'raise',
  'cut',
  'stop',
  'taper',
  'after-death',
  'after-absence',
  'exit',
];

export const isShown = (procedure: string): boolean => SHOWN.includes(procedure);

/** Runs on cases whose verified member this is, and on applications this person sent. A typed number opens nothing. */
async function mine(ctx: Context, who: Resident): Promise<SQL | undefined> {
  const [cases, accounts] = await Promise.all([casesOfResident(ctx, who), accountsOfPerson(ctx, who)]);
  const sent = await ctx.db.select({ id: applications.id }).from(applications).where(inArray(applications.accountId, accounts));
  const caseIds = cases.map((one) => one.opened.row.id);
  const applicationIds = sent.map((one) => one.id);
  // A call somebody made and then claimed with their own verified number.
  const called = await ctx.db.select({ id: urgentCalls.id }).from(urgentCalls).where(inArray(urgentCalls.accountId, accounts));
  const callIds = called.map((one) => one.id);
  return or(
    ...(caseIds.length ? [inArray(procedureRuns.caseId, caseIds)] : []),
    ...(applicationIds.length ? [inArray(procedureRuns.applicationId, applicationIds)] : []),
    ...(callIds.length ? [inArray(procedureRuns.urgentCallId, callIds)] : []),
  );
}

const MOST = 50;

/** The newest first. */
export async function runsOfResident(ctx: Context, who: Resident): Promise<RunRow[]> {
  const own = await mine(ctx, who);
  if (!own) return [];
  return ctx.db
    .select()
    .from(procedureRuns)
    .where(and(own, inArray(procedureRuns.procedure, [...SHOWN])))
    .orderBy(desc(procedureRuns.createdAt), desc(procedureRuns.id))
    .limit(MOST);
}

/** One of one's own; held until the transaction ends where something is to be done with it. @throws ServiceProblem `not-found`, also for somebody else's */
export async function runOfResident(ctx: Context, who: Resident, runId: string, hold = false): Promise<RunRow> {
  const own = await mine(ctx, who);
  if (!own) throw new ServiceProblem('not-found');
  const query = ctx.db
    .select()
    .from(procedureRuns)
    .where(and(eq(procedureRuns.id, runId), own, inArray(procedureRuns.procedure, [...SHOWN])));
  const [run] = await (hold ? query.for('update') : query);
  if (!run) throw new ServiceProblem('not-found');
  return run;
}
