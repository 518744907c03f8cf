import type { RunView } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { procedureRuns } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { insertRun } from './open-run.ts';
import { lockRun } from './record-event.ts';
import { runView } from './view.ts';
import { FOR_ELSEWHERE } from './who.ts';

/**
 * Another province asks for a check of somebody (YM239-2-2c): the bureau's own procedure, with its day. About nobody's case here; the same id
 * again is the same. @throws ServiceProblem `forbidden`, `content-differs`
 */
export async function openForElsewhere(
  ctx: Context,
  staff: Staff,
  runId: string,
  asked: { readonly name: string; readonly reason: string },
): Promise<{ view: RunView; fresh: boolean }> {
  if (staff.role !== 'confirmer' || !staff.district) throw new ServiceProblem('forbidden');
  const { district } = staff;
  return inTransaction(ctx, async (tx) => {
    const [before] = await tx.db.select().from(procedureRuns).where(eq(procedureRuns.id, runId));
    if (before) {
      const view = await runView(tx, staff, before);
      if (before.procedure !== FOR_ELSEWHERE || view.name !== asked.name || view.events[0]?.event.reason !== asked.reason)
        throw new ServiceProblem('content-differs');
      return { view, fresh: false };
    }
    const today = dayInShanghai(tx.clock());
    await insertRun(tx, {
      runId,
      officeId: staff.officeId,
      district,
      procedure: FOR_ELSEWHERE,
      openedOn: today,
      person: { name: asked.name, members: 1 },
      first: [
        { event: { kind: 'opened', reason: asked.reason }, on: today, role: 'district', actor: { kind: 'staff', id: staff.staffId } },
      ],
    });
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'procedure-opened',
      object: ['procedure', runId],
      officeId: staff.officeId,
      result: FOR_ELSEWHERE,
    });
    return { view: await runView(tx, staff, await lockRun(tx, staff, runId)), fresh: true };
  });
}
