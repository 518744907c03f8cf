import { and, eq } from 'drizzle-orm';
import { supervisorNotices } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';

const decisionPlace = (noticeId: string): string => `supervisor-notice:${noticeId}`;

/** Writes what a supervisor decided (sealed: it may name people). The same again is the same. @throws ServiceProblem `not-found`, `state-changed` (decided otherwise) */
export const decideNotice = (ctx: Context, staff: Staff, noticeId: string, decision: string): Promise<{ decided: true }> =>
  inTransaction(ctx, async (tx) => {
    const t = supervisorNotices;
    const [row] = await tx.db
      .select()
      .from(t)
      .where(and(eq(t.id, noticeId), eq(t.officeId, staff.officeId)))
      .for('update');
    if (!row) throw new ServiceProblem('not-found');
    if (row.decisionSealed) {
      const same = row.decidedBy === staff.staffId && tx.cipher.openText(decisionPlace(noticeId), row.decisionSealed) === decision;
      if (!same) throw new ServiceProblem('state-changed');
      return { decided: true };
    }
    await tx.db
      .update(t)
      .set({ decidedAt: now(tx), decidedBy: staff.staffId, decisionSealed: tx.cipher.seal(decisionPlace(noticeId), decision) })
      .where(eq(t.id, noticeId));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'supervisor-decided',
      object: ['supervisor-notice', noticeId],
      officeId: row.officeId,
      result: row.kind,
    });
    return { decided: true };
  });
