import type { RunView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { clocksFor } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { applications, procedureRuns, workItems } from '../../db/schema.ts';
import { decisionColumns } from '../application/clock-view.ts';
import { districtOf } from '../application/receipt.ts';
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
    await underOtherRules(tx, run.applicationId, asked.procedure);
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

/** The application's own clock and where its items stand in the queue follow; of destitute support no clause sets days to the whole. */
async function underOtherRules(tx: Context, applicationId: string, as: AppliedAs): Promise<void> {
  const handledAs = HANDLED_AS[as];
  const whose = eq(applications.id, applicationId);
  const [row] = await tx.db.update(applications).set({ handledAs }).where(whose).returning();
  if (!row?.acceptedOn) return;
  const { decisionBy } = clocksFor(
    {
      sentOn: row.receivedOn as CivilDate,
      acceptedOn: row.acceptedOn as CivilDate,
      district: districtOf(row.officeId),
      ...(handledAs && { benefit: handledAs }),
    },
    tx.calendar,
  );
  if (decisionBy) await tx.db.update(applications).set(decisionColumns(decisionBy)).where(whose);
  await tx.db
    .update(workItems)
    .set({ totalDue: decisionBy?.by ?? 'infinity' })
    .where(eq(workItems.applicationId, applicationId));
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
