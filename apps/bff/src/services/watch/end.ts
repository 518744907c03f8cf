import type { CivilDate } from '@assist/policy';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { watchedHouseholds } from '../../db/schema.ts';
import { alertPlace } from '../alert/sealed-places.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';

/**
 * 不再监测, with the reason. Only of those at risk: who left and who was refused is watched for the time the documents say.
 * Ended again is the same. @throws ServiceProblem `not-found`, `forbidden`
 */
export async function endWatching(ctx: Context, staff: Staff, runId: string, why: string): Promise<{ endedOn: CivilDate }> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(watchedHouseholds)
      .where(and(eq(watchedHouseholds.runId, runId), eq(watchedHouseholds.officeId, staff.officeId)))
      .for('update');
    if (!row) throw new ServiceProblem('not-found');
    if (row.endedOn) return { endedOn: row.endedOn as CivilDate };
    const today = dayInShanghai(tx.clock());
    await tx.db
      .update(watchedHouseholds)
      .set({ endedOn: today, endedBy: staff.staffId, whySealed: tx.cipher.seal(alertPlace.watchedWhy(row.id), why) })
      .where(eq(watchedHouseholds.id, row.id));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'watch-ended',
      object: ['procedure', runId],
      officeId: staff.officeId,
    });
    return { endedOn: today };
  });
}
