import { and, eq } from 'drizzle-orm';
import { applications } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { ApplicationRow } from './view.ts';

/** The application of this township, held until the transaction ends. @throws ServiceProblem `not-found`, also for another township's */
export async function lockApplication(tx: Context, applicationId: string, officeId: string): Promise<ApplicationRow> {
  const [row] = await tx.db
    .select()
    .from(applications)
    .where(and(eq(applications.id, applicationId), eq(applications.officeId, officeId)))
    .for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}
