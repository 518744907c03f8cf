import type { OPENED_BY_HAND, RunView } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { changes, procedureRuns } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { caseFileOf } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { insertRun } from './open-run.ts';
import { lockRun } from './record-event.ts';
import { runView } from './view.ts';

export interface OpenByHand {
  readonly procedure: (typeof OPENED_BY_HAND)[number];
  readonly caseId: string;
  /** The change notice of this household that it follows. */
  readonly changeId?: string | undefined;
  /** First day of the review period; the last review's day where it is not said. */
  readonly periodFrom?: CivilDate | undefined;
  readonly reason?: string | undefined;
}

/** Opens a procedure on a household of this township. The same id again is the same. @throws ServiceProblem `not-found`, `content-differs`, `forbidden` */
export async function openRun(ctx: Context, staff: Staff, runId: string, asked: OpenByHand): Promise<{ view: RunView; fresh: boolean }> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const [before] = await tx.db.select().from(procedureRuns).where(eq(procedureRuns.id, runId));
    if (before) {
      if (before.officeId !== staff.officeId) throw new ServiceProblem('not-found');
      if (before.procedure !== asked.procedure || before.caseId !== asked.caseId) throw new ServiceProblem('content-differs');
      return { view: await runView(tx, staff, before), fresh: false };
    }
    const { row, members } = await caseFileOf(tx, staff.officeId, asked.caseId);
    if (asked.changeId) await requireOfHousehold(tx, asked.changeId, asked.caseId);
    const today = dayInShanghai(tx.clock());
    const periodFrom = asked.periodFrom ?? (row.lastReview as CivilDate | null) ?? today;
    await insertRun(tx, {
      runId,
      officeId: staff.officeId,
      district: row.district as DivisionCode,
      procedure: asked.procedure,
      openedOn: today,
      caseId: asked.caseId,
      changeId: asked.changeId,
      person: { name: members[0]?.person.name ?? '', members: row.members },
      number: row.registerNumber,
      first: [
        {
          event: { kind: 'opened', periodFrom, ...(asked.reason && { reason: asked.reason }) },
          on: today,
          role: 'township',
          actor: { kind: 'staff', id: staff.staffId },
        },
      ],
    });
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'procedure-opened',
      object: ['procedure', runId],
      officeId: staff.officeId,
      result: asked.procedure,
    });
    return { view: await runView(tx, staff, await lockRun(tx, staff, runId)), fresh: true };
  });
}

/** A procedure reads what was told in the notice it follows: one of another household is no ground for anything here. */
async function requireOfHousehold(tx: Context, changeId: string, caseId: string): Promise<void> {
  const [notice] = await tx.db
    .select({ id: changes.id })
    .from(changes)
    .where(and(eq(changes.id, changeId), eq(changes.caseId, caseId)));
  if (!notice) throw new ServiceProblem('not-found');
}
