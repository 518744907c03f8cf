import type { WorkingView } from '@assist/contracts';
import type { Receipt as Assessment } from '@assist/policy';
import { explainNotices, explainReceipt } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { submissions } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { findingView } from './finding-view.ts';
import { assessmentPlace } from './sealed-places.ts';
import { ownApplication } from './view.ts';

/** 怎么算的: the assessment as it was stored on the day, opened for whom it is about. @throws ServiceProblem `not-found` */
export async function readWorking(ctx: Context, who: Resident, applicationId: string): Promise<WorkingView> {
  const { id } = await ownApplication(ctx, who, applicationId);
  const [row] = await ctx.db.select({ sealed: submissions.assessmentSealed }).from(submissions).where(eq(submissions.applicationId, id));
  if (!row) throw new ServiceProblem('not-found');
  const receipt = ctx.cipher.openJson<Assessment>(assessmentPlace(id), row.sealed);
  return {
    assessedOn: receipt.assessedOn,
    packageVersion: receipt.packageVersion,
    findings: explainReceipt(receipt).map(findingView),
    notices: explainNotices(receipt).map(({ sentence, clauses }) => ({ sentence, clauses: [...clauses] })),
  };
}
