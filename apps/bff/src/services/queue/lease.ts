import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellSupervisors } from '../supervisor/tell.ts';

/** A morning's work: who is called away does not block an item for the next day. Every act on the item starts it anew. */
const LEASE_MS = 4 * 3_600_000;

export const leaseFrom = (at: Date): Date => new Date(at.getTime() + LEASE_MS);

const AT_ONCE = 500;

/** Gives back what nobody worked on in time. The item counts as free from that moment anyway; this puts it on record. @returns how many */
export const endLeases = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const ended = await tx.db
      .select({ id: workItems.id, officeId: workItems.officeId, staffId: workItems.claimedBy, until: workItems.claimedUntil })
      .from(workItems)
      .where(and(eq(workItems.open, true), isNotNull(workItems.claimedUntil), lte(workItems.claimedUntil, now(tx))))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true });
    for (const { id, officeId, staffId, until } of ended) {
      await tx.db.update(workItems).set({ claimedBy: null, claimedUntil: null }).where(eq(workItems.id, id));
      await record(tx, { actor: { kind: 'system' }, action: 'lease-ended', object: ['work-item', id], officeId });
      await tellSupervisors(tx, { officeId, kind: 'lease-ended', subjectId: id, staffId, source: `lease:${id}:${until?.getTime()}` });
    }
    return ended.length;
  });
