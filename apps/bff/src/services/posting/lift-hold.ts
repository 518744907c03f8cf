import type { RunView } from '@assist/contracts';
import { and, eq, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { postingHolds } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { putOnRecord } from '../procedure/put-on-record.ts';
import { type RunRow, recordOf } from '../procedure/record.ts';
import { lockRun } from '../procedure/record-event.ts';
import { runView } from '../procedure/view.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { hangPosting } from './hang.ts';
import { postingPlace } from './sealed-places.ts';

/**
 * What was held back may be hung after all, with the reason. What should have hung by now hangs from today: a notice is put up anew, so
 * that its seven days count from today and nothing is confirmed before them (YM239-3-2a, MCA57-19). The same id again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `state-changed` (it is not held back), `step-missing`
 */
export async function liftPostingHold(
  ctx: Context,
  staff: Staff,
  { runId, liftId }: { readonly runId: string; readonly liftId: string },
  reason: string,
): Promise<RunView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const run = await lockRun(tx, staff, runId);
    const [before] = await tx.db.select({ runId: postingHolds.runId }).from(postingHolds).where(eq(postingHolds.liftId, liftId));
    if (before) {
      if (before.runId !== runId) throw new ServiceProblem('not-found');
      return runView(tx, staff, run);
    }
    const [lifted] = await tx.db
      .update(postingHolds)
      .set({ liftedAt: now(tx), liftedBy: staff.staffId, liftId, liftSealed: tx.cipher.seal(postingPlace.lift(liftId), reason) })
      .where(and(eq(postingHolds.runId, runId), isNull(postingHolds.liftedAt)))
      .returning({ id: postingHolds.id });
    if (!lifted) throw new ServiceProblem('state-changed');
    const actor = { kind: 'staff', id: staff.staffId } as const;
    await record(tx, { actor, action: 'posting-hold-lifted', object: ['procedure', runId], officeId: run.officeId });
    await hangNow(tx, staff, run, liftId);
    return runView(tx, staff, await lockRun(tx, staff, runId));
  });
}

async function hangNow(tx: Context, staff: Staff, run: RunRow, liftId: string): Promise<void> {
  const on = dayInShanghai(tx.clock());
  const kinds = (await recordOf(tx, run.id)).map(({ event }) => event.kind);
  if (kinds.includes('published')) return hangPosting(tx, run, { eventId: liftId, kind: 'published', on });
  // Decided already: what hangs next is the publication.
  if (!kinds.includes('notice-posted') || run.endedOn || kinds.some((kind) => kind === 'confirmed' || kind === 'refused')) return;
  await putOnRecord(tx, run, {
    eventId: liftId,
    event: { kind: 'notice-posted' },
    on,
    role: 'township',
    actor: { kind: 'staff', id: staff.staffId },
  });
}
