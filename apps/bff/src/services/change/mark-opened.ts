import type { ChangeView } from '@assist/contracts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { holdChange, lockChange, moveChangeTo, recordChange } from './hold.ts';
import { changeView } from './view.ts';

/** 打开看了; the resident sees it. Later than that it is as it is. @throws ServiceProblem `not-found`, `conflict`, `forbidden` */
export async function markChangeOpened(ctx: Context, staff: Staff, changeId: string): Promise<ChangeView> {
  requireHandler(staff);
  return inTransaction(ctx, async (tx) => {
    const change = await lockChange(tx, changeId, staff.officeId);
    if (change.state !== 'received') return changeView(tx, change);
    await holdChange(tx, staff, changeId);
    const opened = await moveChangeTo(tx, change, 'opened', staff);
    await recordChange(tx, staff, 'change-opened', changeId);
    return changeView(tx, opened);
  });
}
