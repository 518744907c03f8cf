import type { VisitView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { visits } from '../../db/authentication.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { closeVisit } from './close.ts';
import { visitView } from './view.ts';

/** 不用来了. Again is the same. @throws ServiceProblem `not-found`, `state-changed` once it was made */
export async function cancelVisit(ctx: Context, who: Resident, visitId: string): Promise<VisitView> {
  const row = await inTransaction(ctx, async (tx) => {
    const [visit] = await tx.db
      .select()
      .from(visits)
      .where(and(eq(visits.id, visitId), eq(visits.accountId, who.accountId)))
      .for('update');
    if (!visit) throw new ServiceProblem('not-found');
    if (visit.state === 'cancelled') return visit;
    if (visit.state === 'done') throw new ServiceProblem('state-changed');
    await closeVisit(tx, visit, 'cancelled');
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'visit-cancelled',
      object: ['visit', visitId],
      officeId: visit.officeId,
    });
    return { ...visit, state: 'cancelled' as const };
  });
  return visitView(ctx, row);
}
