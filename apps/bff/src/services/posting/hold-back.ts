import type { RunView } from '@assist/contracts';
import { and, eq, gte, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { postingHolds, postings } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { citations } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { lockRun } from '../procedure/record-event.ts';
import { runView } from '../procedure/view.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { postingPlace } from './sealed-places.ts';

/**
 * An officer found that a posting would harm a family, and says why: nothing of it is hung from then on, and a publication that hangs
 * comes down. A notice that hangs stays to its last day; the law of the table says so too. Again is the same; the first reason stands.
 * @throws ServiceProblem `step-missing` (a notice hangs), `not-found`, `forbidden`
 */
export async function holdPostingBack(ctx: Context, staff: Staff, runId: string, reason: string): Promise<RunView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, staff, runId);
    const today = dayInShanghai(tx.clock());
    const hanging = await tx.db
      .select()
      .from(postings)
      .where(and(eq(postings.runId, runId), gte(postings.hangsUntil, today), isNull(postings.takenDownAt)))
      .for('update');
    if (hanging.some((one) => one.kind === 'notice'))
      throw new ServiceProblem('step-missing', {
        fields: [
          {
            path: 'reason',
            sentence: ['公示要挂满 7 天，不能提前取下', ...citations(['YM239-3-2a', 'MCA57-19']).map((one) => one.label)].join('｜'),
          },
        ],
      });
    for (const one of hanging)
      await tx.db
        .update(postings)
        .set({ takenDownAt: now(tx), takenDownBy: staff.staffId, whySealed: tx.cipher.seal(postingPlace.why(one.id), reason) })
        .where(eq(postings.id, one.id));
    const [held] = await tx.db
      .insert(postingHolds)
      .values({
        runId,
        officeId: run.officeId,
        staffId: staff.staffId,
        at: now(tx),
        reasonSealed: tx.cipher.seal(postingPlace.hold(runId), reason),
      })
      .onConflictDoNothing()
      .returning({ runId: postingHolds.runId });
    if (held || hanging.length)
      await record(tx, {
        actor: { kind: 'staff', id: staff.staffId },
        action: 'posting-held-back',
        object: ['procedure', runId],
        officeId: run.officeId,
      });
    return runView(tx, staff, run);
  });
}
