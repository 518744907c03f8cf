import { and, eq } from 'drizzle-orm';
import { visits } from '../../db/authentication.ts';
import { workItems } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { withdrawVisitorCodes } from '../reality-code/withdraw.ts';
import type { VisitRow } from './sealed.ts';

/** Ends a visit and takes it out of the queue, in the caller's transaction. */
export async function closeVisit(tx: Context, { id }: VisitRow, state: 'done' | 'cancelled'): Promise<void> {
  await tx.db.update(visits).set({ state }).where(eq(visits.id, id));
  if (state === 'cancelled') await withdrawVisitorCodes(tx, id);
  await closeItem(tx, 'visit', id);
}

/** Takes the item of a subject out of the queue. */
export async function closeItem(tx: Context, kind: 'visit' | 'evidence' | 'signal', subjectId: string): Promise<void> {
  await tx.db
    .update(workItems)
    .set({ open: false, state: 'done', claimedBy: null, claimedUntil: null })
    .where(and(eq(workItems.kind, kind), eq(workItems.subjectId, subjectId)));
}
