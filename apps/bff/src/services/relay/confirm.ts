import type { StaffRelayAsk } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { relayAsks, relaySignatures } from '../../db/schema.ts';
import { lockApplication } from '../application/lock.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { readRelayAsStaff } from './read-as-staff.ts';
import { type AskRow, aboutOfAsk, askPlace, lockAsks } from './row.ts';
import { carryStanding } from './standing.ts';

/**
 * Somebody of the township asked the person, at a visit or on the phone, whether it was they. Only now it counts, or counts no more. The
 * same answer again is the same.
 * @throws ServiceProblem `not-found`, `state-changed` (nothing waits to be confirmed)
 */
export async function confirmRelay(
  ctx: Context,
  staff: Staff,
  askId: string,
  { by, agreed, note }: { readonly by: 'visit' | 'call'; readonly agreed: boolean; readonly note: string },
): Promise<StaffRelayAsk[]> {
  const [found] = await ctx.db.select().from(relayAsks).where(eq(relayAsks.id, askId));
  if (!found) throw new ServiceProblem('not-found');
  await inTransaction(ctx, async (tx) => {
    await lockApplication(tx, found.applicationId, staff.officeId);
    const asks = await lockAsks(tx, found.applicationId);
    const ask = asks.find((one) => one.id === askId) as AskRow;
    const state = agreed ? 'signed' : 'refused';
    if (ask.state === state) return;
    if (ask.state !== 'to-confirm') throw new ServiceProblem('state-changed');
    const at = now(tx);
    await tx.db
      .update(relaySignatures)
      .set(
        agreed ? { state: 'given', confirmedBy: by, confirmedAt: at, confirmedStaff: staff.staffId } : { state: 'not-agreed', endedAt: at },
      )
      .where(and(eq(relaySignatures.askId, askId), eq(relaySignatures.state, 'to-confirm')));
    await tx.db
      .update(relayAsks)
      .set({ state, stateAt: at, aboutSealed: tx.cipher.sealJson(askPlace(askId), { ...aboutOfAsk(tx, ask), note }) })
      .where(eq(relayAsks.id, askId));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: agreed ? 'relay-confirmed' : 'relay-not-agreed',
      object: ['relay-ask', askId],
      officeId: staff.officeId,
      result: by,
    });
    await carryStanding(
      tx,
      asks.map((one) => (one.id === askId ? { ...one, state } : one)),
    );
  });
  return readRelayAsStaff(ctx, staff, found.applicationId);
}
