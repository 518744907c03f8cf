import type { UrgentItem } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { applications, urgentCalls } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { isHandler, type Staff } from '../staff/who.ts';
import { lockCall } from './seen-by-staff.ts';
import { urgentItem } from './staff-view.ts';

/**
 * The clerk says which application a call became, for somebody who has no phone to say it: its day counts as the day that was asked, and
 * that can only be earlier. By the number on the receipt, in the same township. The same again is the same.
 * @throws ServiceProblem `forbidden`, `not-found` (the call, or no such application of this township), `state-changed` (it became another
 * one, or the application came before the call or belongs to another call), `conflict` (it is on somebody else's account)
 */
export async function tieUrgentCall(ctx: Context, staff: Staff, callId: string, number: string): Promise<UrgentItem> {
  if (!isHandler(staff)) throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    const row = await lockCall(tx, staff, callId);
    const [application] = await tx.db
      .select({
        id: applications.id,
        accountId: applications.accountId,
        askedOn: applications.askedOn,
        receivedAt: applications.receivedAt,
      })
      .from(applications)
      .where(and(eq(applications.number, number.trim().replace(/\s+/g, ' ')), eq(applications.officeId, staff.officeId)))
      .for('update');
    if (!application) throw new ServiceProblem('not-found');
    if (row.applicationId === application.id && application.askedOn) return urgentItem(tx, staff, row);
    const another = row.applicationId !== null && row.applicationId !== application.id;
    if (another || application.askedOn || application.receivedAt < row.receivedAt) throw new ServiceProblem('state-changed');
    // Somebody verified took the call as theirs: then it is not for the counter to give it to another.
    if (row.accountId && row.accountId !== application.accountId) throw new ServiceProblem('conflict');
    await tx.db.update(applications).set({ askedOn: row.receivedOn }).where(eq(applications.id, application.id));
    await tx.db
      .update(urgentCalls)
      .set({ applicationId: application.id, accountId: application.accountId })
      .where(eq(urgentCalls.id, callId));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'urgent-became-application',
      object: ['urgent-call', callId],
      officeId: staff.officeId,
    });
    return urgentItem(tx, staff, { ...row, applicationId: application.id, accountId: application.accountId });
  });
}
