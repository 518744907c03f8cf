import type { RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES, type Clock, EXTENSION_REASONS, type ExtensionReason } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { applications, workItems } from '../../db/schema.ts';
import { decisionColumns } from '../application/clock-view.ts';
import { type Actor, record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { tellSupervisors } from '../supervisor/tell.ts';
import { running } from './clocks.ts';
import { policyRecord, procedureOfRun, type RunRow, recordOf } from './record.ts';

const EXTENDED: readonly string[] = [CLOCK_RULES.decisionExtended.id, CLOCK_RULES.rigidExtended.id];

/** The clock as it runs since it was made longer; undefined where it was not. */
export async function extendedClock(ctx: Context, run: RunRow): Promise<Clock | undefined> {
  return running(ctx, procedureOfRun(run), policyRecord(await recordOf(ctx, run.id))).find((one) => EXTENDED.includes(one.rule));
}

/** What the household is told of it: until when, and why in the clause's own reason (what the officer wrote may name people). */
export async function extensionTold(ctx: Context, run: RunRow, event: RecordedEvent): Promise<{ by: CivilDate; why: string } | undefined> {
  const clock = await extendedClock(ctx, run);
  return clock && { by: clock.by, why: EXTENSION_REASONS[event.extension as ExtensionReason] };
}

/** The application, its item and the supervisors know the longer time; the days still count from acceptance. */
export async function extend(tx: Context, run: RunRow, applicationId: string, eventId: string, actor: Actor): Promise<void> {
  const clock = await extendedClock(tx, run);
  if (!clock) return;
  await tx.db.update(applications).set(decisionColumns(clock)).where(eq(applications.id, applicationId));
  await tx.db.update(workItems).set({ totalDue: clock.by }).where(eq(workItems.applicationId, applicationId));
  await record(tx, { actor, action: 'clock-extended', object: ['procedure', run.id], officeId: run.officeId, result: clock.by });
  await tellSupervisors(tx, { officeId: run.officeId, kind: 'clock-extended', subjectId: run.id, source: `extended:${eventId}` });
}
