import type { RecordedEvent, RunView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { procedureEvents, procedureRuns } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { inTheirOwnWords } from '../decision/statements.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { putOnRecord } from './put-on-record.ts';
import { procedureOfRun, type RunRow } from './record.ts';
import { trimmed } from './steps.ts';
import { runView } from './view.ts';
import { roleOf, runSeenBy } from './who.ts';

export interface Recorded {
  readonly view: RunView;
  /** False when this very event had been recorded before. */
  readonly fresh: boolean;
}

/**
 * Puts an event on the record of a run. Whether it may be is the policy package's to say, over the whole record; nothing else is asked,
 * and nothing gets round it. The id comes from the desk: the same again is the same, and of two at once one is first.
 * @throws ServiceProblem `not-found`, `forbidden`, `form-invalid`, `content-differs`, `step-missing` (what is missing, with its clauses)
 */
export async function recordEvent(ctx: Context, staff: Staff, runId: string, eventId: string, given: RecordedEvent): Promise<Recorded> {
  const role = roleOf(staff);
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, staff, runId);
    const procedure = procedureOfRun(run);
    const step = procedure.steps.find((one) => one.event === given.kind);
    const event = await inTheirOwnWords(tx, runId, eventId, step ? trimmed(step, given) : given);
    const [before] = await tx.db.select().from(procedureEvents).where(eq(procedureEvents.id, eventId));
    if (before) {
      if (before.runId !== runId) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(tx.hash.fingerprint('procedure-event', event))) throw new ServiceProblem('content-differs');
      return { view: await runView(tx, staff, run), fresh: false };
    }
    const on = dayOf(tx, event);
    refuseLoneVisitor(staff, event);
    await putOnRecord(tx, run, { eventId, event, on, role, actor: { kind: 'staff', id: staff.staffId } });
    return { view: await runView(tx, staff, await lockRun(tx, staff, runId)), fresh: true };
  });
}

/** The run, held until the transaction ends. @throws ServiceProblem `not-found`, also for what somebody else sees */
export async function lockRun(tx: Context, staff: Staff, runId: string): Promise<RunRow> {
  const [run] = await tx.db.select().from(procedureRuns).where(runSeenBy(staff, runId)).for('update');
  if (!run) throw new ServiceProblem('not-found');
  return run;
}

/** Only a visit may be entered later than it took place; nothing lies in the future. */
function dayOf(tx: Context, { kind, on }: RecordedEvent): CivilDate {
  const today = dayInShanghai(tx.clock());
  if (!on || on === today) return today;
  if (on > today) throw new ServiceProblem('form-invalid', { fields: [{ path: 'on', sentence: '日期在今天以后。' }] });
  if (kind !== 'visited') throw new ServiceProblem('form-invalid', { fields: [{ path: 'on', sentence: '只有走访可以补记前些天的。' }] });
  return on;
}

/** Who writes a visit down went on it. */
function refuseLoneVisitor(staff: Staff, { visit }: RecordedEvent): void {
  if (visit && !visit.visitors.some((name) => name.trim() === staff.name))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'visit.visitors', sentence: '去的人里要有您自己的名字。' }] });
}
