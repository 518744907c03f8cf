import type { UrgentItem, UrgentOutcome } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { urgentCalls, urgentTries } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { urgentPlace } from './row.ts';
import { lockCall, requireActor } from './seen-by-staff.ts';
import { urgentItem } from './staff-view.ts';

export interface Try {
  readonly outcome: UrgentOutcome;
  readonly note: string;
}

/**
 * 打过一次, dated by our clock. Who was reached once stops the hour. The same id again is the same.
 * @throws ServiceProblem `not-found`, `forbidden`, `content-differs`, `state-changed` (it has its end)
 */
export async function recordUrgentTry(
  ctx: Context,
  staff: Staff,
  callId: string,
  tryId: string,
  { outcome, note }: Try,
): Promise<{ view: UrgentItem; fresh: boolean }> {
  requireActor(staff);
  return inTransaction(ctx, async (tx) => {
    const row = await lockCall(tx, staff, callId);
    const fingerprint = tx.hash.fingerprint('urgent-try', { outcome, note });
    const [before] = await tx.db.select().from(urgentTries).where(eq(urgentTries.id, tryId));
    if (before) {
      if (before.callId !== callId) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      return { view: await urgentItem(tx, staff, row), fresh: false };
    }
    if (row.endedAt) throw new ServiceProblem('state-changed');
    const at = now(tx);
    await tx.db.insert(urgentTries).values({
      id: tryId,
      callId,
      officeId: row.officeId,
      staffId: staff.staffId,
      at,
      outcome,
      noteSealed: tx.cipher.seal(urgentPlace.tryNote(tryId), note),
      fingerprint,
    });
    const reachedAt = row.reachedAt ?? (outcome === 'reached' ? at : null);
    await tx.db.update(urgentCalls).set({ reachedAt }).where(eq(urgentCalls.id, callId));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'urgent-tried',
      object: ['urgent-call', callId],
      officeId: row.officeId,
      result: outcome,
    });
    return { view: await urgentItem(tx, staff, { ...row, reachedAt }), fresh: true };
  });
}
