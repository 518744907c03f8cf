import type { WorkItemView } from '@assist/contracts';
import { notePlace } from '../application/sealed-places.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { workItemView } from '../queue/item-view.ts';
import { closeSubjectItem, lockSubjectItem } from '../queue/lock-subject.ts';
import type { Staff } from '../staff/who.ts';

/** 看过了，写明怎么回事. Nothing follows from it by itself. Settled again is the same. @throws ServiceProblem `not-found`, `conflict`, `forbidden` */
export const settleSignal = (ctx: Context, staff: Staff, workItemId: string, note: string): Promise<WorkItemView> =>
  inTransaction(ctx, async (tx) => {
    const item = await lockSubjectItem(tx, staff, 'signal', { workItemId });
    if (!item.open) return workItemView(tx, item);
    // Both leave at once: one wait for two statements.
    const [closed] = await Promise.all([
      closeSubjectItem(tx, item, tx.cipher.seal(notePlace(item.id), note)),
      record(tx, {
        actor: { kind: 'staff', id: staff.staffId },
        action: 'signal-settled',
        object: ['signal', item.subjectId],
        officeId: staff.officeId,
      }),
    ]);
    return workItemView(tx, closed, staff);
  });
