import type { DecisionView } from '@assist/contracts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';
import { runOfResident, runsOfResident } from './of-resident.ts';
import { decisionView } from './view.ts';

/** All of one's own, the newest first. */
export async function listDecisions(ctx: Context, who: Resident): Promise<DecisionView[]> {
  const [runs, accounts] = await Promise.all([runsOfResident(ctx, who), accountsOfPerson(ctx, who)]);
  return Promise.all(runs.map((run) => decisionView(ctx, run, accounts)));
}

/** @throws ServiceProblem `not-found`, also for somebody else's */
export async function readDecision(ctx: Context, who: Resident, runId: string): Promise<DecisionView> {
  return decisionView(ctx, await runOfResident(ctx, who, runId), await accountsOfPerson(ctx, who));
}
