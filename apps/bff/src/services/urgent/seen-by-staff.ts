import { and, eq, exists, gt, isNull, or, type SQL } from 'drizzle-orm';
import { urgentCalls, urgentShares } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { isHandler, type Staff } from '../staff/who.ts';
import type { CallRow } from './row.ts';

/** So long after its end a share still opens, for an answer that was lost on the way. Ours. */
const AFTER_END_MS = 3_600_000;

/** What somebody sees: their township's calls; the district's duty what was shared with it until it ended, and nothing else of that township. */
export const callsSeenBy = (ctx: Context, staff: Staff): SQL =>
  staff.role === 'confirmer'
    ? exists(
        ctx.db
          .select({ id: urgentShares.callId })
          .from(urgentShares)
          .where(
            and(
              eq(urgentShares.callId, urgentCalls.id),
              eq(urgentShares.district, staff.district ?? ''),
              or(isNull(urgentShares.endsAt), gt(urgentShares.endsAt, new Date(now(ctx).getTime() - AFTER_END_MS))),
            ),
          ),
      )
    : (eq(urgentCalls.officeId, staff.officeId) as SQL);

/** @throws ServiceProblem `forbidden` for who only reads */
export function requireActor(staff: Staff): void {
  if (!isHandler(staff) && staff.role !== 'confirmer') throw new ServiceProblem('forbidden');
}

/** The call, held until the transaction ends. @throws ServiceProblem `not-found`, also for what somebody else sees */
export async function lockCall(tx: Context, staff: Staff, callId: string): Promise<CallRow> {
  const [row] = await tx.db
    .select()
    .from(urgentCalls)
    .where(and(eq(urgentCalls.id, callId), callsSeenBy(tx, staff)))
    .for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}
