import type { EventKind } from '@assist/policy-chongqing';
import { and, eq, isNull } from 'drizzle-orm';
import { crossCheckDisputes, crossChecks } from '../../db/schema.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

/** Steps that say or decide something about a household. */
const AFTER_AN_ANSWER: readonly EventKind[] = ['opinion', 'refused', 'confirmed', 'concluded', 'takes-effect'];

/**
 * Where somebody said that what came is wrong, it is looked into and answered first: nothing is said or decided over their head.
 * @throws ServiceProblem `step-missing`
 */
export async function refuseWhileDisputed(tx: Context, runId: string, kind: EventKind): Promise<void> {
  if (!AFTER_AN_ANSWER.includes(kind)) return;
  const [open] = await tx.db
    .select({ id: crossCheckDisputes.id })
    .from(crossCheckDisputes)
    .innerJoin(crossChecks, eq(crossChecks.id, crossCheckDisputes.checkId))
    .where(and(eq(crossChecks.runId, runId), isNull(crossCheckDisputes.answeredAt)))
    .limit(1);
  if (open)
    throw new ServiceProblem('step-missing', {
      fields: [
        {
          path: kind,
          sentence: ['本人说核对的不对，先核实、回复', ...citations(['MCA57-16', 'JLP53-5-2a']).map((one) => one.label)].join('｜'),
        },
      ],
    });
}
