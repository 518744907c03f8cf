import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { urgentCalls, urgentShares } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellSupervisors } from '../supervisor/tell.ts';

const AT_ONCE = 100;

/**
 * Hands on to the district's duty what nobody spoke to within the hour: a share of that one call, until it ends. The township keeps it.
 * Several workers never do the same call twice. @returns how many
 */
export const handOnUrgent = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const late = await tx.db
      .select({ id: urgentCalls.id, officeId: urgentCalls.officeId, district: urgentCalls.district })
      .from(urgentCalls)
      .where(
        and(
          isNull(urgentCalls.endedAt),
          isNull(urgentCalls.reachedAt),
          isNull(urgentCalls.handedOnAt),
          lte(urgentCalls.callBackBy, now(tx)),
        ),
      )
      .orderBy(asc(urgentCalls.callBackBy))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true });
    for (const { id, officeId, district } of late) {
      await tx.db
        .update(urgentCalls)
        .set({ handedOnAt: now(tx) })
        .where(eq(urgentCalls.id, id));
      await tx.db.insert(urgentShares).values({ callId: id, officeId, district, reason: 'not-called-back', givenAt: now(tx) });
      await record(tx, { actor: { kind: 'system' }, action: 'urgent-handed-on', object: ['urgent-call', id], officeId });
      await tellSupervisors(tx, { officeId, kind: 'urgent-late', subjectId: id, source: `urgent:${id}` });
    }
    return late.length;
  });
