import type { RunView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { applications, procedureRuns } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { accountsOfRun } from '../decision/accounts-of-run.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { type AppliedAs, HANDLED_AS, mayBeHandledAs } from './handled-as.ts';
import { standWhere } from './open-run.ts';
import { policyRecord, type RunRow, recordOf } from './record.ts';
import { lockRun } from './record-event.ts';
import { runView } from './view.ts';

/**
 * One form asks for whatever fits; by whose rules it goes on is what the township found out. All that is on record stays, its days count from
 * the same acceptance, and the clocks are those of the rules it goes by now (DESTITUTE2021-13, MCA57R-8). The household is told. The same again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `state-changed` once an opinion or a longer time is on record
 */
export async function handleAs(ctx: Context, staff: Staff, runId: string, asked: { readonly procedure: AppliedAs }): Promise<RunView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, staff, runId);
    if (run.officeId !== staff.officeId || !run.applicationId) throw new ServiceProblem('not-found');
    if (run.procedure === asked.procedure) return runView(tx, staff, run);
    const events = policyRecord(await recordOf(tx, runId));
    if (!mayBeHandledAs(run, events).some((one) => one.procedure === asked.procedure)) throw new ServiceProblem('state-changed');
    await tx.db.update(procedureRuns).set({ procedure: asked.procedure, watchOn: null }).where(eq(procedureRuns.id, runId));
    const handledAs = HANDLED_AS[asked.procedure];
    await tx.db.update(applications).set({ handledAs }).where(eq(applications.id, run.applicationId));
    const now = await standWhere(tx, { ...run, procedure: asked.procedure });
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'handled-as',
      object: ['procedure', runId],
      officeId: run.officeId,
      result: asked.procedure,
    });
    await tellWhoApplied(tx, now, asked.procedure);
    return runView(tx, staff, now);
  });
}

/** Each time it really changes. Asked for once more with the same, it never gets here. */
async function tellWhoApplied(tx: Context, run: RunRow, as: AppliedAs): Promise<void> {
  const { name: office } = await officeOf(tx, run.officeId);
  for (const accountId of await accountsOfRun(tx, run))
    await tellAccount(tx, {
      accountId,
      kind: 'handled-as',
      params: { office, as },
      subject: { kind: 'decision', id: run.id },
      officeId: run.officeId,
    });
}
